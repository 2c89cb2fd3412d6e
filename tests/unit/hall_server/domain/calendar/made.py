"""A small hall for the calendar's tests: counters 1 to 4, Monday to Friday 09:00 to 17:30, 1 stays open at noon."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any

from hall_server.domain.calendar import CounterTimes, HallCalendar, LongerHours, PublicHolidays, Span, WeekHours

CHINA = timezone(timedelta(hours=8))
COUNTERS = (1, 2, 3, 4)
USUAL = Span(9 * 60, 17 * 60 + 30)
MORNING, AFTERNOON = Span(9 * 60, 12 * 60), Span(14 * 60, 17 * 60 + 30)


def days(first: str, last: str) -> list[date]:
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    return [begin + timedelta(days=n) for n in range((end - begin).days + 1)]


# 国务院办公厅关于2025年、2026年部分节假日安排的通知
NOTICES = PublicHolidays(
    years=frozenset({2025, 2026}),
    off=frozenset(
        [
            *days("2025-01-01", "2025-01-01"),
            *days("2025-01-28", "2025-02-04"),
            *days("2025-10-01", "2025-10-08"),
            *days("2026-01-01", "2026-01-03"),
            *days("2026-02-15", "2026-02-23"),
            *days("2026-10-01", "2026-10-07"),
        ]
    ),
    worked=frozenset(
        date.fromisoformat(day)
        for day in (
            *("2025-01-26", "2025-02-08", "2025-09-28", "2025-10-11"),
            *("2026-01-04", "2026-02-14", "2026-02-28", "2026-09-20", "2026-10-10"),
        )
    ),
)


def hall(**more: Any) -> HallCalendar:
    """The hall with what a test changes."""
    values: dict[str, Any] = {
        "week": (WeekHours((1, 2, 3, 4, 5), USUAL, noon=(1,), numbers_from=8 * 60 + 30),),
        "longer": (LongerHours((3,), 19 * 60, (3,)),),
        "counters": {4: CounterTimes(hours={1: (Span(11 * 60, 19 * 60 + 30),)})},
        "holidays": NOTICES,
        "zone": CHINA,
    }
    return HallCalendar(**{**values, **more})


def at(words: str) -> int:
    """The moment of "2026-03-04 11:50" on the hall's clock."""
    return round(datetime.fromisoformat(words).replace(tzinfo=CHINA).timestamp()) * 1_000_000


def shown(moment: int | None) -> str:
    """A moment as `at` takes it; "" for none."""
    return "" if moment is None else f"{datetime.fromtimestamp(moment / 1e6, CHINA):%Y-%m-%d %H:%M}"
