"""Tickets inside a transaction as the hall's memory has them; what it has not is read once and kept there.

Only for a store that is the one writer of its file (see `hall_memory`). While it is hopeful, ids and keys that somebody
is about to write are taken for new ones: the tables themselves refuse a second, and then all is done again with a look.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.domain.hall_state import Moved
from hall_server.store import statements as sql
from hall_server.store.answer_rows import AnswerRows
from hall_server.store.rows import ticket_of
from hall_server.store.ticket_rows import LINE_AT_MOST, TicketRows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hall_server.domain.seams import Planned
    from hall_server.domain.ticket import Ticket, TicketEvent
    from hall_server.store.answer_rows import Kept
    from hall_server.store.hall_memory import HallMemory, Line
    from hall_server.store.prepared import Value


class RememberedTickets(TicketRows, AnswerRows):
    """See `seams.TicketRows`, `seams.AnswerRows`."""

    memory: HallMemory
    hopeful: bool
    _named: set[Value]  # ids and keys that this transaction has written or owes

    def answered(self, key: str) -> Kept | None:
        return None if self.hopeful and key not in self._named else self.kept_answer(key)

    def is_ticket(self, ticket_id: str) -> bool:
        if ticket_id in self.memory.tickets:
            return True
        return (not self.hopeful or ticket_id in self._named) and super().is_ticket(ticket_id)

    def ticket(self, ticket_id: str) -> Ticket | None:
        known = self.memory.tickets.get(ticket_id)
        if known is None and (known := super().ticket(ticket_id)) is not None:
            self.memory.tickets[ticket_id] = known
        return known

    def callable_tickets(self, queues: Sequence[str], business_day: str) -> list[Ticket]:
        lines = [self._line(queue, business_day).callable() for queue in queues]
        return [ticket for line in lines for ticket in line[:LINE_AT_MOST]]

    def missed_tickets(self, queues: Sequence[str], business_day: str) -> list[Ticket]:
        return [ticket for queue in queues for ticket in self._line(queue, business_day).missed()]

    def ahead(self, ticket: Ticket) -> int:
        return self._line(ticket.queue, ticket.business_day).ahead(ticket)

    def at_counter(self, no: int) -> Ticket | None:
        desks = self.memory.desks
        if no not in desks:
            desks[no] = super().at_counter(no)
        return desks[no]

    def remember(self, event: TicketEvent, make: Callable[[TicketEvent], Ticket]) -> Ticket:
        ticket = super().remember(event, make)
        self.memory.note(ticket)
        return ticket

    def remember_many(self, moves: Sequence[Planned]) -> None:
        before = len(self.changes)
        super().remember_many(moves)
        for change in self.changes[before:]:
            if isinstance(change, Moved):
                self.memory.note(change.ticket)

    def _line(self, queue: str, business_day: str) -> Line:
        line = self.memory.line(queue, business_day)
        if line is None:
            rows = [
                one
                for what in (sql.QUEUED, sql.MISSED)
                for one in self.run(what, queue=queue, business_day=business_day)
            ]
            line = self.memory.learn_line(queue, business_day, map(ticket_of, rows))
        return line
