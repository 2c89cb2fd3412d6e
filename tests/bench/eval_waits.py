"""`make eval-waits`: forecasts beside real waits, walking forward: each test day is told by what earlier days taught.

The column Kapok is the product's own `Learner` and `wait_in`, fed like a hall: each office learns from itself alone.
Rivals: naive (people × published service ÷ open counters), LES (the wait of the last one called), HOL (how long the
first in line has waited), queue-learned (people × the queue's median of wait per person).
"""

from __future__ import annotations

import os
import sys
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean, median
from typing import TYPE_CHECKING

from hall_server.domain.forecast import Learner, wait_in
from hall_server.domain.forecast.situation import replay
from tests.bench.report import Row, report
from tests.bench.traces import Trace, bank, warsaw

if TYPE_CHECKING:
    from hall_server.domain.forecast import Observation, Situation

DATA = Path(__file__).resolve().parents[3] / "shared/data/traces"
TEST_DAYS = {"warsaw": 6, "bank": 8}
ENOUGH = 20
RIVALS = ("naive", "LES", "HOL", "queue-learned")
GOALS = {"warsaw": 0.86, "bank": None}


@dataclass
class Told:
    """Absolute errors by predictor (seconds), and what the intervals of Kapok held."""

    waits: list[float] = field(default_factory=list)
    errors: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    inside: int = 0
    widths: list[float] = field(default_factory=list)


def evaluate(trace: Trace) -> Told:
    """All halls of a trace, day after day."""
    told, days = Told(), trace.days
    tested = set(days[1:][-TEST_DAYS[trace.name] :])  # the first day has nothing to learn from
    learners = {hall: Learner(trace.lag_s) for hall in trace.halls}
    by_day: dict[str, dict[str, list[Observation]]] = defaultdict(lambda: defaultdict(list))
    for hall, line in trace.halls.items():
        for one in line:
            by_day[one.day][hall].append(one)
    history: dict[tuple[str, str], list[float]] = defaultdict(list)
    paces: dict[tuple[str, str], list[float]] = defaultdict(list)
    began = time.monotonic()
    for day in days:
        if day in tested:
            learned = {queue: median(found) for queue, found in paces.items() if len(found) >= ENOUGH}
            everybody = median(pace for found in paces.values() for pace in found) if paces else 0.0
            usual = {queue: median(found) for queue, found in history.items()}
            for hall, line in by_day[day].items():
                for one, here in replay(line, trace.lag_s):
                    queue = (hall, one.queue)
                    guess = usual.get(queue, 0.0)
                    calls = one.ahead + 1
                    rivals = (
                        calls * trace.service_s[one] / (one.counters or 1),
                        guess if here.last_wait_s is None else here.last_wait_s,
                        here.head_wait_s or 0.0,
                        calls * learned.get(queue, everybody),
                    )
                    _note(told, one, rivals, learners[hall], here)
        for hall, line in by_day[day].items():
            learners[hall].day(day, line)
            for one in line:
                history[hall, one.queue].append(one.wait_s)
                paces[hall, one.queue].append(one.wait_s / (one.ahead + 1))
        print(f"{trace.name} {day}: {len(told.waits)} waits told, {time.monotonic() - began:.0f} s", file=sys.stderr)
    return told


def _note(told: Told, one: Observation, rivals: tuple[float, ...], learner: Learner, here: Situation) -> None:
    expected = wait_in(learner.model, here)
    told.waits.append(one.wait_s)
    for name, said in zip((*RIVALS, "Kapok"), (*rivals, expected.p50), strict=True):
        told.errors[name].append(abs(said - one.wait_s))
    told.inside += expected.p10 <= one.wait_s <= expected.p90
    told.widths.append(expected.p90 - expected.p10)


def rows(name: str, told: Told) -> list[Row]:
    """The table of one trace."""
    if not told.waits:
        return []
    mae = {predictor: mean(errors) / 60 for predictor, errors in told.errors.items()}
    found = [Row(f"{name}-n", f"{name}: waits told", len(told.waits), "waits")]
    found.append(Row(f"{name}-w", "mean wait", mean(told.waits) / 60, "min"))
    found += [Row(f"{name}-{n}", f"error of {n}, mean absolute", mae[n], "min") for n in (*RIVALS, "Kapok")]
    ratio, goal = mae["Kapok"] / max(mae["queue-learned"], 1e-9), GOALS[name]
    met = None if goal is None else ratio <= goal
    found.append(Row(f"{name}-x", "Kapok ÷ queue-learned", ratio, "×", f"<= {goal}" if goal else "", met))
    covered = told.inside / len(told.waits)
    found.append(Row(f"{name}-c", "waits inside [p10, p90]", covered, "", "0.75..0.85", 0.75 <= covered <= 0.85))
    found.append(Row(f"{name}-cw", "width of that interval, mean", mean(told.widths) / 60, "min"))
    return found


def main() -> int:
    """Read the records, evaluate, report."""
    folder = Path(os.environ.get("DATA") or DATA)
    traces = [trace for trace in (warsaw(folder), bank(folder)) if trace.halls] if folder.is_dir() else []
    if not traces:
        print(f"no waiting-line records in {folder}: give their folder, make eval-waits DATA=<folder>", file=sys.stderr)
        return 2
    found: list[Row] = []
    for trace in traces:
        found.append(Row(f"{trace.name}-0", f"{trace.name}: records left out as unusable", trace.left_out, "rows"))
        found += rows(trace.name, evaluate(trace))
    report("eval-waits", found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
