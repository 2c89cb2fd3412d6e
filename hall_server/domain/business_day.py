"""The business day (definitions.md 11): an id given by the server, rolling at 04:00 hall time, never a kiosk's date.

Knows no clock: `at` is UTC microseconds, handed in. Hall time is a fixed offset; China has kept one since 1991.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def business_day(at: int, rolls_at_min: int = 240, utc_offset_min: int = 480) -> str:
    """The day (ISO date string) that a moment belongs to; 03:59 hall time still belongs to the day before."""
    shifted = _EPOCH + timedelta(microseconds=at, minutes=utc_offset_min - rolls_at_min)
    return shifted.date().isoformat()
