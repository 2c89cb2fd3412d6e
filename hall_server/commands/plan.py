"""`kapok hall plan`: will the counters of a site file do for a day? Words for `domain.plan`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hall_server.commands.shared import JSON, now, say, site_of

if TYPE_CHECKING:
    from config.day_file import Day
    from hall_server.domain.plan import OpenMinutes, Plan, PlanFinding
    from hall_server.domain.site import HallSite

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WORDS = {
    "no_counter": "queue {queue} has no open counter from {start} until {until} while people wait: {wait}",
    "starves": "queue {queue}: whoever comes from {start} until {until} waits too long: {wait}",
    "left_over": "queue {queue}: whoever comes from {start} until {until} is not called on that day",
}
_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(
    epilog=("\b\nExample:\n  kapok hall plan config/sites/demo.toml --day config/sites/demo_day.toml --weekday mon\n")
)
@click.argument("site_file", metavar="SITEFILE", type=_FILE)
@click.option("--day", "day_file", type=_FILE, required=True, help="Who comes when, and how long they take (TOML).")
@click.option("--weekday", type=click.Choice(WEEKDAYS), default="mon", show_default=True, help="Which day of the week.")
@JSON
def plan(site_file: Path, day_file: Path, *, weekday: str, as_json: bool) -> None:
    """Lay the work of a day beside the counters of a site file: which queue will starve, from when, what helps.

    Chance is left out: real lines are longer, never shorter. What is found changes nothing.
    """
    from hall_server.app import hall_site

    site = hall_site(site_of(site_file), str(site_file))
    found = planned(site, day_file, site_file, weekday)
    say({"hall": site.id, "weekday": weekday, "plan": found}, "\n".join(_words(found, weekday)), as_json=as_json)


def planned(site: HallSite, day_file: Path, site_file: Path, weekday: str) -> Plan:
    """A weekday's work beside the counters; leaves when the day's file does not fit the site's."""
    from config.day_file import load_day
    from config.errors import ConfigError

    try:
        day = load_day(day_file)
    except ConfigError as error:
        raise click.ClickException(str(error)) from None
    if unknown := [one.queue for one in day.service if one.queue not in site.queues]:
        raise click.ClickException(f"{day_file}: service: queues that {site_file} does not have: {', '.join(unknown)}")
    return _planned(site, day, weekday)


def open_days(site: HallSite) -> tuple[str, ...]:
    """The weekdays on which some counter of the hall is open."""
    return tuple(day for number, day in enumerate(WEEKDAYS, 1) if _opening(site, number)[1])


def _planned(site: HallSite, day: Day, weekday: str) -> Plan:
    from hall_server.domain.plan import DayLoad, check_plan

    service_min = {one.queue: one.mean_min for one in day.service}
    load = DayLoad(day.start_min, day.visitors(weekday), service_min, day.arrivals.step_min)
    open_minutes, closes = _opening(site, WEEKDAYS.index(weekday) + 1)
    queues = {no: rule.queues for no, rule in site.counters.items()}
    return check_plan(load, queues, open_minutes, closes)


def _opening(site: HallSite, weekday: int) -> tuple[OpenMinutes, int]:
    """When each counter is open on that weekday, by the rules of today, and when the last one closes."""
    from hall_server.domain.business_day import business_day
    from hall_server.domain.calendar import planned, week_plan

    today = date.fromisoformat(business_day(now(), site.zone, site.limits.day_rolls_at_min))
    rules = week_plan(site.calendar, weekday, today)
    spans = {no: planned(site.calendar, rules, no, today) for no in site.counters}

    def open_minutes(no: int, start: int, until: int) -> float:
        return sum(max(0, min(until, span.closes) - max(start, span.opens)) for span in spans[no])

    return open_minutes, max((span.closes for found in spans.values() for span in found), default=0)


def _words(found: Plan, weekday: str) -> list[str]:
    lines = [f"{weekday}: queue  visitors  load  longest wait"]
    for one in found.queues:
        load = "  - " if one.load is None else f"{one.load:4.2f}"
        lines.append(f"     {one.queue:<5} {one.visitors:8.0f}  {load}  {_minutes(one.longest_wait_min)}")
    return lines + [f"  {one}" for one in weak_points(found)]


def weak_points(found: Plan) -> list[str]:
    """The findings in words."""
    return [sentence(one) for one in found.findings]


def sentence(finding: PlanFinding) -> str:
    """A finding in words, with what one more counter would give."""
    start, until = (f"{minute // 60:02}:{minute % 60:02}" for minute in (finding.from_min, finding.until_min))
    wait = f"up to {_minutes(finding.wait_min)}"
    told = WORDS[finding.code].format(queue=finding.queue, start=start, until=until, wait=wait)
    return f"{told}; with one more counter {_minutes(finding.one_more_min)}"


def _minutes(wait_min: float | None) -> str:
    return "not called that day" if wait_min is None else f"{wait_min:.0f} min"
