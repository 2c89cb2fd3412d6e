"""When the records' halls were last looked at: the time of the snapshot that each count of people ahead was taken from.

Halls were looked at every five minutes, sometimes not for an hour and a half; what happened between two looks was
spread evenly over the time between them by whoever rebuilt the tickets. Telling a wait from such an event would be
peeking at the next look. The count of people ahead says which calls the last look had seen: all but the newest so many
tickets. So the look lies after the last of those calls and before the next one. Knows no forecast.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from hall_server.domain.forecast import Observation

_MINUTE_S = 60


def with_news(line: list[Observation], every_s: float) -> list[Observation]:
    """The same visitors of one hall, each with the time of its news; `every_s` = between two looks as a rule."""
    days: dict[str, list[Observation]] = defaultdict(list)
    for one in line:
        days[one.day].append(one)
    return [told for _, day in sorted(days.items()) for told in _day(day, every_s)]


def _day(day: list[Observation], every_s: float) -> list[Observation]:
    queues: dict[str, list[Observation]] = defaultdict(list)
    for one in day:
        queues[one.queue].append(one)
    looks = _looks(queues)
    return [told for _, line in sorted(queues.items()) for told in _queue(line, looks, every_s)]


def _looks(queues: dict[str, list[Observation]]) -> list[float]:
    """Moments at which somebody may have looked: something changed in two queues at once, or on a whole minute."""
    changed: dict[float, set[str]] = defaultdict(set)
    for queue, line in queues.items():
        for one in line:
            changed[one.issued_s].add(queue)
            changed[one.called_s].add(queue)
    return sorted(at for at, where in changed.items() if len(where) > 1 or at % _MINUTE_S == 0)


def _queue(line: list[Observation], looks: list[float], every_s: float) -> list[Observation]:
    line.sort(key=lambda one: (one.issued_s, one.called_s, one.ahead))
    called = sorted(one.called_s for one in line)
    found: list[Observation] = []
    newest = 0.0
    for rank, one in enumerate(line):
        seen = max(0, rank - one.ahead)  # calls that the look had seen
        before = bisect_left(looks, min(one.issued_s, called[seen]))
        look = looks[before - 1] if before else one.issued_s - every_s
        last = called[seen - 1] if seen else 0.0
        newest = max(newest, look, min(last, one.issued_s))
        found.append(msgspec.structs.replace(one, news_s=max(0.0, min(newest, one.issued_s))))
    return found
