"""What a clerk asks of others by one key: of the visitor a rating, once; of whoever leads to come over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from litestar import Response, post

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import TicketState
from hall_server.domain.rights import Right
from hall_server.web.console import act
from hall_server.web.lead_calls import LeadCall
from hall_server.web.place import PageRequest, Place

if TYPE_CHECKING:
    from hall_server.flows.caller import Caller


@post("/counter/invite/{ticket_id:str}", right=Right.SERVE, status_code=200)
async def invite(place: Place, request: PageRequest, ticket_id: str) -> Response[str]:
    """请评价: the window's screen invites the visitor, once a visit; nobody here reads what they give (CL-F2)."""

    async def work(caller: Caller, _: str) -> None:
        ticket = place.hall.at_counter(caller.counter or 0)
        if ticket is None or ticket.id != ticket_id or ticket.state is not TicketState.SERVING:
            raise HallProblem(ProblemCode.ILLEGAL_MOVE)
        place.windows.invite(ticket_id, place.hall.clock.now())
        wake(place)

    return await act(place, request, work)


@post("/counter/ask_lead", right=Right.SERVE, status_code=200)
async def ask_lead(place: Place, request: PageRequest, queue: str = "") -> Response[str]:
    """叫值班长: for the visitor at hand, or with a free counter for a queue that it could help."""

    async def work(caller: Caller, _: str) -> None:
        counter = place.hall.counter(caller.counter or 0)
        if queue and queue not in place.hall.site.queues:
            raise HallProblem(ProblemCode.QUEUE_UNKNOWN)
        if bool(counter.label) == bool(queue):
            raise HallProblem(ProblemCode.ILLEGAL_MOVE)
        place.lead_calls.put(LeadCall(counter.no, place.hall.clock.now(), counter.label, queue))
        wake(place)

    return await act(place, request, work)


ASK_ROUTES = (invite, ask_lead)


def wake(place: Place) -> None:
    """Every screen looks again: nothing that is kept has changed."""
    place.hall.hub.announce(place.hall.n, ())
