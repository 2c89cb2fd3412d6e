"""The counter console's addresses: the page, its changing part, and one address per thing a clerk can do.

Every command needs the console's own header (a page of another origin cannot set it), a session, and the idempotency
key that was drawn into the pressed button. The answer is always the console as it stands afterwards, with a sentence
when the hall refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from litestar import Response, get, post
from litestar.response import Redirect

from hall_server.contract.messages import CompleteTicket
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import Outcome
from hall_server.domain.rights import Right
from hall_server.web.clerk import HOME, go_home, seat_of, secret_of, session_of
from hall_server.web.console import OK, act, show_panel, stage_of
from hall_server.web.place import PageRequest, Place
from hall_server.web.sign_in_pages import login_page, seats_page
from hall_server.web.sign_in_provider import came_by_provider
from hall_server.web.ways import first_place

if TYPE_CHECKING:
    from hall_server.flows.caller import Caller

_QUERY_MOST = 12
_REST = "rest"  # 办完，先不叫


@get("/counter", right=Right.OPEN, sync_to_thread=False)
def page(place: Place, request: PageRequest) -> Response[str] | Redirect:
    """Login, choice of counter, or the console: whatever comes next for who asks."""
    session = session_of(place, request)
    if session is None:
        return login_page(place, gone=bool(secret_of(request)))
    way = first_place(session)
    if way != HOME:
        return Redirect(way, status_code=303)
    seat = seat_of(place, session)
    if seat is None:
        return seats_page(place, session, by_provider=came_by_provider(request))
    counter = place.hall.site.counters[seat.no]
    values = {"clerk": session, "counter": counter, "refusal": "", "stage": stage_of(place, seat)}
    return place.page("counter/console.html", values)


@get("/counter/stage", right=Right.SERVE, sync_to_thread=False)
def changing_part(place: Place, request: PageRequest, view: str = "", about: str = "", q: str = "") -> Response[str]:
    """What changes on the console, or the panel that is open; view=outcome asks how the service ended."""
    seat = seat_of(place, session_of(place, request))
    return go_home() if seat is None else show_panel(place, seat, view, about, q[:_QUERY_MOST])


@post("/counter/call", right=Right.SERVE, status_code=200)
async def call(place: Place, request: PageRequest) -> Response[str]:
    """叫下一位."""
    return await act(place, request, lambda caller, key: place.hall.call_next(caller, key, caller.counter or 0))


@post("/counter/serve/{ticket_id:str}", right=Right.SERVE, status_code=200)
async def serve(place: Place, request: PageRequest, ticket_id: str) -> Response[str]:
    """开始办理."""
    return await act(place, request, lambda caller, key: place.hall.serve(caller, key, ticket_id))


@post("/counter/recall/{ticket_id:str}", right=Right.SERVE, status_code=200)
async def recall(place: Place, request: PageRequest, ticket_id: str) -> Response[str]:
    """再叫."""
    return await act(place, request, lambda caller, key: place.hall.recall(caller, key, ticket_id))


@post("/counter/no_show/{ticket_id:str}", right=Right.SERVE, status_code=200)
async def no_show(place: Place, request: PageRequest, ticket_id: str) -> Response[str]:
    """过号."""
    return await act(place, request, lambda caller, key: place.hall.no_show(caller, key, ticket_id))


@post("/counter/complete/{ticket_id:str}", right=Right.SERVE, status_code=200)
async def complete(
    place: Place, request: PageRequest, ticket_id: str, outcome: str = "", then: str = ""
) -> Response[str]:
    """办完, and call the next one unless the clerk rests."""

    async def complete_and_call(caller: Caller, key: str) -> None:
        await place.hall.complete(caller, key, ticket_id, CompleteTicket(outcome=outcome_of(outcome)))
        if then != _REST:
            await _call_if_waiting(place, caller, key)

    return await act(place, request, complete_and_call)


@post("/counter/leave", right=Right.SERVE, status_code=200)
async def leave(place: Place, request: PageRequest) -> Response[str]:
    """离开窗口: the counter closes, the clerk stays signed in."""
    answer = await act(place, request, lambda caller, key: place.hall.sign_out(caller, key, caller.counter or 0))
    return go_home() if answer.status_code == OK else answer


COUNTER_ROUTES = (page, changing_part, call, serve, recall, no_show, complete, leave)


def outcome_of(text: str) -> Outcome | None:
    """An outcome by name; none = the item's usual one. Raises HallProblem(bad_request)."""
    if not text:
        return None
    try:
        return Outcome(text)
    except ValueError:
        raise HallProblem(ProblemCode.BAD_REQUEST, "no such outcome", field="$.outcome") from None


async def _call_if_waiting(place: Place, caller: Caller, key: str) -> None:
    """The next ticket under a key that belongs to the same press; an empty queue is no refusal here."""
    try:
        await place.hall.call_next(caller, str(uuid5(UUID(key), "call_next")), caller.counter or 0)
    except HallProblem as problem:
        if problem.code is not ProblemCode.NOBODY_WAITING:
            raise
