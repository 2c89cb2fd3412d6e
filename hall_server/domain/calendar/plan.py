"""The plan of one day: what kind of day it is, and from when to when the hall and each counter are open on it.

Works in minutes of the hall's clock; knows no moments and no time zone.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from hall_server.domain.calendar.rules import DayKind, Span, WeekHours, holds_on

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hall_server.domain.calendar.rules import CounterTimes, HallCalendar, Override, PublicHolidays

_FIRST_REST_DAY = 6
_CLOSED = 0  # the weekday of a day that is worked like none


class DayPlan(msgspec.Struct, frozen=True):
    """How the hall works on one day.

    `weekday` is the one whose rules hold (a make-up Saturday works like a Monday), 0 when none does;
    `hours` is None when the hall itself is closed - single counters may be open all the same.
    """

    kind: DayKind
    weekday: int
    hours: WeekHours | None


def day_kind(holidays: PublicHolidays, day: date) -> DayKind:
    """What the public calendar says of a day; in a year that it does not know, what the weekday says."""
    if day in holidays.off:
        return DayKind.HOLIDAY
    if day in holidays.worked:
        return DayKind.MAKE_UP
    return DayKind.WORKDAY if day.isoweekday() < _FIRST_REST_DAY else DayKind.REST_DAY


def day_plan(calendar: HallCalendar, day: date) -> DayPlan:
    """How the hall works on a day: the site's override first, then the public calendar, then the week."""
    for override in calendar.overrides:
        if holds_on(day, override.first, override.last):
            return _overridden(calendar, override, day)
    kind = day_kind(calendar.holidays, day)
    if kind is DayKind.HOLIDAY:
        return DayPlan(kind, _CLOSED, None)
    return _like(calendar, kind, calendar.make_up_like if kind is DayKind.MAKE_UP else day.isoweekday(), day)


def week_plan(calendar: HallCalendar, weekday: int, day: date) -> DayPlan:
    """How the hall works on an ordinary weekday by the rules that hold on `day`, whatever day that is."""
    return _like(calendar, DayKind.WORKDAY, weekday, day)


def hall_spans(calendar: HallCalendar, counters: Iterable[int], day: date) -> tuple[Span, ...]:
    """When the doors are open: in the hall's own hours, and as long as any of the counters is."""
    plan = day_plan(calendar, day)
    own = [plan.hours.span] if plan.hours else []
    return joined([*own, *(span for no in counters for span in planned(calendar, plan, no, day))])


def door_spans(calendar: HallCalendar, counters: Iterable[int], day: date) -> tuple[Span, ...]:
    """The hours to show at the door: the hall's own; on a day that it has none, those of the counters that open."""
    plan = day_plan(calendar, day)
    return (plan.hours.span,) if plan.hours else hall_spans(calendar, counters, day)


def counter_spans(calendar: HallCalendar, counter: int, day: date) -> tuple[Span, ...]:
    """When a counter is open on a day, in order, without overlaps; () when it is not."""
    return planned(calendar, day_plan(calendar, day), counter, day)


def planned(calendar: HallCalendar, plan: DayPlan, counter: int, day: date) -> tuple[Span, ...]:
    """When a counter is open on a day that works by `plan`; `day` decides which dated rules hold."""
    times = calendar.times_of(counter)
    usual = _usual(plan, times)
    for lunch in _lunches(calendar, plan, counter):
        usual = [part for span in usual for part in _without(span, lunch)]
    return joined([*usual, *_longer(calendar, plan, counter, day), *times.extended.get(plan.weekday, ())])


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same minutes as spans in order that neither touch nor overlap; empty ones are dropped."""
    found: list[Span] = []
    for span in sorted(span for span in spans if span.opens < span.closes):
        if found and span.opens <= found[-1].closes:
            found[-1] = Span(found[-1].opens, max(found[-1].closes, span.closes))
        else:
            found.append(span)
    return tuple(found)


def _overridden(calendar: HallCalendar, override: Override, day: date) -> DayPlan:
    if override.like is not None:
        return _like(calendar, DayKind.OVERRIDE, override.like, day)
    if override.span is None:
        return DayPlan(DayKind.OVERRIDE, _CLOSED, None)
    usual = _week_hours(calendar, day.isoweekday(), day)
    hours = WeekHours((), override.span, usual.noon if usual else (), override.numbers_from)
    return DayPlan(DayKind.OVERRIDE, _CLOSED, hours)  # exactly these hours: no counter's own, no longer ones


def _like(calendar: HallCalendar, kind: DayKind, weekday: int, day: date) -> DayPlan:
    return DayPlan(kind, weekday, _week_hours(calendar, weekday, day))


def _week_hours(calendar: HallCalendar, weekday: int, day: date) -> WeekHours | None:
    holding = [one for one in calendar.week if weekday in one.days and holds_on(day, one.first, one.last)]
    return max(holding, key=lambda one: one.first or date.min, default=None)


def _usual(plan: DayPlan, times: CounterTimes) -> list[Span]:
    if plan.weekday and times.hours is not None:
        return list(times.hours.get(plan.weekday, ()))
    return [plan.hours.span] if plan.hours else []


def _lunches(calendar: HallCalendar, plan: DayPlan, counter: int) -> tuple[Span, ...]:
    lunch = calendar.times_of(counter).lunch
    if lunch is not None:
        return lunch
    at_noon = plan.hours.noon if plan.hours else ()
    return () if not at_noon or counter in at_noon else (calendar.lunch,)


def _longer(calendar: HallCalendar, plan: DayPlan, counter: int, day: date) -> list[Span]:
    found = []
    for one in calendar.longer:
        if counter in one.counters and plan.weekday in one.days and holds_on(day, one.first, one.last):
            opens = one.opens if one.opens is not None or plan.hours is None else plan.hours.span.closes
            found.append(Span(one.until if opens is None else opens, one.until))
    return found


def _without(span: Span, lunch: Span) -> tuple[Span, Span]:
    before = Span(span.opens, max(span.opens, min(span.closes, lunch.opens)))
    after = Span(min(span.closes, max(span.opens, lunch.closes)), span.closes)
    return before, after
