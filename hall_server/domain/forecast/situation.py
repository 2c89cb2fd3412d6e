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
HOUR_S = 3600


class Observation(msgspec.Struct, frozen=True):
    """One visitor of a past day.

    `ahead` people stood before them; `counters` = open for the queue, None when nobody knows. `weekday` 1 = Monday.
    """

    day: str
    queue: str
    issued_s: float
    called_s: float
    ahead: int
    weekday: int
    counters: float | None = None

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
    """What one person finds. `counters` are open for the queue."""

    queue: str
    ahead: int
    hour: int
    counters: float | None = None
    last_wait_s: float | None = None  # of the newest call of the queue
    head_wait_s: float | None = None  # how long the first in line has waited by now
    recent_pace_s: float | None = None  # median of the last calls of this hour
    recent_calls: int = 0
    call_gap_s: float | None = None  # mean time between those calls


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
) -> Situation:
    """What somebody finds at `at_s`; `served` are today's calls of the queue in order, known up to `known_to_s`.

    Without `hour`, `at_s` counts from midnight.
    """
    known_to_s = at_s if known_to_s is None else known_to_s
    known = bisect_right(served, known_to_s, key=lambda one: one.called_s)
    start = max(
        bisect_left(served, known_to_s - RECENT_S, hi=known, key=lambda one: one.called_s), known - RECENT_CALLS
    )
    recent = served[start:known]
    gap = (at_s - recent[0].called_s) / len(recent) if len(recent) > 1 else None
    return Situation(
        queue=queue,
        ahead=max(0, ahead),
        hour=int(at_s // HOUR_S) % 24 if hour is None else hour,
        counters=counters,
        last_wait_s=max(0.0, served[known - 1].called_s - served[known - 1].issued_s) if known else None,
        head_wait_s=None if head_issued_s is None else max(0.0, at_s - head_issued_s),
        recent_pace_s=_middle([(one.called_s - one.issued_s) / (one.ahead + 1) for one in recent]) if recent else None,
        recent_calls=len(recent),
        call_gap_s=gap,
    )


def replay(day: Iterable[Observation], lag_s: float = 0.0) -> Iterator[tuple[Observation, Situation]]:
    """A past day as those found it who came: nothing that happened less than `lag_s` before they came is known."""
    queues: dict[str, list[Observation]] = {}
    for one in day:
        queues.setdefault(one.queue, []).append(one)
    for queue, line in queues.items():
        line.sort(key=lambda one: one.issued_s)
        served = sorted(Served(one.called_s, one.issued_s, one.ahead) for one in line)
        head = 0
        for one in line:
            known_to_s = one.issued_s - lag_s
            while head < len(line) and line[head].called_s <= known_to_s:
                head += 1
            first = line[head].issued_s if line[head].issued_s <= known_to_s else None
            yield (
                one,
                situation(
                    queue,
                    one.issued_s,
                    one.ahead,
                    served,
                    known_to_s=known_to_s,
                    head_issued_s=first,
                    counters=one.counters,
                ),
            )


def _middle(values: list[float]) -> float:
    ranked = sorted(values)
    return max(0.0, (ranked[(len(ranked) - 1) // 2] + ranked[len(ranked) // 2]) / 2)
