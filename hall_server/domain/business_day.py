"""The business day (definitions.md 11): an id given by the server, rolling at 04:00 hall time, never a kiosk's date.

Knows no clock and no time-zone data: `at` is UTC microseconds and `zone` the hall's, both handed in.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import tzinfo

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def hall_time(at: int, zone: tzinfo) -> datetime:
    """A moment on the hall's clock."""
    return (_EPOCH + timedelta(microseconds=at)).astimezone(zone)


def utc_offset_s(at: int, zone: tzinfo) -> int:
    """Seconds by which the hall's clock is ahead of UTC at a moment."""
    offset = hall_time(at, zone).utcoffset()
    return round(offset.total_seconds()) if offset else 0


def business_day(at: int, zone: tzinfo, rolls_at_min: int = 240) -> str:
    """The day (ISO date string) that a moment belongs to; 03:59 hall time still belongs to the day before."""
    shown = hall_time(at, zone).replace(tzinfo=None)
    return (shown - timedelta(minutes=rolls_at_min)).date().isoformat()


def day_before(day: str) -> str:
    """The business day before one."""
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def day_after(day: str) -> str:
    """The business day behind one."""
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def day_began(day: str, zone: tzinfo, rolls_at_min: int = 240) -> int:
    """The moment (UTC microseconds) at which a business day begins."""
    midnight = datetime.fromisoformat(day).replace(tzinfo=zone)
    return (midnight + timedelta(minutes=rolls_at_min) - _EPOCH) // _MICROSECOND
