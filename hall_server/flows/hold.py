"""挂起: the visitor goes to fetch or fill in something and keeps their place with the counter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.vocabulary import Move
from hall_server.domain.ticket import SECOND, Step, Ticket
from hall_server.flows.desk import find, move_at_counter

if TYPE_CHECKING:
    from hall_server.contract.messages import HoldTicket
    from hall_server.domain.seams import Transaction
    from hall_server.flows.caller import Caller
    from hall_server.flows.here import Here


def hold(tx: Transaction, here: Here, ticket_id: str, order: HoldTicket, by: Caller) -> Ticket:
    """The held ticket; the counter is free for the next. The event keeps why, and when to look again.

    Raises HallProblem(ticket_unknown | counter_closed | counter_taken | illegal_move | not_your_ticket).
    """
    remind_at = here.clock.now() + order.remind_min * 60 * SECOND if order.remind_min else None
    step = Step(Move.HOLD, reason=order.reason, remind_at=remind_at)
    return move_at_counter(tx, here, find(tx, ticket_id), step, by)
