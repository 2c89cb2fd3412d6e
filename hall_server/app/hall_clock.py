"""The server's own time: the machine's clock, except that it never jumps while people hold numbers.

Waits, locks, the order of coming and the business day are told by it, so a clock that somebody sets (or that a bad
time server sets) must not move them. It runs with the clock of the boot. A step of the machine's clock up to a quarter
of an hour is caught up with slowly, too slowly for anybody to notice; a larger one is followed when nobody holds a
number, at the latest after the day has closed. Knows no hall: who calls `follow` says whether all is quiet.
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
    """A `seams.Clock`. Microseconds; `wall` and `boot` are the machine's clocks. Written from one thread only."""

    def __init__(self, wall: Callable[[], int] = _wall, boot: Callable[[], int] = _boot) -> None:
        self._wall, self._boot = wall, boot
        self._ahead = wall() - boot()
        self._newest = 0
        self._looked = boot()
        self._told = False

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
        step = self._wall() - boot - self._ahead
        if abs(step) <= _NOISE:
            self._told = False
            return
        if quiet:
            self._ahead += step
            self._newest = 0
            _say("the clock was set by %.0f s; followed", step)
        elif abs(step) <= CAUGHT_UP_WITH:
            most = int(passed * CATCHING_UP)
            self._ahead += max(-most, min(step, most))
            self._say_once("the clock was set by %.0f s; caught up with slowly", step)
        else:
            self._say_once("the clock was set by %.0f s; not followed while people hold numbers", step)

    def _say_once(self, words: str, step: int) -> None:
        if not self._told:
            _say(words, step)
        self._told = True


def _say(words: str, step: int) -> None:
    if abs(step) >= _SECOND:
        _log.warning(words, step / _SECOND)
