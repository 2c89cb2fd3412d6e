"""弃号: the visitor gives the number up, at a kiosk, at the counter or at the greeter's desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.slip_code import SlipCodeError, parse_slip_code
from hall_server.contract.vocabulary import ActorKind, Move
from hall_server.domain.hall_state import AT_COUNTER
from hall_server.domain.ticket import Step, Ticket
from hall_server.flows.desk import find, move, move_at_counter, staff

if TYPE_CHECKING:
    from hall_server.contract.messages import CancelTicket
    from hall_server.domain.seams import Transaction
    from hall_server.flows.caller import Caller
    from hall_server.flows.here import Here

GIVEN_UP = "given_up"


def cancel(tx: Transaction, here: Here, ticket_id: str, by: Caller, proof: CancelTicket | None = None) -> Ticket:
    """The cancelled ticket. Raises HallProblem(ticket_unknown | illegal_move | not_your_ticket).

    `proof`: what a kiosk says of the visitor; None from those who know whose it is: staff, and whoever holds the slip.
    """
    ticket, step = find(tx, ticket_id), Step(Move.CANCEL, reason=GIVEN_UP)
    if proof is not None and by.kind is ActorKind.KIOSK and not _is_theirs(ticket, proof):
        raise HallProblem(ProblemCode.NOT_YOUR_TICKET, "name the visitor or the slip's code")
    if ticket.state in AT_COUNTER and by.kind is ActorKind.CLERK:
        return move_at_counter(tx, here, ticket, step, by)
    return move(tx, here, ticket, step, staff(tx, by))


def _is_theirs(ticket: Ticket, proof: CancelTicket) -> bool:
    if proof.by_staff:
        return True
    if proof.visitor is not None and ticket.visitor is not None and proof.visitor == ticket.visitor.pseudonym:
        return True
    try:
        return bool(proof.slip) and parse_slip_code(proof.slip)[0].hex() == ticket.id.replace("-", "")
    except SlipCodeError:
        return False
