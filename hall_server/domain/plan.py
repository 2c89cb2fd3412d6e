"""Will the counters of a day do? Offered work beside capacity, half hour by half hour, before anybody stands in line.

Work is a fluid: each slot, the open counters divide their minutes among their queues so that all are as well off as the
skills allow; what is left waits for the next slot. Chance is not in it: real lines are longer, never
shorter. Which counters are open when is handed in; knows no calendar, no clock and no files.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

import msgspec

OpenMinutes = Callable[[int, int, int], float]  # (counter, from, until) in minutes of the day → minutes open in between
TOO_LONG_MIN = 30.0
CHANGE_OVER_MIN = 0.6  # between two visitors
_NOTHING = 1e-9
_ROUNDS = 60


class PlanCode(StrEnum):
    """What is wrong with a plan; permanent."""

    NO_COUNTER = "no_counter"  # people wait and every counter of theirs is closed
    STARVES = "starves"  # whoever comes then waits longer than they should
    LEFT_OVER = "left_over"  # the day ends before the line does


class DayLoad(msgspec.Struct, frozen=True):
    """Who comes on a day: visitors of each queue by slot from `start_min` on, and minutes of service for one."""

    start_min: int
    arrivals: Mapping[str, tuple[float, ...]]
    service_min: Mapping[str, float]
    step_min: int = 30
    change_over_min: float = CHANGE_OVER_MIN

    def work(self, queue: str) -> float:
        """Minutes of a counter that one visitor of a queue takes."""
        return self.service_min[queue] + self.change_over_min


class QueuePlan(msgspec.Struct, frozen=True):
    """A queue's day: visitors, work ÷ its part of the counters, the longest wait (None: some are never called)."""

    queue: str
    visitors: float
    load: float | None  # None: no counter ever works for it
    longest_wait_min: float | None


class PlanFinding(msgspec.Struct, frozen=True):
    """One thing that will go wrong, in minutes of the day.

    `wait_min` is the longest wait in between and `one_more_min` what one more counter for this queue would make of it;
    None: they are not called on that day at all.
    """

    code: PlanCode
    queue: str
    from_min: int
    until_min: int
    wait_min: float | None
    one_more_min: float | None


class Plan(msgspec.Struct, frozen=True):
    """The whole day, queue by queue, and what is wrong with it, worst first."""

    queues: tuple[QueuePlan, ...]
    findings: tuple[PlanFinding, ...]


def check_plan(
    day: DayLoad,
    counters: Mapping[int, tuple[str, ...]],
    open_minutes: OpenMinutes,
    until_min: int,
    too_long_min: float = TOO_LONG_MIN,
) -> Plan:
    """Look over a day up to `until_min`, when the last visitor should be gone; `counters` name their queues."""
    flow = _Flow(day, counters, open_minutes, until_min)
    found = [finding for queue in day.arrivals for finding in _findings(flow, queue, too_long_min)]
    found.sort(key=lambda one: (one.wait_min is not None, -(one.wait_min or 0.0), one.from_min, one.queue))
    return Plan(tuple(_queue_plan(flow, queue) for queue in day.arrivals), tuple(found))


