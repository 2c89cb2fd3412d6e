"""How much work stands before somebody who joins a queue now: the line is played forward, counter by counter.

Counters work for several queues, so the people of one queue tell little: whoever waits for a counter's other queues is
in the way too. Each counter takes the one who came first of its queues; credits, no-shows and later comers are left
out. Seconds of open counters. Knows no calendar, no tickets and no clock; pure.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from heapq import heapify, heappop, heapreplace

import msgspec

LOOK_AHEAD_S = 12 * 3600.0  # nobody waits longer than a day is


class Work(msgspec.Struct, frozen=True):
    """The hall as far as work goes.

    `lines` are the people who wait, by queue: when each came (any count that grows), the first first. `counters` are
    those that work, with their queues; `busy_s` is how long one that has somebody is busy yet; `each_s` is what one
    visitor of a queue takes.
    """

    lines: Mapping[str, Sequence[int]]
    counters: Mapping[int, Collection[str]]
    busy_s: Mapping[int, float]
    each_s: Mapping[str, float]


def backlog_at_most_s(work: Work, queue: str) -> float:
    """Never less than `backlogs_s` says of a queue, without playing: as if one of its counters had to do all alone."""
    return min(
        (
            work.busy_s.get(no, 0.0) + sum(len(work.lines[name]) * work.each_s[name] for name in queues)
            for no, queues in work.counters.items()
            if queue in queues
        ),
        default=LOOK_AHEAD_S,
    )


def backlogs_s(work: Work, wanted: Collection[str] | None = None) -> dict[str, float]:
    """By queue: seconds until a counter calls whoever joins its end now; LOOK_AHEAD_S when that is not to be seen.

    With `wanted` the play ends as soon as these queues are known; the others may be missing their figure then.
    """
    missing = set(work.lines if wanted is None else wanted)
    free = [(work.busy_s.get(no, 0.0), no) for no in work.counters]
    heapify(free)
    found = dict.fromkeys(work.lines, LOOK_AHEAD_S)
    called = dict.fromkeys(work.lines, 0)
    while missing and free and free[0][0] < LOOK_AHEAD_S:
        at_s, no = free[0]
        queues = work.counters[no]
        waiting = [(line[called[name]], name) for name in queues if called[name] < len(line := work.lines[name])]
        if waiting:
            _, name = min(waiting)
            called[name] += 1
            heapreplace(free, (at_s + work.each_s[name], no))
        else:  # whoever comes now is next here
            found.update((name, at_s) for name in queues if at_s < found[name])
            missing.difference_update(queues)
            heappop(free)
    return found
