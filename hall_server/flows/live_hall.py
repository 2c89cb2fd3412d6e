"""The hall of this moment in memory, for those who look: tickets in line, at counters, unanswered; who sits where.

A projection of what is committed: rebuilt from the store at start, fed with every committed change, and never asked by
a flow that changes something. It holds no rule of its own.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hall_server.contract.vocabulary import Move, Origin, TicketState
from hall_server.domain.hall_state import AT_COUNTER, Change, CounterSession, Moved, Seated
from hall_server.domain.queue import CALLABLE, booked_run_after
from hall_server.flows.waits import Waits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from hall_server.domain.ticket import Ticket

_IN_LINE = CALLABLE | {TicketState.RESERVED}
_COUNTED = frozenset({TicketState.WAITING, TicketState.RESERVED})
_ELSEWHERE = frozenset({Origin.LEASE, Origin.EMERGENCY})  # nobody was told a wait, and who stood before is not known
_ASIDE = frozenset({TicketState.HELD, TicketState.NO_SHOW})


class LiveHall:
    """Everything that is going on. Used from one thread only."""

    def __init__(
        self,
        business_day: str,
        tickets: Iterable[Ticket],
        sessions: Iterable[CounterSession],
        waits: Waits | None = None,
        booked_runs: Mapping[int, int] | None = None,
        *,
        is_away: Callable[[int], bool] = lambda _: False,  # whether a counter that somebody sits at pauses
    ) -> None:
        self.waits = waits or Waits()
        self.sessions = {session.counter: session for session in sessions}
        self._is_away = is_away
        self.business_day = business_day
        self.at_counter: dict[int, Ticket] = {}
        self.unanswered: dict[str, Ticket] = {}  # a timer runs for these, whatever their day
        self.waiting: Counter[str] = Counter()  # confirmed tickets in line, per queue
        self.aside: dict[str, Ticket] = {}  # held 挂起, or missed 过号 and not over
        self.booked_runs: Counter[int] = Counter(booked_runs or {})  # booked visitors called in a row
        self._line: dict[str, dict[str, Ticket]] = {}
        self._counted: Counter[str] = Counter()  # people in line who hold a number, per queue
        self._newest: dict[str, int] = {}  # the highest place that was ever in the line of a queue
        self._tickets: dict[str, Ticket] = {}
        for ticket in tickets:
            self._put(ticket)

    def apply(self, change: Change) -> None:
        """Take in one committed change."""
        match change:
            case Moved(ticket=ticket, event=event):
                if event.move is Move.CALL and ticket.counter is not None:
                    self.booked_runs[ticket.counter] = booked_run_after(event.run, ticket)
                elif event.undone is Move.CALL and (called := self._tickets.get(ticket.id)) and called.counter:
                    self.booked_runs[called.counter] = event.run
                self._remove(ticket.id)
                self._put(ticket)
                if event.birth is None:
                    self.waits.note(change, 0)
                elif event.birth.origin not in _ELSEWHERE:
                    self.waits.note(change, self.ahead(ticket))
            case Seated(counter=counter, session=session) if session is not None:
                self.sessions[counter] = session
            case Seated(counter=counter):
                self.sessions.pop(counter, None)
            case _:
                pass

    def ticket(self, ticket_id: str) -> Ticket | None:
        """A ticket whose life goes on."""
        return self._tickets.get(ticket_id)

    def of(self, pseudonym: str) -> list[Ticket]:
        """A person's tickets of today whose lives go on, the oldest first."""
        today = (one for one in self._tickets.values() if one.business_day == self.business_day)
        own = (one for one in today if one.visitor is not None and one.visitor.pseudonym == pseudonym)
        return sorted(own, key=lambda one: one.place)

    @property
    def working(self) -> set[int]:
        """The counters that somebody sits at and that do not pause."""
        return {no for no in list(self.sessions) if not self._is_away(no)}

    @property
    def empty(self) -> bool:
        """Nobody waits, is at a counter, was held or missed a call."""
        return not self._tickets

    def line(self, queues: Iterable[str]) -> list[Ticket]:
        """Everybody of today in these queues who has a number: reserved, unconfirmed, waiting. In no order.

        Asked by a writer's thread as well: each line is copied in one go before anybody walks along it.
        """
        return [ticket for queue in queues for ticket in list(self._line.get(queue, {}).values())]

    def ahead(self, ticket: Ticket) -> int:
        """People of its queue who were there before it; nobody is before a ticket of another day."""
        line = self._line.get(ticket.queue, {})
        if ticket.place >= self._newest.get(ticket.queue, 0):  # asked for everybody who takes a number
            itself = line.get(ticket.id)
            return self._counted[ticket.queue] - (itself is not None and itself.state in _COUNTED)
        return sum(1 for other in list(line.values()) if other.place < ticket.place and other.state in _COUNTED)

    def _put(self, ticket: Ticket) -> None:
        in_line = ticket.state in _IN_LINE
        at_counter = ticket.state in AT_COUNTER
        aside = ticket.state in _ASIDE
        if not in_line and not at_counter and not aside:
            return
        self._tickets[ticket.id] = ticket
        if aside and ticket.business_day == self.business_day:
            self.aside[ticket.id] = ticket
        if at_counter and ticket.counter is not None:
            self.at_counter[ticket.counter] = ticket
        if ticket.unconfirmed and ticket.state is not TicketState.UNCONFIRMED and not aside:
            self.unanswered[ticket.id] = ticket
        if in_line and ticket.business_day == self.business_day:
            self._line.setdefault(ticket.queue, {})[ticket.id] = ticket
            self.waiting[ticket.queue] += ticket.state is TicketState.WAITING
            self._counted[ticket.queue] += ticket.state in _COUNTED
            self._newest[ticket.queue] = max(ticket.place, self._newest.get(ticket.queue, 0))

    def _remove(self, ticket_id: str) -> None:
        old = self._tickets.pop(ticket_id, None)
        if old is None:
            return
        self.unanswered.pop(ticket_id, None)
        self.aside.pop(ticket_id, None)
        if self._line.get(old.queue, {}).pop(ticket_id, None) is not None:
            self.waiting[old.queue] -= old.state is TicketState.WAITING
            self._counted[old.queue] -= old.state in _COUNTED
        if old.counter is not None and old.state in AT_COUNTER:
            self.at_counter.pop(old.counter, None)
