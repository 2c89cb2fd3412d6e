"""What a site file allows but a hall should know: `kapok hall check` runs every function of CHECKS over it.

A check is pure: the site as its rules see it and a date in, findings out. To add one, write it and name it in CHECKS.
Findings carry codes and values; the words are the command's. Knows no files and no clock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

import msgspec

from hall_server.contract.item_words import Proxy
from hall_server.domain.appointment import BookingPolicy
from hall_server.domain.calendar import DayPlan, HallCalendar, Span, joined, planned, week_plan
from hall_server.domain.calendar.rules import EVERY_DAY
from hall_server.domain.items.tree import faults
from hall_server.domain.items.venues import LEVELS, missing_kinds
from hall_server.domain.site import HallSite, clock

WORKDAYS = (1, 2, 3, 4, 5)
USUAL_FLOOR = BookingPolicy().walk_in_floor
AHEAD = timedelta(days=60)  # the next year's holidays are published in November as a rule


class FindingCode(StrEnum):
    """What was found; permanent."""

    YEAR_UNKNOWN = "year_unknown"
    QUEUE_WITHOUT_COUNTER = "queue_without_counter"
    QUEUE_PAUSES = "queue_pauses"
    EXTENDED_WITHOUT_EFFECT = "extended_without_effect"
    COUNTER_KIND_MISSING = "counter_kind_missing"
    NO_ACCESSIBLE_COUNTER = "no_accessible_counter"
    WALK_IN_FLOOR_LOW = "walk_in_floor_low"
    CLOSED_ON_WORKDAYS = "closed_on_workdays"
    CODE_FORMAT_UNKNOWN = "code_format_unknown"
    BOOKINGS_END = "bookings_end"
    ISSUER_IN_CLEAR = "issuer_in_clear"
    TREE_MISSING = "tree_missing"  # these seven as `TreeFault`
    TREE_LEADS_NOWHERE = "tree_leads_nowhere"
    TREE_TURNS_IN_CIRCLES = "tree_turns_in_circles"
    TREE_NEVER_REACHED = "tree_never_reached"
    TREE_EMPTY_LEAF = "tree_empty_leaf"
    TREE_FOREIGN_ITEM = "tree_foreign_item"
    TREE_ITEM_LEFT_OUT = "tree_item_left_out"
    PROXY_WITHOUT_WAY = "proxy_without_way"
    HKMO_WITHOUT_REASON = "hkmo_without_reason"


class Severity(StrEnum):
    """How much it matters."""

    FAULT = "fault"  # against the clause, or somebody waits for nothing
    WARNING = "warning"  # may be meant
    ADVICE = "advice"


class Finding(msgspec.Struct, frozen=True):
    """One thing found: its code, the clause it rests on (CL-…), what it is about, and the values of its sentence."""

    code: FindingCode
    severity: Severity
    clause: str
    subject: str
    detail: Mapping[str, str] = msgspec.field(default_factory=dict)


Check = Callable[[HallSite, date], Iterable[Finding]]


def findings(site: HallSite, today: date) -> tuple[Finding, ...]:
    """Everything that the checks find, in their order; what two dates have in common is said once."""
    return tuple(one for check in CHECKS for one in _once(check(site, today)))


def unknown_years(site: HallSite, today: date) -> Iterator[Finding]:
    """Years, soon to come, whose public holidays are not known: plain weekdays hold in them (CL-C13)."""
    for year in sorted({today.year, (today + AHEAD).year} - site.calendar.holidays.years):
        yield Finding(FindingCode.YEAR_UNKNOWN, Severity.WARNING, "CL-C13", str(year))


def queues_without_counter(site: HallSite, today: date) -> Iterator[Finding]:
    """Queues that nobody serves on some weekday on which the hall is open (CL-C13)."""
    for day in _changes(site.calendar, today):
        for queue in site.queues:
            days = tuple(weekday for weekday, plan in _open_week(site, day) if not _spans(site, plan, queue, day))
            if days:
                detail = {"days": days_text(days)}
                yield Finding(FindingCode.QUEUE_WITHOUT_COUNTER, Severity.FAULT, "CL-C13", queue, detail)


def queues_that_pause(site: HallSite, today: date) -> Iterator[Finding]:
    """Queues all of whose counters are at lunch, or away, at the same time (CL-C13)."""
    for day in _changes(site.calendar, today):
        for queue in site.queues:
            paused: dict[Span, tuple[int, ...]] = {}
            for weekday, plan in _open_week(site, day):
                for gap in _gaps(_spans(site, plan, queue, day)):
                    paused[gap] = (*paused.get(gap, ()), weekday)
            for gap, days in paused.items():
                detail = {"days": days_text(days), "from": clock(gap.opens), "until": clock(gap.closes)}
                yield Finding(FindingCode.QUEUE_PAUSES, Severity.WARNING, "CL-C13", queue, detail)


def longer_hours_in_vain(site: HallSite, today: date) -> Iterator[Finding]:
    """Longer hours that make no day longer: none to begin from, or over before the hall closes (CL-C13)."""
    for index, longer in enumerate(site.calendar.longer):
        if longer.opens is not None or (longer.last is not None and longer.last < today):
            continue
        day = max(today, longer.first or today)
        plans = {weekday: week_plan(site.calendar, weekday, day).hours for weekday in longer.days}
        days = [weekday for weekday, hours in plans.items() if hours is None or longer.until <= hours.span.closes]
        if days:
            detail = {"days": days_text(days), "until": clock(longer.until)}
            subject = f"hall.extended[{index}]"
            yield Finding(FindingCode.EXTENDED_WITHOUT_EFFECT, Severity.WARNING, "CL-C13", subject, detail)


def counter_kinds(site: HallSite, today: date) -> Iterator[Finding]:
    """Kinds of counter that a hall of its level must have, or had better have (CL-A5)."""
    del today  # the clause has no date yet
    there = (kind for counter in site.counters.values() for kind in counter.kinds)
    mandatory, advised = missing_kinds(site.level, there)
    for kinds, severity in ((mandatory, Severity.FAULT), (advised, Severity.ADVICE)):
        for kind in kinds:
            yield Finding(FindingCode.COUNTER_KIND_MISSING, severity, "CL-A5", kind, {"level": site.level})


def accessible_counter(site: HallSite, today: date) -> Iterator[Finding]:
    """No counter can be reached in a wheelchair: a fault where all kinds of counters must be (CL-G3)."""
    del today
    if any(counter.accessible for counter in site.counters.values()):
        return
    severity = Severity.FAULT if LEVELS[site.level].mandatory else Severity.WARNING
    yield Finding(FindingCode.NO_ACCESSIBLE_COUNTER, severity, "CL-G3", "accessible")


def floor_of_walk_ins(site: HallSite, today: date) -> Iterator[Finding]:
    """Less than the usual share of the counters' time is kept for whoever walks in (CL-C10)."""
    del today
    if site.booking.rules and site.booking.walk_in_floor < USUAL_FLOOR:
        detail = {"usual": f"{USUAL_FLOOR:g}"}
        yield Finding(
            FindingCode.WALK_IN_FLOOR_LOW, Severity.WARNING, "CL-C10", f"{site.booking.walk_in_floor:g}", detail
        )


