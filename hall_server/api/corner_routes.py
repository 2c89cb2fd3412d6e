"""现场协助 at a kiosk, behind its PIN: a number is looked at before it is cancelled or goes first.

The hall has one rule for each; these are a greeter's doors, opened by a kiosk whose PIN somebody of the hall knows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

from litestar import Request, get
from litestar.params import FromPath, QueryParameter

from hall_server.api.door import enter
from hall_server.contract.priority import AssistedTicket
from hall_server.domain.rights import Right
from hall_server.flows.greeter_desk import CANCELLABLE

if TYPE_CHECKING:
    from hall_server.flows.hall import Hall

Asked = Request[Any, Any, Any]
Of = Annotated[str, QueryParameter(min_length=1, max_length=36, description="a label, its digits, or a ticket's id")]


@get("/halls/{hall_id:str}/tickets/assisted", right=Right.STAFF_CORNER, summary="Numbers that staff look at")
async def assisted(request: Asked, hall_id: FromPath[str], of: Of) -> list[AssistedTicket]:
    """Today's, by label ("A042"), by digits in every queue ("42"), or the one whose slip was shown; none: []."""
    hall = await enter(request, hall_id)
    return [_assisted(hall, one) for one in _meant(hall, of)]


def _meant(hall: Hall, of: str) -> list[str]:
    try:
        shown = str(UUID(of))
    except ValueError:
        return [one.id for one in hall.asides.find(of)]
    return [hall.ticket(shown).id]


def _assisted(hall: Hall, ticket_id: str) -> AssistedTicket:
    ticket = hall.ticket(ticket_id)
    return AssistedTicket(ticket, may_cancel=ticket.state in CANCELLABLE, cost=hall.greeters.cost(ticket_id))


HANDLERS = [assisted]
