"""The demo hall and its day as simulations play them, and the same hall with other counters.

Queues that no item of the site file leads to (领证, 办不成事 … are taken at the greeter's desk) get one here.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from config.day_file import load_day
from config.site import load_site
from hall_server.app.site_file import hall_site
from hall_server.domain.calendar import counter_spans
from hall_server.domain.plan import DayLoad, check_plan
from hall_server.domain.site import ItemRule
from tests.unit.hall_server.halls import SITE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from config.day_file import Day
    from hall_server.domain.plan import Plan
    from hall_server.domain.site import HallSite

SITES = Path(__file__).parents[2] / "config" / "sites"
TUESDAY, MONDAY = date(2026, 10, 20), date(2026, 10, 19)
WEEK_BEFORE = tuple(date(2026, 10, day) for day in (12, 13, 15, 16))  # without the Wednesday with longer hours
ORDINARY, BUSY = 420, 495  # tickets
FLEX = 11  # 机动窗口


def demo_day() -> Day:
    """Arrivals, service times and habits of the demo hall's visitors."""
    return load_day(SITES / "demo_day.toml")


def demo_hall() -> HallSite:
    """The demo hall, giving numbers in its hours only."""
    site = hall_site(load_site(SITES / "demo.toml"))
    led_to = {item.queue for item in site.items.values()}
    usual = next(iter(site.items.values())).default_outcome
    more = {f"at-{rule.id}": ItemRule(f"at-{rule.id}", rule.name, rule.id, usual) for rule in site.queues.values()}
    items = {**site.items, **{name: item for name, item in more.items() if item.queue not in led_to}}
    return msgspec.structs.replace(site, id=SITE.id, items=items, numbers_when_closed=False)


def items_of(site: HallSite) -> dict[str, list[str]]:
    """What may be asked for in each queue."""
    found: dict[str, list[str]] = {queue: [] for queue in site.queues}
    for item in site.items.values():
        found[item.queue].append(item.id)
    return found


def with_queues(site: HallSite, queues: Mapping[int, tuple[str, ...]]) -> HallSite:
    """The hall with other queues at some counters."""
    counters = {
        no: msgspec.structs.replace(rule, queues=queues.get(no, rule.queues)) for no, rule in site.counters.items()
    }
    return msgspec.structs.replace(site, counters=counters)


def two_for_companies(site: HallSite) -> HallSite:
    """The natural-looking plan: two counters for companies and nobody else there."""
    return with_queues(site, {6: ("C",), 7: ("C",), 8: ("A",), 10: ("D", "X"), 11: ("A", "E", "H")})


def short_jobs_anywhere(site: HallSite) -> HallSite:
    """领证 at every counter that is open at noon or always was: what an any-counter rule for short jobs would do."""
    return with_queues(
        site, {no: rule.queues if "L" in rule.queues else (*rule.queues, "L") for no, rule in site.counters.items()}
    )


def open_at_noon(site: HallSite, counter: int) -> HallSite:
    """The hall with one more counter that has no lunch."""
    week = tuple(msgspec.structs.replace(hours, noon=(*hours.noon, counter)) for hours in site.calendar.week)
    return msgspec.structs.replace(site, calendar=msgspec.structs.replace(site.calendar, week=week))


def plan_of(site: HallSite, day: Day, on: date, many: float) -> Plan:
    """What the plan checker says of a hall on a day with so many visitors."""
    whole = sum(sum(line) for line in day.visitors("").values())
    arrivals = {queue: tuple(each * many / whole for each in line) for queue, line in day.visitors("").items()}
    service_min = {one.queue: one.mean_min for one in day.service}
    spans = {no: counter_spans(site.calendar, no, on) for no in site.counters}

    def open_minutes(no: int, start: int, until: int) -> float:
        return sum(max(0, min(until, span.closes) - max(start, span.opens)) for span in spans[no])

    load = DayLoad(day.start_min, arrivals, service_min, day.arrivals.step_min)
    closes = max(span.closes for found in spans.values() for span in found)
    return check_plan(load, {no: rule.queues for no, rule in site.counters.items()}, open_minutes, closes)
