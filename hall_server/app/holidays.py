"""The one door to the kept library of Chinese public holidays (CL-C13, definitions.md 24): its dates in, a value out.

The library encodes the State Council's yearly notices 国务院办公厅关于部分节假日安排的通知. Knows no hours.
"""

from __future__ import annotations

from functools import cache

import chinese_calendar  # type: ignore[import-untyped]  # it ships no types; everything it gives is a date

from hall_server.domain.calendar import PublicHolidays


@cache
def public_holidays() -> PublicHolidays:
    """Days off and make-up working days 调休 of all years that the installed library knows."""
    off, worked = frozenset(chinese_calendar.holidays), frozenset(chinese_calendar.workdays)
    # a day of late December may come with the next year's notice: only years that have a New Year's Day are known
    return PublicHolidays(frozenset(day.year for day in off if (day.month, day.day) == (1, 1)), off, worked)
