"""The hall's two timers (definitions.md 2): no word about a slip, and an unconfirmed ticket that nobody answers for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.vocabulary import Move, PrintAnswer, TicketState
from hall_server.domain.life import passed
from hall_server.domain.ticket import PRINT_ANSWER_TIMEOUT, SERVER, Step, Ticket
from hall_server.flows.desk import move

if TYPE_CHECKING:
    from hall_server.domain.seams import Transaction
    from hall_server.domain.site import Limits
    from hall_server.flows.here import Here


def due(ticket: Ticket, at: int, limits: Limits) -> bool:
    """Whether a timer of this ticket has run out."""
    if ticket.state is TicketState.RESERVED:
        return passed(ticket.taken_at, at, limits.print_answer_s)
    if ticket.state is TicketState.CALLED and ticket.unconfirmed and ticket.called_at is not None:
        return passed(ticket.called_at, at, limits.unconfirmed_call_s)
    return False


def expire_unanswered(tx: Transaction, here: Here, ticket_id: str) -> Ticket | None:
    """The ticket after its timer, or None when an answer came first."""
    ticket = tx.ticket(ticket_id)
    at = here.clock.now()
    if ticket is None or not due(here.timed(ticket, at), at, here.site.limits):
        return None
    if ticket.state is TicketState.RESERVED:
        step = Step(Move.CONFIRM_PRINT, answer=PrintAnswer.CANNOT_TELL, reason=PRINT_ANSWER_TIMEOUT)
    else:
        step = Step(Move.NO_SHOW)
    return move(tx, here, ticket, step, SERVER)
