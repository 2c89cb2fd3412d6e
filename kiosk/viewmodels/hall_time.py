"""The hall's wall clock as this machine may show it: the hall's word plus the seconds since. Pure.

This machine's own clock is never shown, so a wrong one misleads nobody (definitions.md 11, 14).
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from kiosk.values import Value

if TYPE_CHECKING:
    from kiosk.session.state import Session


class HallTime(Value, frozen=True):
    """The hall said `at_us` (UTC microseconds) when this machine's monotonic clock stood at `heard_at` seconds.

    Its own clock shows `utc_offset_s` seconds more than UTC.
    """

    at_us: int
    heard_at: float
    utc_offset_s: int

    def read(self, now: float) -> datetime:
        """The hall's local time at monotonic `now`."""
        at = datetime.fromtimestamp(self.at_us / 1_000_000, UTC)
        return at + timedelta(seconds=now - self.heard_at + self.utc_offset_s)


def clock_at(at_us: int, utc_offset_s: int) -> str:
    """A moment (UTC microseconds) on the clock of a hall that is so many seconds ahead of UTC: 09:30."""
    return f"{datetime.fromtimestamp(at_us / 1_000_000, UTC) + timedelta(seconds=utc_offset_s):%H:%M}"


def heard(before: HallTime | None, session: Session) -> HallTime | None:
    """What is known of the hall's time after `session`: a new word of the hall replaces the one before."""
    if session.hall is None or not session.hall.at:
        return before
    if before is not None and before.at_us == session.hall.at:
        return before
    return HallTime(session.hall.at, session.now, session.hall.utc_offset_s)
