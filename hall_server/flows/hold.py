"""挂起: the visitor goes to fetch or fill in something and keeps their place with the counter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.vocabulary import Move
from hall_server.domain.ticket import Step, Ticket
from hall_server.flows.desk import find, move_at_counter

if TYPE_CHECKING:
    from hall_server.domain.seams import Transaction
    from hall_server.flows.caller import Caller
    from hall_server.flows.here import Here


def hold(tx: Transaction, here: Here, ticket_id: str, reason: str, by: Caller) -> Ticket:
    """The held ticket; the counter is free for the next.

    Raises HallProblem(ticket_unknown | counter_closed | counter_taken | illegal_move | not_your_ticket).
    """
    return move_at_counter(tx, here, find(tx, ticket_id), Step(Move.HOLD, reason=reason), by)