class _Flow:
    """The day's work as it came and as it was done, added up slot by slot."""

    def __init__(
        self, day: DayLoad, counters: Mapping[int, tuple[str, ...]], open_minutes: OpenMinutes, until_min: int
    ) -> None:
        self.day, self.counters, self.open_minutes, self.until_min = day, counters, open_minutes, until_min
        longest = max((len(line) for line in day.arrivals.values()), default=0)
        slots = max(longest, -(-(until_min - day.start_min) // day.step_min))
        self.starts = tuple(day.start_min + day.step_min * slot for slot in range(slots))
        self.came: dict[str, list[float]] = {queue: [] for queue in day.arrivals}
        self.done: dict[str, list[float]] = {queue: [] for queue in day.arrivals}
        self.open: list[dict[int, float]] = [
            {no: open_minutes(no, start, start + day.step_min) for no in counters} for start in self.starts
        ]
        waiting = dict.fromkeys(day.arrivals, 0.0)
        for slot, capacity in enumerate(self.open):
            for queue, line in day.arrivals.items():
                fresh = line[slot] * day.work(queue) if slot < len(line) else 0.0
                self.came[queue].append(_last(self.came[queue]) + fresh)
                waiting[queue] += fresh
            left = _divided(waiting, counters, capacity)
            for queue, before in waiting.items():
                self.done[queue].append(_last(self.done[queue]) + before - left[queue])
            waiting = left

    def wait_min(self, queue: str, slot: int) -> float | None:
        """How long the last one who came in a slot waits; None when the day ends before."""
        aim = self.came[queue][slot] - _NOTHING
        done, step = self.done[queue], self.day.step_min
        if done[slot] >= aim:
            return 0.0
        for later in range(slot + 1, len(done)):
            if done[later] >= aim:
                before = done[later - 1]
                return step * (later - slot - 1 + (aim - before) / (done[later] - before))
        return None

    def waits(self, queue: str) -> list[float | None]:
        """The same for each slot in which somebody came or waits."""
        return [self.wait_min(queue, slot) for slot in range(len(self.starts))]

    def serves(self, queue: str, slot: int) -> bool:
        """Whether any counter of the queue is open in a slot."""
        return any(minutes > 0 for no, minutes in self.open[slot].items() if queue in self.counters[no])

    def with_one_more(self, queue: str) -> _Flow:
        """The same day with one more counter, for this queue only, open whenever any counter is."""
        extra = max(self.counters, default=0) + 1

        def open_minutes(no: int, start: int, until: int) -> float:
            if no != extra:
                return self.open_minutes(no, start, until)
            return max((self.open_minutes(one, start, until) for one in self.counters), default=0.0)

        return _Flow(self.day, {**self.counters, extra: (queue,)}, open_minutes, self.until_min)


def _divided(
    waiting: Mapping[str, float], counters: Mapping[int, tuple[str, ...]], capacity: Mapping[int, float]
) -> dict[str, float]:
    """What waits at the end of a slot."""
    given = _shares(waiting, counters, capacity)
    return {queue: max(0.0, work - given.get(queue, 0.0)) for queue, work in waiting.items()}


def _shares(
    work: Mapping[str, float], counters: Mapping[int, tuple[str, ...]], capacity: Mapping[int, float]
) -> dict[str, float]:
    """Minutes for each queue, so divided that work ÷ minutes comes as near to the same for all as skills allow.

    Each counter gives more to those of its queues that are worse off than its others, until that changes little.
    """
    split = {
        no: {queue: work[queue] for queue in queues if work.get(queue, 0.0) > _NOTHING}
        for no, queues in counters.items()
        if capacity[no] > 0
    }
    given: dict[str, float] = {}
    for _ in range(_ROUNDS):
        given = dict.fromkeys(work, 0.0)
        for no, parts in split.items():
            total = sum(parts.values())
            for queue in parts:
                parts[queue] *= capacity[no] / total
                given[queue] += parts[queue]
        for parts in split.values():
            for queue in parts:
                parts[queue] *= work[queue] / given[queue]
    return given


def _findings(flow: _Flow, queue: str, too_long_min: float) -> list[PlanFinding]:
    waits = flow.waits(queue)
    more: list[float | None] | None = None
    found: list[PlanFinding] = []
    closed = [_closed(flow, queue, slot) for slot in range(len(waits))]
    late = [wait is not None and wait > too_long_min for wait in waits]
    never = [wait is None for wait in waits]
    for code, marks in ((PlanCode.NO_COUNTER, closed), (PlanCode.STARVES, late), (PlanCode.LEFT_OVER, never)):
        for first, last in _runs(marks):
            more = flow.with_one_more(queue).waits(queue) if more is None else more
            span = slice(first, last + 1)
            ends = flow.starts[last] + flow.day.step_min
            found.append(PlanFinding(code, queue, flow.starts[first], ends, _worst(waits[span]), _worst(more[span])))
    return found


def _closed(flow: _Flow, queue: str, slot: int) -> bool:
    """People wait at the end of a slot in which nobody works for them, though somebody did before on this day."""
    waiting = flow.came[queue][slot] - flow.done[queue][slot] > _NOTHING
    return waiting and not flow.serves(queue, slot) and any(flow.serves(queue, before) for before in range(slot))


def _queue_plan(flow: _Flow, queue: str) -> QueuePlan:
    offered = {name: _last(came) for name, came in flow.came.items()}
    whole_day = {no: sum(slot[no] for slot in flow.open) for no in flow.counters}
    minutes = _shares(offered, flow.counters, whole_day).get(queue, 0.0)
    load = offered[queue] / minutes if minutes > 0 else None
    return QueuePlan(queue, sum(flow.day.arrivals[queue]), load, _worst(flow.waits(queue)))


def _worst(waits: list[float | None]) -> float | None:
    told = [wait for wait in waits if wait is not None]
    return max(told, default=0.0) if len(told) == len(waits) else None


def _runs(marks: list[bool]) -> list[tuple[int, int]]:
    """First and last index of each run of true marks."""
    runs: list[tuple[int, int]] = []
    for index, mark in enumerate(marks):
        if mark and runs and runs[-1][1] == index - 1:
            runs[-1] = (runs[-1][0], index)
        elif mark:
            runs.append((index, index))
    return runs


def _last(line: list[float]) -> float:
    return line[-1] if line else 0.0
