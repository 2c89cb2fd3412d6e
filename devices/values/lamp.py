"""How what lights up is: a strip, a signal lamp."""

from __future__ import annotations

from enum import StrEnum

from devices.values.health import Health


class Lamp(StrEnum):
    """XFS4IoT's words."""

    OK = "ok"
    FADING = "fading"  # modules are dark
    INOP = "inop"
    UNKNOWN = "unknown"

    @property
    def trouble(self) -> tuple[Health, str]:
        """What that means for the whole device: its health, and a reason where it is not well."""
        return _TROUBLE.get(self, (Health.NORMAL, ""))


_TROUBLE = {Lamp.FADING: (Health.WARNING, "lamp_fading"), Lamp.INOP: (Health.FAULT, "lamp_inop")}
