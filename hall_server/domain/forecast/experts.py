"""The opinions about a wait that a forecast blends: each grows with the people ahead and never with open counters.

Pace per call from history (by hour), from this hour's calls, from the time between calls, from the counters open now;
what the last one called waited (LES) and how long the first in line has waited (HOL). Knows no learning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hall_server.domain.forecast.model import Model
    from hall_server.domain.forecast.situation import Situation

# Where learning starts and what a hall with few days is drawn to: near to what many offices had in common.
PRIOR = (0.35, 0.10, 0.08, 0.15, 0.20, 0.06, 0.03, 0.03)
_TRUST_CALLS = 4  # so many recent calls weigh as much as the history
_SWING = 4.0  # one hour's pace counts up to so many times the history's, and down to as small a part of it


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
    head = history if here.head_wait_s is None else here.head_wait_s
    return (history, calls * recent, calls * gap, calls * work, last, head, of.wait_s, calls**0.5 * pace)


def _drawn(seen: float | None, pace: float, calls: int) -> float:
    if seen is None:
        return pace
    bounded = min(max(seen, pace / _SWING), pace * _SWING)
    return (bounded * calls + pace * _TRUST_CALLS) / (calls + _TRUST_CALLS)
