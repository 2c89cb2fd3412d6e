"""弃号: the visitor gives the number up, at a kiosk, at the counter or at the greeter's desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.vocabulary import ActorKind, Move
from hall_server.domain.hall_state import AT_COUNTER
from hall_server.domain.ticket import Step, Ticket
from hall_server.flows.desk import find, move, move_at_counter, staff

if TYPE_CHECKING:
    from hall_server.domain.seams import Transaction
    from hall_server.flows.caller import Caller
    from hall_server.flows.here import Here

GIVEN_UP = "given_up"


def cancel(tx: Transaction, here: Here, ticket_id: str, by: Caller) -> Ticket:
    """The cancelled ticket. Raises HallProblem(ticket_unknown | illegal_move | not_your_ticket)."""
    ticket, step = find(tx, ticket_id), Step(Move.CANCEL, reason=GIVEN_UP)
    if ticket.state in AT_COUNTER and by.kind is ActorKind.CLERK:
        return move_at_counter(tx, here, ticket, step, by)
    return move(tx, here, ticket, step, staff(tx, by))
