"""Intervals that keep their promise: split-conformal on errors of unseen days, corrected by how often they missed.

Scores are errors as shares of (expected + FLOOR_S). A queue with enough of them has its own interval, else the hall's.
The correction is that of adaptive conformal inference (Gibbs and Candès 2021), one end at a time, once a day. Also
keeps the model's own error.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

import msgspec

from hall_server.domain.forecast.model import DAY_S, Quality, Spread
from hall_server.domain.forecast.wait import FLOOR_S

if TYPE_CHECKING:
    from hall_server.domain.forecast.formula import Forecast

SCORES = 4000
QUEUE_SCORES = 1000
ENOUGH = 150
MISS = 0.1  # of the waits, at each end
STEP = 0.3
MEMORY = 0.8  # of the recorded error, per day
_LEVELS = (0.01, 0.3)


class Intervals:
    """Scores of a hall and of its queues."""

    def __init__(self) -> None:
        self._hall = _Side(SCORES)
        self._queues: dict[str, _Side] = {}

    def note(self, queue: str, told: Forecast, wait_s: float) -> None:
        """One more wait beside its forecast."""
        self._hall.note(told, wait_s)
        self._queues.setdefault(queue, _Side(QUEUE_SCORES)).note(told, wait_s)

    def end_of_day(self) -> None:
        """Correct what missed too often today or too seldom."""
        for side in (self._hall, *self._queues.values()):
            side.end_of_day()

    def hall(self) -> Spread:
        """The interval of a queue with little history."""
        return self._hall.spread()

    def queues(self) -> dict[str, Spread]:
        """The intervals of queues with enough of it."""
        return {queue: side.spread() for queue, side in self._queues.items() if side.enough}

    def quality(self) -> Quality:
        """The hall's error on unseen days."""
        return self._hall.quality

    def qualities(self) -> dict[str, Quality]:
        """The same for each queue."""
        return {queue: side.quality for queue, side in self._queues.items()}


class _Side:
    """One line's scores, its two levels, its error."""

    def __init__(self, most: int) -> None:
        self.quality = Quality()
        self._scores: deque[float] = deque(maxlen=most)
        self._low = self._high = MISS
        self._today: list[tuple[float, bool, bool]] = []

    @property
    def enough(self) -> bool:
        return len(self._scores) >= ENOUGH

    def note(self, told: Forecast, wait_s: float) -> None:
        self._scores.append((wait_s - told.p50) / (told.p50 + FLOOR_S))
        self._today.append((abs(wait_s - told.p50), wait_s < told.p10, wait_s > told.p90))

    def end_of_day(self) -> None:
        count = len(self._today)
        if not count:
            return
        below = sum(low for _, low, _ in self._today) / count
        above = sum(high for _, _, high in self._today) / count
        pull = STEP * min(1.0, count / ENOUGH)
        self._low = _within(self._low + pull * (MISS - below))
        self._high = _within(self._high + pull * (MISS - above))
        mae_s = min(DAY_S, sum(error for error, _, _ in self._today) / count)
        self.quality = _older(self.quality, count, mae_s, 1 - below - above)
        self._today = []

    def spread(self) -> Spread:
        if not self._scores:
            return Spread()
        ranked = sorted(self._scores)
        return Spread(max(-1.0, min(0.0, _at(ranked, self._low))), min(1000.0, max(0.0, _at(ranked, 1 - self._high))))


def _within(level: float) -> float:
    return min(max(level, _LEVELS[0]), _LEVELS[1])


def _at(ranked: list[float], level: float) -> float:
    return ranked[min(len(ranked) - 1, int(level * len(ranked)))]


def _older(before: Quality, count: int, mae_s: float, coverage: float) -> Quality:
    if not before.days:
        return Quality(1, count, mae_s, max(0.0, coverage))
    keep = MEMORY * before.records / (MEMORY * before.records + count)
    return msgspec.structs.replace(
        before,
        days=before.days + 1,
        records=before.records + count,
        mae_s=keep * before.mae_s + (1 - keep) * mae_s,
        coverage=max(0.0, keep * before.coverage + (1 - keep) * coverage),
    )