def closed_on_workdays(site: HallSite, today: date) -> Iterator[Finding]:
    """Weekdays from Monday to Friday on which the hall has no hours (CL-C13)."""
    days = [day for day in WORKDAYS if week_plan(site.calendar, day, today).hours is None]
    if days:
        yield Finding(FindingCode.CLOSED_ON_WORKDAYS, Severity.WARNING, "CL-C13", days_text(days))


def item_codes(site: HallSite, today: date) -> Iterator[Finding]:
    """Codes of items that look like none of the formats that the site names; they are kept as they stand (CL-B11)."""
    del today  # a format has no date
    for one in site.offer.odd_codes:
        detail = {"field": one.field, "code": one.code}
        yield Finding(FindingCode.CODE_FORMAT_UNKNOWN, Severity.WARNING, "CL-B11", one.item, detail)


def bookings_that_end(site: HallSite, today: date) -> Iterator[Finding]:
    """A share of a queue can be booked, but soon, or now, no booking rule holds: rules lapse unseen (CL-C1)."""
    if not any(queue.book_share for queue in site.queues.values()):
        return
    coming = (today + timedelta(days=days) for days in range(AHEAD.days + 1))
    without = next((day for day in coming if site.booking.on(day) is None), None)
    if without is not None:
        yield Finding(FindingCode.BOOKINGS_END, Severity.WARNING, "CL-C1", "booking", {"from": without.isoformat()})


