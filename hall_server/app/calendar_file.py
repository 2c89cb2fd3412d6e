"""The opening hours of a site file as the calendar's rules see them: words in, minutes and weekdays out.

Refuses nothing: the reader of site files has checked the words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.site import weekdays
from hall_server.domain.calendar import (
    CounterTimes,
    HallCalendar,
    LongerHours,
    Override,
    PublicHolidays,
    Span,
    WeekHours,
)

if TYPE_CHECKING:
    from datetime import tzinfo

    from config.site import Counter, Site
    from config.site import Override as OverrideTable


def hall_calendar(site: Site, zone: tzinfo, holidays: PublicHolidays) -> HallCalendar:
    """The calendar of a checked site file."""
    hall = site.hall
    return HallCalendar(
        week=tuple(
            WeekHours(
                weekdays(one.days),
                Span(minutes(one.open), minutes(one.close)),
                one.noon_counters,
                _minutes_or_none(one.kiosk_from),
                one.first,
                one.last,
            )
            for one in hall.hours
        ),
        longer=tuple(
            LongerHours(
                weekdays(one.days),
                minutes(one.until),
                one.counters,
                _minutes_or_none(one.open),
                one.first,
                one.last,
            )
            for one in hall.extended
        ),
        overrides=tuple(_override(one) for one in hall.overrides),
        counters={counter.no: _times(counter) for counter in site.counter},
        lunch=_span(hall.lunch),
        make_up_like=hall.make_up_like,
        holidays=holidays,
        zone=zone,
    )


def minutes(clock: str) -> int:
    """Minutes after midnight of "09:30"."""
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


def _minutes_or_none(clock: str | None) -> int | None:
    return None if clock is None else minutes(clock)


def _span(words: str) -> Span:
    opens, closes = words.split("-")
    return Span(minutes(opens), minutes(closes))


def _override(one: OverrideTable) -> Override:
    span = Span(minutes(one.open), minutes(one.close)) if one.open and one.close else None
    return Override(one.first, one.last or one.first, span, _minutes_or_none(one.kiosk_from), one.like)


def _times(counter: Counter) -> CounterTimes:
    lunch: tuple[Span, ...] | None = None  # as the hall's hours say
    if counter.lunch:
        lunch = () if counter.lunch == "none" else (_span(counter.lunch),)
    return CounterTimes(lunch, _by_weekday(counter.hours) if counter.hours else None, _by_weekday(counter.extended))


def _by_weekday(words: str) -> dict[int, tuple[Span, ...]]:
    """Spans by weekday of "1-5 11:00-13:00; 1-3 14:00-19:30"."""
    found: dict[int, tuple[Span, ...]] = {}
    for part in filter(None, words.split("; ")):
        days, span = part.split(" ")
        for day in weekdays(days):
            found[day] = (*found.get(day, ()), _span(span))
    return found
