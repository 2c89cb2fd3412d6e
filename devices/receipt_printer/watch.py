"""What may have happened to the paper while a slip was printed, from what the printer said and did not say. Pure.

A slip is in two parts when the paper was changed in it, even if all is well by the time somebody asks.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from devices.receipt_printer.status import Flag

if TYPE_CHECKING:
    from devices.receipt_printer.status import Flags

HINTS = {"paper_out": {Flag.PAPER_END, Flag.PAPER_STOP}, "cover_open": {Flag.COVER_OPEN}}
PUSH, ANSWER = 2, 1  # a push weighs as much as two answers, of which one may have a bit turned over
_SURE = 2
LONG_S = 6.0  # longer than any question is waited for


class PaperWatch:
    """Since `begin`: `spoilt` is what happened to the paper, `silent_s` the longest time without any byte.

    Only silence in which more than one question was not answered counts, or one for very long: noise may swallow an
    answer.
    """

    def __init__(self) -> None:
        self._hints: Counter[str] = Counter()
        self._heard_at, self._unanswered = 0.0, 0
        self.silent_s = 0.0

    @property
    def spoilt(self) -> str:
        """paper_out or cover_open, whatever is said now; else empty."""
        return next((reason for reason, hints in self._hints.items() if hints >= _SURE), "")

    def begin(self, now: float) -> None:
        """A slip begins."""
        self._hints.clear()
        self._heard_at, self._unanswered, self.silent_s = now, 0, 0.0

    def hear(self, now: float) -> None:
        """Something came, whatever it was."""
        silent_s = now - self._heard_at
        if self._unanswered > 1 or (self._unanswered and silent_s > LONG_S):
            self.silent_s = max(self.silent_s, silent_s)
        self._heard_at, self._unanswered = now, 0

    def missed(self) -> None:
        """A question was not answered in time."""
        self._unanswered += 1

    def note(self, flags: Flags, weight: int) -> None:
        """The printer said this of itself."""
        for reason, told in HINTS.items():
            self._hints[reason] += weight * bool(flags & told)
