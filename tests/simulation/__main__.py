"""`make sim-day`: the demo hall's days through the real flows, beside those it was planned with → out/sim-day.json.

SEEDS=8 days for each row of the table. Goals stand where a lesson must show; the planned numbers came from another
program with simpler rules and are told for comparison, not to be met.
"""

from __future__ import annotations

import os
import sys
from collections import defaultdict
from statistics import mean
from typing import TYPE_CHECKING, NamedTuple

from tests.bench.report import Row, report
from tests.simulation.halls import (
    BUSY,
    FLEX,
    MONDAY,
    ORDINARY,
    TUESDAY,
    demo_day,
    demo_hall,
    open_at_noon,
    plan_of,
    short_jobs_anywhere,
    two_for_companies,
)
from tests.simulation.playing import figures_of, learned

if TYPE_CHECKING:
    from datetime import date

    from hall_server.domain.forecast import Model
    from hall_server.domain.site import HallSite
    from tests.simulation.figures import Figures


class Setting(NamedTuple):
    """A row of the table: how many come, which counters stay shut, and what was planned: mean, p90, worst, > 30 min."""

    id: str
    many: int
    on: date
    shut: frozenset[int]
    planned: tuple[float, float, float, float]


_ALL: frozenset[int] = frozenset()
_NO_FLEX = frozenset({FLEX})
SETTINGS = (
    Setting("380/12", 380, TUESDAY, _ALL, (6.4, 18, 97, 0.030)),
    Setting("420/12", ORDINARY, TUESDAY, _ALL, (9.7, 24, 108, 0.055)),
    Setting("420/11", ORDINARY, TUESDAY, _NO_FLEX, (16.6, 36, 132, 0.172)),
    Setting("495/12", BUSY, MONDAY, _ALL, (23.2, 44, 151, 0.311)),
    Setting("495/11", BUSY, MONDAY, _NO_FLEX, (39.2, 73, 178, 0.562)),
)


def main() -> int:
    """Play, print the table and the lessons, write the rows; 1 when a number came twice or anybody was overtaken."""
    seeds = range(1, 1 + int(os.environ.get("SEEDS", "8")))
    site = demo_hall()
    print(
        "tickets/counters   mean   p90  worst  >30 min   (planned: mean p90 worst >30)   sitting mean  >30   last call"
    )
    days = {one.id: [_played(site, one, seed) for seed in seeds] for one in SETTINGS}
    rows = [row for one in SETTINGS for row in _table(one, days[one.id])]
    rows += _counter_11(days["420/12"], days["420/11"])
    rows += _plans(site, seeds)
    rows += _breaks(days["420/12"])
    rows += _short_jobs(site, days["420/12"], seeds)
    rows += _bands(site, days["420/12"], seeds)
    wrong = [f"{name}: {text}" for name, played in days.items() for one in played for text in one.wrong]
    rows.append(Row("WRONG", "numbers twice, calls twice, overtakes", len(wrong), "", "0", not wrong))
    report("sim-day", rows)
    for text in wrong[:20]:
        print(text, file=sys.stderr)
    return 1 if wrong else 0


def _played(site: HallSite, setting: Setting, seed: int, model: Model | None = None) -> Figures:
    print(f"\r{setting.id} seed {seed} ", end="", file=sys.stderr, flush=True)
    return figures_of(site, setting.many, seed, on=setting.on, shut=setting.shut, model=model)


def _table(setting: Setting, days: list[Figures]) -> list[Row]:
    mean_min, p90, too_long = (mean(getattr(day, name) for day in days) for name in ("mean", "p90", "too_long"))
    worst, last = mean(day.worst for day in days), max(day.last_call for day in days)
    sitting, sitting_long = mean(day.sitting_mean for day in days), mean(day.sitting_too_long for day in days)
    plan = setting.planned
    print(
        f"\r{setting.id:<16} {mean_min:6.1f} {p90:5.0f} {worst:6.0f}  {too_long:6.1%}   "
        f"({plan[0]:14.1f} {plan[1]:3.0f} {plan[2]:5.0f} {plan[3]:5.1%})   {sitting:11.1f} {sitting_long:6.1%}   {last}"
    )
    name = setting.id
    return [
        Row(f"{name}-m", f"{name}: mean wait (planned {plan[0]})", mean_min, "min"),
        Row(f"{name}-9", f"{name}: p90 (planned {plan[1]:.0f})", p90, "min"),
        Row(f"{name}-w", f"{name}: worst of a day (planned {plan[2]:.0f})", worst, "min"),
        Row(f"{name}-l", f"{name}: waits over 30 min (planned {plan[3]:.1%})", too_long, ""),
        Row(f"{name}-b", f"{name}: served with a booking", mean(day.booked for day in days), "people"),
        Row(f"{name}-bl", f"{name}: … wait from their slot", mean(day.booked_late for day in days), "min"),
        Row(f"{name}-bw", f"{name}: wait of those without", mean(day.walk_in_mean for day in days), "min"),
        Row(f"{name}-s", f"{name}: mean without time told to be away", sitting, "min"),
    ]


