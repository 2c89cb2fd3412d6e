"""Codes of screens that wait to be paired: six characters that nobody mistakes, each for a quarter of an hour.

In memory alone: after a restart a screen is given another code, and whoever stands before it reads that one.
"""

from __future__ import annotations

import secrets
from typing import NamedTuple

ALPHABET = "ABCDEFGHJKMNPRTUVWXY34679"  # without those that look alike
LENGTH = 6
LASTS = 15 * 60_000_000  # microseconds since the screen asked last
MOST = 200  # of them; whoever asks for more pushes out whoever has been silent for longest


class _Waits(NamedTuple):
    code: str
    at: int


class ScreenCodes:
    """One hall's."""

    def __init__(self) -> None:
        self._waiting: dict[str, _Waits] = {}  # the longest silent first

    def of(self, screen: str, at: int) -> str:
        """The code of a screen; it lasts while the screen asks."""
        self._forget(at)
        known = self._waiting.pop(screen, None)
        code = known.code if known else self._new()
        self._waiting[screen] = _Waits(code, at)
        while len(self._waiting) > MOST:
            del self._waiting[next(iter(self._waiting))]
        return code

    def screen(self, typed: str, at: int) -> str:
        """The screen that shows this code, as somebody typed it; "" for none."""
        self._forget(at)
        code = "".join(typed.upper().split())
        return next((screen for screen, waits in self._waiting.items() if waits.code == code), "")

    def done(self, screen: str) -> None:
        """It is paired: its code is good for nothing more."""
        self._waiting.pop(screen, None)

    def _forget(self, at: int) -> None:
        for screen in [screen for screen, waits in self._waiting.items() if at - waits.at > LASTS]:
            del self._waiting[screen]

    def _new(self) -> str:
        taken = {waits.code for waits in self._waiting.values()}
        while (code := "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))) in taken:
            pass
        return code
