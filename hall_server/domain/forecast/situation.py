"""What somebody finds who comes to a queue, and what became of those before: the words that learning and telling share.

All times of one day are seconds on one clock (which one does not matter); waits and paces are seconds. Pace = wait
divided by the number of calls it took, those ahead and one's own. Knows no model.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

RECENT_S = 3600.0
RECENT_CALLS = 10
LAST_CALLS = 3
STALE_S = 300.0  # news older than this counts people who were called long ago
HOUR_S = 3600


class Observation(msgspec.Struct, frozen=True):
    """One visitor of a past day.

    `ahead` people stood before them; `counters` = open for the queue, None when nobody knows. `weekday` 1 = Monday.
    `news_s` = when somebody last looked who had been called, None when that was known at any time.
    """

    day: str
    queue: str
    issued_s: float
    called_s: float
    ahead: int
    weekday: int
    counters: float | None = None
    news_s: float | None = None

    @property
    def wait_s(self) -> float:
        """Seconds from the number to the call."""
        return max(0.0, self.called_s - self.issued_s)


class Served(NamedTuple):
    """Somebody of today who was called: when the number was issued, when it was called, how many were ahead."""

    called_s: float
    issued_s: float
    ahead: int


class Situation(NamedTuple):
    """What one person finds. `counters` are open for the queue.

    `in_line` of the people ahead stood there already when the news was fresh; None: all of them.
    """

    queue: str
    ahead: int
    hour: int
    counters: float | None = None
    last_wait_s: float | None = None  # of the newest call of the queue
    head_wait_s: float | None = None  # how long the first in line has waited by now
    recent_pace_s: float | None = None  # median of the last calls of this hour
    recent_calls: int = 0
    call_gap_s: float | None = None  # mean time between those calls
    last_waits_s: float | None = None  # mean of the newest three calls
    in_line: int | None = None

    @property
    def line(self) -> int:
        """The people ahead of whom it is known that they wait."""
        return self.ahead if self.in_line is None else min(self.ahead, self.in_line)


def situation(
    queue: str,
    at_s: float,
    ahead: int,
    served: Sequence[Served],
    *,
    known_to_s: float | None = None,
    head_issued_s: float | None = None,
    counters: float | None = None,
    hour: int | None = None,
    in_line: int | None = None,
) -> Situation:
    """What somebody finds at `at_s`; `served` are today's calls of the queue in order, known up to `known_to_s`.

    Without `hour`, `at_s` counts from midnight. Whoever came after stale news is not counted as ahead: about as many
    were called meanwhile, and a line is as long as it was rather than as long as the numbers since then.
    """
    known_to_s = at_s if known_to_s is None else known_to_s
    known = bisect_right(served, known_to_s, key=lambda one: one.called_s)
    start = max(
        bisect_left(served, known_to_s - RECENT_S, hi=known, key=lambda one: one.called_s), known - RECENT_CALLS
    )
    recent = served[start:known]
    gap = (known_to_s - recent[0].called_s) / len(recent) if len(recent) > 1 else None
    last = [max(0.0, one.called_s - one.issued_s) for one in served[max(0, known - LAST_CALLS) : known]]
    return Situation(
        queue=queue,
        ahead=_counted(ahead, in_line, at_s - known_to_s),
        hour=int(at_s // HOUR_S) % 24 if hour is None else hour,
        counters=counters,
        last_wait_s=last[-1] if last else None,
        head_wait_s=None if head_issued_s is None else max(0.0, known_to_s - head_issued_s),
        recent_pace_s=_middle([(one.called_s - one.issued_s) / (one.ahead + 1) for one in recent]) if recent else None,
        recent_calls=len(recent),
        call_gap_s=gap,
        last_waits_s=sum(last) / len(last) if last else None,
        in_line=in_line,
    )


def replay(day: Iterable[Observation], lag_s: float = 0.0) -> Iterator[tuple[Observation, Situation]]:
    """A past day as those found it who came.

    Known is what had happened when the news was taken; without a time of news, what happened `lag_s` before they came.
    """
    queues: dict[str, list[Observation]] = {}
    for one in day:
        queues.setdefault(one.queue, []).append(one)
    for line in queues.values():
        line.sort(key=lambda one: one.issued_s)
        yield from _replayed(line, lag_s)


def _replayed(line: list[Observation], lag_s: float) -> Iterator[tuple[Observation, Situation]]:
    issued = [one.issued_s for one in line]
    called = sorted(one.called_s for one in line)
    stood = [_stood(one, issued, called) for one in line]
    served = sorted(
        Served(one.called_s, one.issued_s, _counted(one.ahead, known, one.issued_s - (one.news_s or 0.0)))
        for one, known in zip(line, stood, strict=True)
    )
    head = 0
    for one, in_line in zip(line, stood, strict=True):
        known_to_s = one.issued_s - lag_s if one.news_s is None else min(one.news_s, one.issued_s)
        while head < len(line) and line[head].called_s <= known_to_s:
            head += 1
        first = line[head].issued_s if head < len(line) and line[head].issued_s <= known_to_s else None
        found = situation(
            one.queue,
            one.issued_s,
            one.ahead,
            served,
            known_to_s=known_to_s,
            head_issued_s=first,
            counters=one.counters,
            in_line=in_line,
        )
        yield one, found


def _stood(one: Observation, issued: list[float], called: list[float]) -> int | None:
    """How many were in line when the news was taken."""
    if one.news_s is None:
        return None
    return max(0, bisect_right(issued, one.news_s) - bisect_right(called, one.news_s))


def _counted(ahead: int, in_line: int | None, age_s: float) -> int:
    return max(0, ahead if in_line is None or age_s <= STALE_S else min(ahead, in_line))


def _middle(values: list[float]) -> float:
    ranked = sorted(values)
    return max(0.0, (ranked[(len(ranked) - 1) // 2] + ranked[len(ranked) // 2]) / 2)
