"""Observations from a hall's remembered events: who came when, how many stood before them, when they were called.

Who sat at which counter is not among the events; a counter counts as open for a queue while it works and has been seen
to call from it. Knows no store.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.vocabulary import Move, TicketState
from hall_server.domain.business_day import hall_time
from hall_server.domain.forecast.situation import Observation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import tzinfo

    from hall_server.domain.ticket import TicketEvent

ACTIVE_S = 45 * 60
_AHEAD = frozenset({TicketState.WAITING, TicketState.RESERVED})


class _Taken:
    """A ticket that waits for its first call."""

    def __init__(self, event: TicketEvent, ahead: int, counters: int) -> None:
        self.event, self.ahead, self.counters = event, ahead, counters


class History:
    """The hall replayed as far as forecasts need it; feed it the events in order."""

    def __init__(self, zone: tzinfo) -> None:
        self._zone = zone
        self._day = ""
        self._waiting: dict[str, _Taken] = {}
        self._lines: dict[str, set[str]] = {}
        self._worked: dict[int, int] = {}  # when a counter was last heard of
        self._calls_from: dict[str, set[int]] = {}  # counters that were seen to call from a queue

    def observe(self, event: TicketEvent) -> Observation | None:
        """Take in one event; an observation when it was somebody's first call."""
        if event.business_day > self._day:
            self._day = event.business_day
            self._waiting.clear()
            self._lines.clear()
        if event.business_day != self._day:
            return None
        taken = self._stand(event)
        if event.counter is not None:
            self._worked[event.counter] = event.at
        if event.move is not Move.CALL or event.counter is None:
            return None
        self._calls_from.setdefault(event.queue, set()).add(event.counter)
        return None if taken is None or taken.event.queue != event.queue else self._observation(taken, event)

    def _stand(self, event: TicketEvent) -> _Taken | None:
        """Where the ticket stands after the event; what was known of it when it leaves the line."""
        line = self._lines.setdefault(event.queue, set())
        if event.birth is not None:
            self._waiting[event.ticket] = _Taken(event, len(line), self._open(event.queue, event.at))
        if event.state in _AHEAD:
            line.add(event.ticket)
            return None
        for other in self._lines.values():
            other.discard(event.ticket)
        unsettled = event.state is TicketState.UNCONFIRMED
        return None if unsettled else self._waiting.pop(event.ticket, None)

    def _open(self, queue: str, at: int) -> int:
        recent = at - ACTIVE_S * 1_000_000
        return sum(1 for no in self._calls_from.get(queue, ()) if self._worked.get(no, 0) >= recent)

    def _observation(self, taken: _Taken, call: TicketEvent) -> Observation | None:
        came = hall_time(taken.event.at, self._zone)
        issued_s = came.hour * 3600.0 + came.minute * 60 + came.second
        wait_s = (call.at - taken.event.at) / 1_000_000
        if wait_s < 0:  # the clock was set
            return None
        return Observation(
            day=taken.event.business_day,
            queue=taken.event.queue,
            issued_s=issued_s,
            called_s=issued_s + wait_s,
            ahead=taken.ahead,
            weekday=came.isoweekday(),
            counters=taken.counters or None,
        )


def observations_of(events: Iterable[TicketEvent], zone: tzinfo, before_day: str) -> Iterator[Observation]:
    """What happened on the days before `before_day` (ISO date), in the order of the calls."""
    history = History(zone)
    for event in events:
        found = history.observe(event)
        if found is not None and found.day < before_day:
            yield found
