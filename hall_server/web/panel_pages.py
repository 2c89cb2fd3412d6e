"""What a clerk does besides the next step: hold, take back, send on, call one by hand, pause, take the last move back.

Each press carries its own idempotency key, as at the console; the words are the hall's, with a line that a clerk adds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from litestar import Response, post

from hall_server.contract.counters import HOLD_WHY, PAUSE_WHY, PauseCounter
from hall_server.contract.licence_visits import Note
from hall_server.contract.messages import CallTicket, HoldTicket, Transfer
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.domain.rights import Right
from hall_server.web.clerk import form_of
from hall_server.web.console import act
from hall_server.web.panels import CALL_WHY
from hall_server.web.place import PageRequest, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import TypeVar

    from hall_server.contract.messages import CounterNow, TicketView
    from hall_server.domain.seams import Promise
    from hall_server.flows.caller import Caller

    T = TypeVar("T")

_REASON_MOST = 64


@post("/counter/hold/{ticket_id:str}", right=Right.SERVE, status_code=200)
async def hold(place: Place, request: PageRequest, ticket_id: str, why: str = "") -> Response[str]:
    """先挂起."""
    note = await note_of(request)

    async def work(caller: Caller, key: str) -> TicketView:
        chosen = one_of(HOLD_WHY, why)
        return await place.hall.hold(caller, key, ticket_id, HoldTicket(_with(chosen.words, note()), chosen.minutes))

    return await act(place, request, work)


@post("/counter/resume/{ticket_id:str}", right=Right.SERVE, status_code=200)
async def resume(place: Place, request: PageRequest, ticket_id: str) -> Response[str]:
    """取回来办."""
    return await act(place, request, lambda caller, key: place.hall.resume(caller, key, ticket_id))


@post("/counter/return/{ticket_id:str}", right=Right.SERVE, status_code=200)
async def bring_back(place: Place, request: PageRequest, ticket_id: str) -> Response[str]:
    """回来了."""
    return await act(place, request, lambda caller, key: place.hall.bring_back(caller, key, ticket_id))


@post("/counter/transfer/{ticket_id:str}", right=Right.SERVE, status_code=200)
async def transfer(
    place: Place, request: PageRequest, ticket_id: str, counter: int | None = None, queue: str = ""
) -> Response[str]:
    """转别的窗口."""
    note, first = await note_of(request), request.query_params.get("first") == "1"

    async def work(caller: Caller, key: str) -> TicketView:
        return await place.hall.transfer(caller, key, ticket_id, Transfer(queue, counter, note(), first))

    return await act(place, request, work)


@post("/counter/name/{ticket_id:str}", right=Right.SERVE, status_code=200)
async def name(place: Place, request: PageRequest, ticket_id: str, why: str = "") -> Response[str]:
    """指定叫."""

    def work(caller: Caller, key: str) -> Promise[TicketView]:
        order = CallTicket(caller.counter or 0, one_of(CALL_WHY, why))
        return place.hall.call(caller, key, ticket_id, order)

    return await act(place, request, work)


@post("/counter/pause", right=Right.SERVE, status_code=200)
async def pause(place: Place, request: PageRequest, why: str = "") -> Response[str]:
    """暂停窗口."""

    def work(caller: Caller, key: str) -> Promise[CounterNow]:
        chosen = one_of(PAUSE_WHY, why)
        return place.hall.pauses.begin(caller, key, caller.counter or 0, PauseCounter(chosen.reason, chosen.minutes))

    return await act(place, request, work)


@post("/counter/back", right=Right.SERVE, status_code=200)
async def back(place: Place, request: PageRequest) -> Response[str]:
    """回来了，继续."""
    return await act(place, request, lambda caller, key: place.hall.pauses.end(caller, key, caller.counter or 0))


@post("/counter/undo/{ticket_id:str}", right=Right.SERVE, status_code=200)
async def undo(place: Place, request: PageRequest, ticket_id: str) -> Response[str]:
    """撤销."""
    return await act(place, request, lambda caller, key: place.hall.undo(caller, key, ticket_id))


PANEL_ROUTES = (hold, resume, bring_back, transfer, name, pause, back, undo)


def one_of(choices: Mapping[str, T], key: str) -> T:
    """What a key stands for. HallProblem(bad_request)."""
    if key not in choices:
        raise HallProblem(ProblemCode.BAD_REQUEST, "no such reason", field="$.why")
    return choices[key]


async def note_of(request: PageRequest) -> Callable[[], str]:
    """The line that came with a press, checked where the press is judged: HallProblem(note_has_number) there."""
    text = (await form_of(request)).get("note", "").strip()

    def checked() -> str:
        try:
            return msgspec.convert(text, Note)
        except msgspec.ValidationError:
            raise HallProblem(ProblemCode.BAD_REQUEST, "a note has no long numbers", field="$.note") from None

    return checked


def _with(words: str, note: str) -> str:
    return (f"{words} · {note}" if note else words)[:_REASON_MOST]
