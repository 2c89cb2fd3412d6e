"""How loud and how fast, in five steps each, and softer when the hall is quiet. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.session.hearing import STEPS
from kiosk.values import Value

if TYPE_CHECKING:
    from datetime import time

_VOLUME_DB = (-12.0, -6.0, 0.0, 2.5, 5.0)  # over the speaker's usual −6 dBFS
_SPEED = (0.7, 0.85, 1.0, 1.2, 1.4)


def step_to(step: int) -> int:
    """The nearest step there is, 1 to 5."""
    return min(STEPS, max(1, step))


def volume_db(step: int) -> float:
    """Decibels over the usual."""
    return _VOLUME_DB[step_to(step) - 1]


def speed(step: int) -> float:
    """Times the usual speed."""
    return _SPEED[step_to(step) - 1]


class Quiet(Value, frozen=True):
    """When the loudspeaker is softer, by the wall clock; `begins` after `ends` goes over midnight."""

    begins: time
    ends: time
    by_db: float = 9.0

    def softer_db(self, now: time) -> float:
        """By how many decibels at this time."""
        over_midnight = self.begins > self.ends
        inside = now >= self.begins or now < self.ends if over_midnight else self.begins <= now < self.ends
        return self.by_db if inside else 0.0
