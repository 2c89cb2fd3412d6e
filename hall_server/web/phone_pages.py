"""The visitor's own ticket page behind the slip's code: what stands there, its changing part, giving the number up.

Whoever holds the slip may look and cancel; the code is 128 random bits (definitions.md 13). Nothing of the person is
shown, and a code that is no number gets one friendly sentence, whatever was wrong with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from litestar import Response, get, post

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.slip_code import LARGE, SlipCodeError, parse_slip_code
from hall_server.contract.vocabulary import ActorKind, TicketState
from hall_server.domain.rights import Right
from hall_server.flows.caller import Caller
from hall_server.web.phone_now import STATES, phone_ticket
from hall_server.web.place import Place
from hall_server.web.progress_words import progress_line

if TYPE_CHECKING:
    from hall_server.web.phone_now import PhoneTicket

NO_TICKET = "没有找到这个号"
CHANGED = "号刚刚变了，请看上面写的再决定。"
NOT_NOW = "大厅现在答不上来，号还在。请等一会儿再试，或到导办台说一声。"
HOLDER = Caller(ActorKind.VISITOR)
_CANCEL = "cancelled by its holder at"


@get("/t/{code:str}", right=Right.OPEN, sync_to_thread=False)
def page(place: Place, code: str) -> Response[str]:
    """The whole page."""
    try:
        ticket_id, modes = opened(code)
        ticket = _ticket(place, ticket_id)
    except HallProblem:
        return _nothing_here(place)
    return place.page("phone/ticket.html", {"ticket": ticket, "code": code, "large": LARGE in modes, "words": ""})


@get("/t/{code:str}/part", right=Right.OPEN, sync_to_thread=False)
def changing_part(place: Place, code: str) -> Response[str]:
    """What changes while one waits."""
    try:
        ticket = _ticket(place, opened(code)[0])
    except HallProblem:
        return _nothing_here(place)
    return _part(place, ticket)


@post("/t/{code:str}/cancel", right=Right.OPEN, status_code=200)
async def cancel(place: Place, code: str) -> Response[str]:
    """取消这个号. Pressed twice it counts once; a number that was called meanwhile stays."""
    words, status = "", 200
    try:
        ticket_id = opened(code)[0]
        before = _ticket(place, ticket_id)
        if before.may_cancel:
            await place.hall.cancel(HOLDER, str(uuid5(UUID(ticket_id), f"{_CANCEL} {before.n}")), ticket_id)
        elif before.state is not STATES[TicketState.CANCELLED]:
            words, status = CHANGED, 409
    except HallProblem as problem:
        if problem.code is ProblemCode.TICKET_UNKNOWN:
            return _nothing_here(place)
        moved = problem.code is ProblemCode.ILLEGAL_MOVE
        words, status = (CHANGED if moved else NOT_NOW), problem.problem().status
    return _part(place, _ticket(place, ticket_id), words, status)


def opened(code: str) -> tuple[str, str]:
    """The ticket's id and the modes behind a slip code. Raises HallProblem(ticket_unknown)."""
    try:
        ticket_id, modes = parse_slip_code(code)
    except SlipCodeError as error:
        raise HallProblem(ProblemCode.TICKET_UNKNOWN, error.reason) from None
    return str(UUID(bytes=ticket_id)), modes


def _ticket(place: Place, ticket_id: str) -> PhoneTicket:
    hall, ticket = place.hall, place.hall.ticket(ticket_id)
    over = ticket.state is TicketState.COMPLETED
    status = hall.progress.look(ticket.correlation or ticket.id) if over else None
    return phone_ticket(ticket, hall.clock.now(), place.hall_time, progress_line(status, place.hall_time))


def _part(place: Place, ticket: PhoneTicket, words: str = "", status: int = 200) -> Response[str]:
    """With the hall's time, so that a telephone whose clock is wrong counts right."""
    answer = place.page("phone/part.html", {"ticket": ticket, "words": words}, status)
    answer.set_header("Kapok-Now", str(place.hall.clock.now()))
    return answer


def _nothing_here(place: Place) -> Response[str]:
    return place.page("phone/lost.html", {"words": NO_TICKET}, 404)


PHONE_ROUTES = (page, changing_part, cancel)
