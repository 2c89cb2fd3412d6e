"""How long one call takes: medians by queue and hour, each drawn to the wider one when it rests on few records.

An hour is drawn to its queue, a queue to the hall. Old days weigh less than new ones. Knows no forecast.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from hall_server.domain.forecast.model import DAY_S, Pace

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

HOUR_DRAW = 40.0  # records that speak for the queue's pace against an hour's own
QUEUE_DRAW = 20.0  # records that speak for the hall's pace against a queue's own
LEAST_PACE_S = 15.0  # nobody is called faster; keeps a queue of zeros from telling everybody "now" for ever


class Record(NamedTuple):
    """One visitor as the medians see them; `work_s` None when nobody knows how many counters were open."""

    queue: str
    hour: int
    pace_s: float
    work_s: float | None
    wait_s: float
    weight: float


def paces(records: Iterable[Record]) -> tuple[Pace, dict[str, Pace]]:
    """The hall's pace and that of each queue."""
    lines: dict[str, list[Record]] = {}
    everybody: list[Record] = []
    for one in records:
        lines.setdefault(one.queue, []).append(one)
        everybody.append(one)
    if not everybody:
        return Pace(), {}
    hall = _pace(everybody, Pace())
    return hall, {queue: _pace(line, hall) for queue, line in lines.items()}


def _pace(line: Sequence[Record], wider: Pace) -> Pace:
    own = len(line) / (len(line) + QUEUE_DRAW) if wider.records else 1.0
    pace_s = max(LEAST_PACE_S, own * _median([(one.pace_s, one.weight) for one in line]) + (1 - own) * wider.pace_s)
    work = [(one.work_s, one.weight) for one in line if one.work_s is not None]
    wait_s = own * _median([(one.wait_s, one.weight) for one in line]) + (1 - own) * wider.wait_s
    hours: dict[int, list[tuple[float, float]]] = {}
    for one in line:
        hours.setdefault(one.hour, []).append((one.pace_s, one.weight))
    return Pace(
        records=len(line),
        pace_s=min(pace_s, DAY_S),
        work_s=min(own * _median(work) + (1 - own) * wider.work_s, DAY_S) if work else 0.0,
        wait_s=min(wait_s, DAY_S),
        hours={hour: _hour(found, pace_s) for hour, found in hours.items()},
    )


def _hour(found: list[tuple[float, float]], queue_s: float) -> float:
    return min(DAY_S, max(LEAST_PACE_S, (len(found) * _median(found) + HOUR_DRAW * queue_s) / (len(found) + HOUR_DRAW)))


def _median(found: list[tuple[float, float]]) -> float:
    """The weighted median of values with weights."""
    found.sort()
    half = sum(weight for _, weight in found) / 2
    reached = zip(accumulate(weight for _, weight in found), found, strict=True)
    return next((value for so_far, (value, _) in reached if so_far >= half), found[-1][0])
