"""What a clerk and a counter did today, read off the hall's events as they come: ends, service times, last calls.

Keeps a place in the events and reads only what is new. For the clerk's own eyes; knows no pages and no clock.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.vocabulary import ActorKind, Move
from hall_server.web.day_curve import DayTally

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.contract.messages import EventPage, EventView

_PAGE = 500


class Ended(msgspec.Struct, frozen=True):
    """A ticket that left a counter; `served_us` = None when nobody came."""

    label: str
    counter: int
    clerk: str
    at: int
    served_us: int | None
    ticket: str = ""


class Done(msgspec.Struct, frozen=True):
    """A move that its clerk may want to take back."""

    ticket: str
    label: str
    move: Move
    counter: int
    clerk: str
    at: int


class Shift(msgspec.Struct, frozen=True):
    """A clerk's day in figures, for their own eyes."""

    done: int
    mean_us: int
    longest_us: int
    no_shows: int
    holds: int
    transfers: int
    recalls: int
    undone: int


_KEPT_DONE = 3  # moves of a counter that may be taken back one after the other
_AT_COUNTER = frozenset({Move.CALL, Move.SERVE, Move.NO_SHOW, Move.COMPLETE, Move.HOLD, Move.RESUME, Move.TRANSFER})


class TodayLog:
    """The day so far. `events(after, limit)` is the hall's own question; `tally`: all of it in half hours."""

    def __init__(self, events: Callable[[int, int], EventPage]) -> None:
        self._events = events
        self._day = ""
        self._life = ""
        self._cursor = 0
        self._begin("", "", 0)

    def _begin(self, day: str, life: str, cursor: int) -> None:
        self._day, self._life, self._cursor = day, life, cursor
        self._ended: defaultdict[str, list[Ended]] = defaultdict(list)
        self._last: dict[int, Ended] = {}
        self._serving: dict[str, int] = {}
        self._called: dict[str, int] = {}
        self._moves: defaultdict[str, Counter[Move]] = defaultdict(Counter)
        self._done: list[Done] = []
        self.tally = DayTally()

    def catch_up(self, day: str, life: str, n: int, day_began: int) -> None:
        """Read up to `n`; a new business day or life of the hall begins at its first event (`day_began`, µs)."""
        if (day, life) != (self._day, self._life):
            self._begin(day, life, self._before(day_began, n))
        while self._cursor < n:
            page = self._events(self._cursor, _PAGE)
            for event in page.events:
                self._take(event)
            if not page.events:
                self._cursor = n
                return
            self._cursor = page.events[-1].n

    def ended(self, clerk: str) -> list[Ended]:
        """What a clerk finished today, in order; people who did not come are left out."""
        return [end for end in self._ended[clerk] if end.served_us is not None]

    def last_at(self, counter: int) -> Ended | None:
        """Who left this counter last today."""
        return self._last.get(counter)

    def last_called(self, ticket: str) -> int | None:
        """When a ticket was last called or called again."""
        return self._called.get(ticket)

    def done_last(self, counter: int, clerk: str) -> Done | None:
        """The newest move of a clerk at a counter that nothing has followed."""
        return next((one for one in reversed(self._done) if (one.counter, one.clerk) == (counter, clerk)), None)

    def shift(self, clerk: str) -> Shift:
        """A clerk's day so far."""
        times = [end.served_us for end in self._ended[clerk] if end.served_us is not None]
        moves = self._moves[clerk]
        return Shift(
            done=len(times),
            mean_us=sum(times) // len(times) if times else 0,
            longest_us=max(times, default=0),
            no_shows=moves[Move.NO_SHOW],
            holds=moves[Move.HOLD],
            transfers=moves[Move.TRANSFER],
            recalls=moves[Move.RECALL],
            undone=moves[Move.UNDO],
        )

    def _note_done(self, event: EventView) -> None:
        """What was done at a counter, until something else happens to that ticket or counter."""
        self._done = [one for one in self._done if one.ticket != event.ticket]
        if event.move in _AT_COUNTER and event.counter is not None:
            mine = [one for one in self._done if one.counter == event.counter][-_KEPT_DONE + 1 :]
            others = [one for one in self._done if one.counter != event.counter]
            done = Done(event.ticket, event.label, event.move, event.counter, event.actor, event.at)
            self._done = [*others, *mine, done]

    def _before(self, moment: int, n: int) -> int:
        """The number of the last event before a moment, found by halving."""
        low, high = 0, n
        while low < high:
            middle = (low + high + 1) // 2
            found = self._events(middle - 1, 1).events
            if found and found[0].at < moment:
                low = middle
            else:
                high = middle - 1
        return low

    def _take(self, event: EventView) -> None:
        self.tally.take(event)
        if event.actor_kind is ActorKind.CLERK:
            self._moves[event.actor][event.move] += 1
        self._note_done(event)
        match event.move:
            case Move.CALL | Move.RECALL:
                self._called[event.ticket] = event.at
            case Move.SERVE:
                self._serving[event.ticket] = event.at
            case Move.COMPLETE | Move.NO_SHOW if event.counter is not None:
                began = self._serving.pop(event.ticket, None)
                self._called.pop(event.ticket, None)
                served = None if began is None else max(0, event.at - began)
                end = Ended(event.label, event.counter, event.actor, event.at, served, event.ticket)
                self._ended[event.actor].append(end)
                self._last[event.counter] = end