def provider_in_clear(site: HallSite, today: date) -> Iterator[Finding]:
    """Who staff are is asked without TLS: whoever sits on the line can be anybody (CL-H1)."""
    del today
    if site.issuer_in_clear:
        yield Finding(FindingCode.ISSUER_IN_CLEAR, Severity.FAULT, "CL-H1", site.issuer_in_clear)


def bundle_trees(site: HallSite, today: date) -> Iterator[Finding]:
    """Bundles whose questions do not lead everybody to a leaf (CL-D8)."""
    del today
    for one in site.offer.bundles.values():
        for fault, at in faults(one.tree, one.items):
            yield Finding(FindingCode(fault.value), Severity.FAULT, "CL-D8", one.id, {"at": at})


def whoever_cannot_come(site: HallSite, today: date) -> Iterator[Finding]:
    """Items for which nobody else may come, and neither does the hall (CL-G1)."""
    del today
    for one, guide in site.offer.catalogue.guides.items():
        if guide.proxy is Proxy.NONE and not guide.at_home and not guide.by_video:
            yield Finding(FindingCode.PROXY_WITHOUT_WAY, Severity.ADVICE, "CL-G1", one)


def closed_to_hong_kong(site: HallSite, today: date) -> Iterator[Finding]:
    """Items that holders of Hong Kong, Macao and Taiwan documents cannot have, and nobody says why (CL-G5)."""
    del today
    for one, guide in site.offer.catalogue.guides.items():
        if not guide.hkmo and not guide.hkmo_note:
            yield Finding(FindingCode.HKMO_WITHOUT_REASON, Severity.WARNING, "CL-G5", one)


CHECKS: tuple[Check, ...] = (
    counter_kinds,
    accessible_counter,
    floor_of_walk_ins,
    closed_on_workdays,
    queues_without_counter,
    queues_that_pause,
    longer_hours_in_vain,
    unknown_years,
    item_codes,
    bookings_that_end,
    provider_in_clear,
    bundle_trees,
    whoever_cannot_come,
    closed_to_hong_kong,
)


def days_text(days: Iterable[int]) -> str:
    """Weekdays as a site file writes them: (1, 2, 3, 5) is "1-3,5"."""
    runs: list[list[int]] = []
    for day in sorted(days):
        if runs and day == runs[-1][-1] + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ",".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def _once(found: Iterable[Finding]) -> Iterable[Finding]:
    return {(one.code, one.subject, *one.detail.items()): one for one in found}.values()


def _changes(calendar: HallCalendar, today: date) -> list[date]:
    """Today, and every later day on which other hours begin to hold."""
    begins = [*(one.first for one in calendar.week), *(one.first for one in calendar.longer)]
    return sorted({today, *(day for day in begins if day is not None and day > today)})


def _open_week(site: HallSite, day: date) -> list[tuple[int, DayPlan]]:
    plans = ((weekday, week_plan(site.calendar, weekday, day)) for weekday in EVERY_DAY)
    return [(weekday, plan) for weekday, plan in plans if plan.hours is not None]


def _spans(site: HallSite, plan: DayPlan, queue: str, day: date) -> tuple[Span, ...]:
    return joined(span for no in site.counters_of(queue) for span in planned(site.calendar, plan, no, day))


def _gaps(spans: tuple[Span, ...]) -> list[Span]:
    return [Span(before.closes, after.opens) for before, after in pairwise(spans)]
