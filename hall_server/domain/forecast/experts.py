"""The opinions about a wait that a forecast blends: each grows with the people ahead and never with open counters.

Pace per call from history (by hour), from this hour's calls, from the time between calls, from the counters open now;
what the last ones called waited (LES) and how long the first in line has waited (HOL). Short and long lines trust
different opinions: whoever comes to an empty queue, to a few people, to many. Knows no learning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hall_server.domain.forecast.model import Model
    from hall_server.domain.forecast.situation import Situation

LONGEST = (0, 3)  # people in an empty and in a short line; every other one is long
# Where learning starts and what a hall with few days is drawn to, by length of the line: what nineteen offices had in
# common on the first days of the records, those that `make eval-waits` never tests.
PRIOR = (
    (0.0, 0.26, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.05, 0.0, 0.08, 0.0),
    (0.26, 0.2, 0.13, 0.19, 0.0, 0.0, 0.0, 0.13, 0.0, 0.08, 0.11, 0.0, 0.0),
    (0.0, 0.0, 0.13, 0.01, 0.0, 0.0, 0.01, 0.36, 0.0, 0.26, 0.24, 0.0, 1.48),
)
_TRUST_CALLS = 4  # so many recent calls weigh as much as the history
_SWING = 4.0  # one hour's pace counts up to so many times the history's, and down to as small a part of it


def length_of(line: int) -> int:
    """Which weights speak for a line of so many people."""
    return sum(line > most for most in LONGEST)


def opinions(model: Model, here: Situation) -> tuple[float, ...]:
    """Seconds until the call by each expert, in the order of the weights."""
    of = model.queues.get(here.queue, model.hall)
    pace = model.pace(here.queue, here.hour)
    calls = here.ahead + 1
    recent = _drawn(here.recent_pace_s, pace, here.recent_calls)
    gap = _drawn(here.call_gap_s, pace, here.recent_calls)
    work = of.work_s / here.counters if here.counters and of.work_s else pace
    history = calls * pace
    last = history if here.last_wait_s is None else here.last_wait_s
    return (
        history,
        calls * recent,
        calls * gap,
        calls * work,
        last,
        history if here.head_wait_s is None else here.head_wait_s,
        of.wait_s,
        calls * (pace * work) ** 0.5,
        (here.line + 1) * pace,
        min(last, history),
        history if here.last_waits_s is None else here.last_waits_s,
        here.head_wait_s or 0.0,
        of.pace_s,
    )


def _drawn(seen: float | None, pace: float, calls: int) -> float:
    if seen is None:
        return pace
    bounded = min(max(seen, pace / _SWING), pace * _SWING)
    return (bounded * calls + pace * _TRUST_CALLS) / (calls + _TRUST_CALLS)
