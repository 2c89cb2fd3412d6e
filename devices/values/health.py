"""How a device is, in the words that all kinds share."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from devices.values.advice import Advice, advice_for


class Health(StrEnum):
    """State of one device as the supervisor sees it (XFS4IoT's set, in the hall's words)."""

    INIT = "init"  # not opened yet, or being reopened for the first time
    NORMAL = "normal"
    WARNING = "warning"  # works, wants attention (paper near end, late answers)
    FAULT = "fault"  # does not work now
    BUSY = "busy"  # in an exchange that must not be disturbed
    DISABLED = "disabled"  # switched off in the configuration


@dataclass(frozen=True, slots=True)
class DeviceHealth:
    """A snapshot: `reason` is a permanent snake_case code ("paper_out", "device_lost"), empty when normal."""

    device: str
    health: Health
    reason: str = ""
    attempts: int = 0  # reopen attempts since the last time it was well

    @property
    def advice(self) -> Advice | None:
        """What to do about it; None when there is nothing to do."""
        return advice_for(self.reason) if self.reason else None
