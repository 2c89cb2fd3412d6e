"""过号: called, and nobody came in the time that is theirs. Their turn comes again once; then the number expires."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.vocabulary import Move
from hall_server.domain.ticket import Step, Ticket
from hall_server.flows.desk import find, move_at_counter

if TYPE_CHECKING:
    from hall_server.domain.seams import Transaction
    from hall_server.flows.caller import Caller
    from hall_server.flows.here import Here


def no_show(tx: Transaction, here: Here, ticket_id: str, by: Caller) -> Ticket:
    """The ticket after the move.

    Raises HallProblem(ticket_unknown | counter_closed | counter_taken | illegal_move | not_your_ticket), or while it is
    too early: no_show_too_soon.
    """
    ticket = find(tx, ticket_id)
    step = Step(Move.NO_SHOW, calls=tx.calls_made(ticket.queue, ticket.business_day))
    return move_at_counter(tx, here, ticket, step, by)
