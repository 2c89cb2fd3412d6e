"""Did somebody set the clock a while ago? What cannot be taken back waits until the new time has proved itself.

Compares wall time with the clock that never steps. Knows no timer and no rule.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.domain.ticket import SECOND

if TYPE_CHECKING:
    from hall_server.domain.seams import Clock

STEP_S = 60  # less is a clock that is being kept right
PROOF_S = 3_600


class ClockSteps:
    """Watches one clock since the process began."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._apart = clock.now() - clock.steady()
        self._stepped_at: int | None = None

    def lately(self) -> bool:
        """Whether the clock was set by more than a minute less than an hour ago; to be asked often."""
        steady = self._clock.steady()
        apart = self._clock.now() - steady
        if abs(apart - self._apart) > STEP_S * SECOND:
            self._stepped_at = steady
        self._apart = apart
        return self._stepped_at is not None and steady - self._stepped_at < PROOF_S * SECOND
