"""What the one writer of a hall's file knows from transaction to transaction, so that it is not read again each time.

The head, answers to small questions, open tickets and whole lines. True as long as nobody else has written: whoever
holds it compares the file's version first, and forgets everything when somebody did or when a change was taken back.
Knows no driver; what is not known here is asked there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hall_server.contract.vocabulary import TicketState
from hall_server.domain.hall_state import AT_COUNTER
from hall_server.domain.moves import ENDED
from hall_server.domain.queue import CALLABLE
from hall_server.store import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hall_server.domain.ticket import Ticket
    from hall_server.store.prepared import Prepared, Value

    Question = tuple[Value, ...]

_COUNTED = frozenset({TicketState.RESERVED, TicketState.WAITING})  # as in statements.AHEAD
_IN_A_LINE = CALLABLE | {TicketState.RESERVED, TicketState.NO_SHOW}
_AT_MOST = 16_384  # open tickets and answers kept; a hall that has more in a day begins anew


class Line:
    """Everybody of one queue and day who waits, is about to, or missed a call."""

    __slots__ = ("_counted", "_newest", "_ordered", "_tickets")

    def __init__(self, tickets: Iterable[Ticket]) -> None:
        self._tickets: dict[str, Ticket] = {}
        self._counted = 0
        self._newest = 0
        self._ordered = True
        for ticket in tickets:
            self.put(ticket)

    def put(self, ticket: Ticket) -> None:
        """A ticket that was not there."""
        self._tickets[ticket.id] = ticket
        self._counted += ticket.state in _COUNTED
        if ticket.place > self._newest:
            self._newest = ticket.place
        else:
            self._ordered = False

    def drop(self, ticket: Ticket) -> None:
        """A ticket as it stood there, if it did."""
        if self._tickets.pop(ticket.id, None) is not None:
            self._counted -= ticket.state in _COUNTED

    def ahead(self, ticket: Ticket) -> int:
        """Counted people who were there before a ticket."""
        if ticket.place >= self._newest:
            itself = self._tickets.get(ticket.id)
            return self._counted - (itself is not None and itself.state in _COUNTED)
        return sum(1 for other in self._tickets.values() if other.place < ticket.place and other.state in _COUNTED)

    def everybody(self) -> Iterable[Ticket]:
        """All of them, in no order."""
        return self._tickets.values()

    def callable(self) -> list[Ticket]:
        """Whom a counter may call, in the order of coming."""
        return [ticket for ticket in self._in_order() if ticket.state in CALLABLE]

    def missed(self) -> list[Ticket]:
        """No-shows, in the order of coming."""
        return [ticket for ticket in self._in_order() if ticket.state is TicketState.NO_SHOW]

    def _in_order(self) -> Iterable[Ticket]:
        if not self._ordered:
            self._tickets = {one.id: one for one in sorted(self._tickets.values(), key=lambda one: one.place)}
            self._ordered = True
        return self._tickets.values()


class HallMemory:
    """One hall's memory. `head` is the newest event's number and hash; None = not known."""

    def __init__(self) -> None:
        self.head: tuple[int, bytes] | None = None
        self.answers: dict[Prepared, dict[Question, list[Any]]] = {}
        self.tickets: dict[str, Ticket] = {}  # open ones
        self.desks: dict[int, Ticket | None] = {}  # whoever is called to a counter or served there
        self._lines: dict[tuple[str, str], Line] = {}

    def forget(self) -> None:
        """Nothing is known any more."""
        self.head = None
        self.answers.clear()
        self.forget_tickets()

    def forget_tickets(self) -> None:
        """Nothing is known of tickets."""
        self.tickets.clear()
        self.desks.clear()
        self._lines.clear()

    def forget_rows(self, tables: frozenset[str]) -> None:
        """Rows of these tables were changed, nobody says how."""
        if t.ticket.name in tables:
            self.forget_tickets()
        for statement, known in self.answers.items():
            if not statement.tables.isdisjoint(tables):
                known.clear()

    def answer(self, statement: Prepared, question: Question, rows: list[Any]) -> None:
        """Remember what a small question was answered."""
        known = self.answers.setdefault(statement, {})
        if len(known) >= _AT_MOST:
            known.clear()
        known[question] = rows

    def line(self, queue: str, business_day: str) -> Line | None:
        """A whole line; None when it was not learned."""
        return self._lines.get((queue, business_day))

    def learn_line(self, queue: str, business_day: str, tickets: Iterable[Ticket]) -> Line:
        """A line as it stands in the database."""
        line = self._lines[queue, business_day] = Line(sorted(tickets, key=lambda one: one.place))
        self.tickets.update((one.id, one) for one in line.everybody())
        return line

    def note(self, ticket: Ticket) -> None:
        """A ticket that was born or moved, as it stands now."""
        if len(self.tickets) >= _AT_MOST:
            self.forget_tickets()
        old = self.tickets.pop(ticket.id, None)
        if old is not None:
            self._leave(old)
        elif ticket.place != ticket.n:
            self._lines.clear()  # moved, and nobody here knows from where
            self.desks.clear()
        if ticket.state not in ENDED:
            self.tickets[ticket.id] = ticket
        if ticket.state in _IN_A_LINE and (line := self.line(ticket.queue, ticket.business_day)) is not None:
            line.put(ticket)
        if ticket.state in AT_COUNTER and ticket.counter is not None:
            self.desks[ticket.counter] = ticket

    def _leave(self, old: Ticket) -> None:
        line = self.line(old.queue, old.business_day)
        if line is not None:
            line.drop(old)
        if old.state in AT_COUNTER and old.counter is not None:
            there = self.desks.pop(old.counter, None)
            if there is not None and there.id == old.id:
                self.desks[old.counter] = None
