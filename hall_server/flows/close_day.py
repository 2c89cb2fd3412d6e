"""The hall closes its day: who still waits is told so, and has priority tomorrow with the same slip.

Whoever is at a counter is served to the end; whoever nobody ever confirmed is void.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.vocabulary import Move, TicketState
from hall_server.domain.ticket import DAY_OVER, SERVER, Step, Ticket
from hall_server.flows.desk import move, staff

if TYPE_CHECKING:
    from hall_server.domain.seams import Transaction
    from hall_server.flows.caller import Caller
    from hall_server.flows.here import Here

_ALL_DAYS = "9999-12-31"


def close_day(tx: Transaction, here: Here, until_day: str, by: Caller | None = None) -> list[Ticket]:
    """Close all open tickets of a business day and of those before it; the tickets that were closed.

    A ticket whose slip is still being printed is left to its timer.
    """
    actor = SERVER if by is None else staff(tx, by)
    step = Step(Move.CANCEL, reason=DAY_OVER)
    return [move(tx, here, ticket, step, actor) for ticket in tx.open_tickets(until_day) if _open(ticket)]


def close_days_ahead(tx: Transaction, here: Here, behind_day: str) -> None:
    """Close the open tickets of all business days behind one: nobody is ever called for a day that has not come.

    They come from kiosks that had them from this hall while its clock was far ahead.
    """
    step = Step(Move.CANCEL, reason=DAY_OVER)
    for ticket in tx.open_tickets(_ALL_DAYS):
        if ticket.business_day > behind_day and _open(ticket):
            move(tx, here, ticket, step, SERVER)


def _open(ticket: Ticket) -> bool:
    return ticket.state is not TicketState.RESERVED