def _counter_11(whole: list[Figures], without: list[Figures]) -> list[Row]:
    more = mean(day.mean for day in without) - mean(day.mean for day in whole)
    breaches = mean(day.too_long for day in without) / max(1e-9, mean(day.too_long for day in whole))
    return [
        Row("L1-m", "counter 11 shut: longer mean wait", more, "min", ">= 2", more >= 2),
        Row("L1-l", "counter 11 shut: waits over 30 min", breaches, "×", ">= 1.8", breaches >= 1.8),
    ]


def _plans(site: HallSite, seeds: range) -> list[Row]:
    two, setting = two_for_companies(site), SETTINGS[1]
    named = [one for one in plan_of(two, demo_day(), TUESDAY, ORDINARY).findings if one.queue == "C"]
    before = [one for one in plan_of(site, demo_day(), TUESDAY, ORDINARY).findings if one.queue == "C"]
    days = [_played(two, setting, seed) for seed in seeds]
    waits = [day.by_queue["C"] for day in days]
    told = max((one.wait_min or 0.0 for one in named), default=0.0)
    return [
        Row("L2-p", "two counters for companies: wait foretold by the plan", told, "min", "named", bool(named)),
        Row("L2-0", "the demo hall's own plan: findings for companies", len(before), "", "0", not before),
        Row("L2-c", "two counters for companies: mean wait of 企业", mean(waits), "min"),
        Row("L2-a", "… while 个人 wait", mean(day.by_queue["A"] for day in days), "min"),
    ]


def _breaks(days: list[Figures]) -> list[Row]:
    caught = mean(day.caught_by_a_break for day in days)
    return [
        Row("L3-t", "told to come back, of a day", mean(day.told_to_come_back for day in days), "people"),
        Row("L3-u", "caught by a break that they were not told of", caught, "people", "<= 1", caught <= 1),
        Row("L3-a", "called while told to be away", mean(day.called_while_away for day in days), "people"),
    ]


def _short_jobs(site: HallSite, as_it_is: list[Figures], seeds: range) -> list[Row]:
    setting, found = SETTINGS[1], []
    noon = open_at_noon(site, 1)
    for id_, words, hall in (
        ("L4-1", "counter 1 open at noon", noon),
        ("L4-2", "领证 called at every counter", short_jobs_anywhere(site)),
        ("L4-3", "both", short_jobs_anywhere(noon)),
    ):
        days = [_played(hall, setting, seed) for seed in seeds]
        found.append(Row(id_, f"领证 mean wait: {words}", _of_queue(days, "L"), "min"))
        found.append(Row(f"{id_}m", f"… mean of all: {words}", mean(day.mean for day in days), "min"))
    closed = [one for one in plan_of(site, demo_day(), TUESDAY, ORDINARY).findings if one.queue == "L"]
    return [
        Row("L4-0", "领证 mean wait: as the site file says", _of_queue(as_it_is, "L"), "min"),
        Row("L4-p", "findings of the plan about 领证", len(closed), "", ">= 1", bool(closed)),
        *found,
    ]


def _bands(site: HallSite, untaught: list[Figures], seeds: range) -> list[Row]:
    model = learned(site, 4, 1)
    taught = [_played(site, SETTINGS[1], seed, model) for seed in seeds]
    rows = []
    for id_, words, days in (("L5-0", "nothing learned yet", untaught), ("L5-4", "four days learned", taught)):
        covered = mean(day.covered for day in days)
        rows.append(Row(id_, f"waits inside the band told: {words}", covered, "", "0.7..0.95", 0.7 <= covered <= 0.95))
    errors: dict[str, list[float]] = defaultdict(list)
    for day in untaught:
        for begins, error in day.single_error.items():
            errors[begins].append(error)
    rows += [
        Row(f"L5-{begins}", f"error of people ahead × mean ÷ counters at {begins}", mean(found), "min")
        for begins, found in sorted(errors.items())
    ]
    return rows


def _of_queue(days: list[Figures], queue: str) -> float:
    return mean(day.by_queue[queue] for day in days if queue in day.by_queue)


if __name__ == "__main__":
    sys.exit(main())
