"""办结: the service is over, with an outcome; without a word it is the item's usual one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.vocabulary import Move, Outcome
from hall_server.domain.ticket import Step, Ticket
from hall_server.flows.desk import find, move_at_counter

if TYPE_CHECKING:
    from hall_server.domain.seams import Transaction
    from hall_server.flows.caller import Caller
    from hall_server.flows.here import Here


def complete(tx: Transaction, here: Here, ticket_id: str, outcome: Outcome | None, by: Caller) -> Ticket:
    """The completed ticket.

    Raises HallProblem(ticket_unknown | counter_closed | counter_taken | illegal_move | not_your_ticket).
    """
    ticket = find(tx, ticket_id)
    usual = here.site.items[ticket.item].default_outcome if ticket.item in here.site.items else Outcome.ACCEPTED
    step = Step(Move.COMPLETE, outcome=outcome or usual)
    return move_at_counter(tx, here, ticket, step, by)
