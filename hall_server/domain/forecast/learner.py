"""Learning from a hall's past days, one after another; each day is first forecast as it came, then learned from.

So every error that the learner knows (and every weight and interval that rests on it) is one of a day it had not seen.
The same days give the same model. Plain Python: a process of its own runs it, never the server.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from hall_server.domain.forecast.blend import blend
from hall_server.domain.forecast.experts import PRIOR, length_of, opinions
from hall_server.domain.forecast.intervals import Intervals
from hall_server.domain.forecast.model import UNTRAINED, Model
from hall_server.domain.forecast.paces import Record, paces
from hall_server.domain.forecast.situation import Observation, Situation, replay
from hall_server.domain.forecast.wait import wait_in

if TYPE_CHECKING:
    from collections.abc import Iterable

HISTORY_DAYS = 60
HALF_LIFE_DAYS = 7.0
BLEND_ROWS = 6000
LONGEST_WAIT_S = 12 * 3600.0  # more is no wait but a clock that was set or a ticket that was forgotten

Seen = tuple[Observation, Situation]


class _Rows(deque[tuple[tuple[float, ...], float]]):
    """What the experts said of lines of one length, and the waits."""

    def __init__(self) -> None:
        super().__init__(maxlen=BLEND_ROWS)

    def weights(self, prior: tuple[float, ...]) -> tuple[float, ...]:
        columns = list(zip(*(said for said, _ in self), strict=True))
        return blend(columns, [wait for _, wait in self], prior)


class Learner:
    """Takes in days in their order; `model` is what it knows so far."""

    def __init__(self, lag_s: float = 0.0) -> None:
        self.model: Model = UNTRAINED
        self._lag_s = lag_s
        self._days: deque[list[Seen]] = deque(maxlen=HISTORY_DAYS)
        self._rows = tuple(_Rows() for _ in PRIOR)
        self._intervals = Intervals()

    def day(self, name: str, observations: Iterable[Observation]) -> None:
        """Learn one day more; an empty one is none."""
        seen = list(replay((one for one in observations if one.wait_s <= LONGEST_WAIT_S), self._lag_s))
        if not seen:
            return
        seen.sort(key=lambda pair: pair[0].issued_s)
        if self._days:
            self._look_back(seen)
        self._days.append(seen)
        hall, queues = paces(self._records())
        self.model = Model(
            learned_to=name,
            hall=hall,
            queues=queues,
            weights=tuple(rows.weights(prior) for rows, prior in zip(self._rows, PRIOR, strict=True)),
            spread=self._intervals.hall(),
            spreads=self._intervals.queues(),
            quality=self._intervals.quality(),
            qualities=self._intervals.qualities(),
        )

    def _look_back(self, seen: list[Seen]) -> None:
        """How well the model of yesterday would have told this day; what its experts said."""
        for one, here in seen:
            self._intervals.note(one.queue, wait_in(self.model, here), one.wait_s)
            self._rows[length_of(here.line)].append((opinions(self.model, here), one.wait_s))
        self._intervals.end_of_day()

    def _records(self) -> Iterable[Record]:
        for age, seen in enumerate(reversed(self._days)):
            weight = 0.5 ** (age / HALF_LIFE_DAYS)
            for one, here in seen:
                calls = here.ahead + 1
                work = one.wait_s / calls * here.counters if here.counters else None
                yield Record(one.queue, here.hour, one.wait_s / calls, work, one.wait_s, weight)


def learn(observations: Iterable[Observation], lag_s: float = 0.0) -> Model:
    """What there is to learn from these records, in any order; their days sort by name (ISO dates)."""
    days: dict[str, list[Observation]] = {}
    for one in observations:
        days.setdefault(one.day, []).append(one)
    learner = Learner(lag_s)
    for name in sorted(days):
        learner.day(name, days[name])
    return learner.model
