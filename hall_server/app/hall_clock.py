"""The server's own time: the machine's clock, except that it never jumps while people hold numbers.

Waits, locks, the order of coming and the business day are told by it, so a clock that somebody sets (or that a bad
time server sets) must not move them. It runs with the clock of the boot. A step of the machine's clock up to a quarter
of an hour is caught up with slowly, too slowly for anybody to notice; a larger one is followed when nobody holds a
number, at the latest after the day has closed. A process that starts goes on where the hall's newest event stands, so
that a clock set back while the server was down moves nobody either; a clock that is ahead at the start is believed,
for it looks like a long night. Knows no hall: who calls `follow` says whether all is quiet.
"""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_log = logging.getLogger("kapok.hall")
_SECOND = 1_000_000
CAUGHT_UP_WITH = 900 * _SECOND  # a step up to here is; more is a mistake, or the correction of one
CATCHING_UP = 0.05  # seconds in a second
_NOISE = _SECOND // 20  # two clocks are never read at one moment


def _wall() -> int:
    return time.time_ns() // 1000


def _boot() -> int:
    return time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1000


class SystemClock:
    """A `seams.Clock`. Microseconds; `wall` and `boot` are the machine's clocks. Written from one thread only.

    `newest`: when the hall's newest event was; the clock never begins before it (0 = no event).
    """

    def __init__(self, wall: Callable[[], int] = _wall, boot: Callable[[], int] = _boot, *, newest: int = 0) -> None:
        self._wall, self._boot = wall, boot
        self._ahead = max(wall(), newest) - boot()
        self._newest = 0
        self._looked = boot()
        self._off = 0  # how far the machine's clock was ahead when it was looked at last

    def now(self) -> int:
        """UTC microseconds; never goes back while somebody holds a number."""
        self._newest = max(self._newest, self._boot() + self._ahead)
        return self._newest

    def steady(self) -> int:
        """Microseconds since the boot, sleep included."""
        return self._boot()

    def follow(self, *, quiet: bool) -> None:
        """Look at the machine's clock, about once a second; `quiet`: nobody holds a number."""
        boot = self._boot()
        passed, self._looked = boot - self._looked, boot
        off = self._wall() - boot - self._ahead
        if abs(off - self._off) >= _SECOND:
            _log.warning("the clock was set by %.0f s, the hall is off by %.0f s", *_seconds(off - self._off, off))
        correction = self._correction(off, passed, quiet=quiet)
        self._ahead += correction
        self._off = off - correction

    def _correction(self, off: int, passed: int, *, quiet: bool) -> int:
        if quiet:
            self._newest = 0
            return off
        if abs(off) <= _NOISE or abs(off) > CAUGHT_UP_WITH:
            return 0
        most = int(passed * CATCHING_UP)
        return max(-most, min(off, most))


def _seconds(*moments: int) -> tuple[float, ...]:
    return tuple(moment / _SECOND for moment in moments)
