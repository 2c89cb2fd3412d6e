"""Door, tilt and power of a kiosk, and where such events go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from devices.values.sensors import SecurityEvent, SensorsCapabilities, SensorsStatus


class Sensors(Protocol):
    """Something was opened, tilted or lost its power; here is what. Knows no camera."""

    @property
    def capabilities(self) -> SensorsCapabilities:
        """What this box watches; needs no exchange."""

    async def open(self) -> None:
        """Open the wire and ask how everything stands. Raises DeviceError."""

    def events(self) -> AsyncGenerator[SecurityEvent, None]:
        """Each change once, in order, until closed; what is active when a box is met first comes first.

        Raises DeviceError when the box dies.
        """

    async def status(self) -> SensorsStatus:
        """How it is. Raises DeviceLostError when it has to be opened anew."""

    async def close(self) -> None:
        """Close the wire; closing twice is allowed."""


class SecurityEvents(Protocol):
    """Where security events go, so that a camera system can bookmark them. Peers: a file of JSON lines."""

    async def record(self, event: SecurityEvent) -> bool:
        """Keep it durably; False when that failed. Never raises: a full disk must not stop a kiosk."""
