"""What a hall's calendar is made of, as plain values: hours, lunches, longer and staggered hours, overrides, holidays.

Knows no files, no clock and no library: public holidays are handed in as dates (definitions.md 24).
Times are whole minutes after midnight on the hall's clock; weekdays are 1 to 7, Monday first (ISO 8601).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta, timezone, tzinfo
from enum import StrEnum

import msgspec

DAY_MIN = 24 * 60
EVERY_DAY = (1, 2, 3, 4, 5, 6, 7)


class DayKind(StrEnum):
    """What a day is, before the hall's weekly hours are looked at."""

    WORKDAY = "workday"
    REST_DAY = "rest_day"  # a Saturday or Sunday
    HOLIDAY = "holiday"  # a public holiday, or a day off in its stead
    MAKE_UP = "make_up"  # 调休: a Saturday or Sunday that is worked
    OVERRIDE = "override"  # the hall says otherwise


class Span(msgspec.Struct, frozen=True, order=True):
    """From `opens` up to, not including, `closes`; minutes after midnight, 0 to 1440."""

    opens: int
    closes: int


class PublicHolidays(msgspec.Struct, frozen=True):
    """What the State Council's notices say, for the years that are known.

    `off` are the days off, Saturdays and Sundays among them included; `worked` are the make-up working days.
    """

    years: frozenset[int] = frozenset()
    off: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()


class WeekHours(msgspec.Struct, frozen=True):
    """Opening hours of some weekdays, between two dates (both included; None: without end).

    `noon` are the counters that stay open at lunch time; when none is named, nobody has lunch by this rule.
    `numbers_from` is when the kiosks begin to give numbers; None: when the hall opens.
    """

    days: tuple[int, ...]
    span: Span
    noon: tuple[int, ...] = ()
    numbers_from: int | None = None
    first: date | None = None
    last: date | None = None


class LongerHours(msgspec.Struct, frozen=True):
    """Longer hours 延时 of some counters: until `until`, from `opens` or (None) from the hall's close."""

    days: tuple[int, ...]
    until: int
    counters: tuple[int, ...]
    opens: int | None = None
    first: date | None = None
    last: date | None = None


class Override(msgspec.Struct, frozen=True):
    """Days (both ends included) that are otherwise: like weekday `like`, open in `span`, or (neither) closed."""

    first: date
    last: date
    span: Span | None = None
    numbers_from: int | None = None
    like: int | None = None


class CounterTimes(msgspec.Struct, frozen=True):
    """What one counter does otherwise than the hall.

    `lunch` None: as the hall's hours say; (): none; else its own. `hours` 错时 by weekday stand in place of the hall's
    (None: the hall's), `extended` 延时 come besides.
    """

    lunch: tuple[Span, ...] | None = None
    hours: Mapping[int, tuple[Span, ...]] | None = None
    extended: Mapping[int, tuple[Span, ...]] = msgspec.field(default_factory=dict)


AS_THE_HALL = CounterTimes()


class HallCalendar(msgspec.Struct, frozen=True):
    """Everything that decides when a counter is open. Overrides do not overlap (the site file's reader sees to it)."""

    week: tuple[WeekHours, ...]
    longer: tuple[LongerHours, ...] = ()
    overrides: tuple[Override, ...] = ()
    counters: Mapping[int, CounterTimes] = msgspec.field(
        default_factory=dict
    )  # a counter that is not there: as the hall
    lunch: Span = Span(12 * 60, 14 * 60)
    make_up_like: int = 1
    holidays: PublicHolidays = PublicHolidays()
    zone: tzinfo = timezone(timedelta(hours=8))

    def times_of(self, counter: int) -> CounterTimes:
        """What a counter does otherwise than the hall."""
        return self.counters.get(counter, AS_THE_HALL)


ROUND_THE_CLOCK = HallCalendar(week=(WeekHours(EVERY_DAY, Span(0, DAY_MIN)),))


def holds_on(day: date, first: date | None, last: date | None) -> bool:
    """Whether a rule that holds between two dates holds on a day."""
    return (first is None or first <= day) and (last is None or day <= last)
