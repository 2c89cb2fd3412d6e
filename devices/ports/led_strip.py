"""The strip above a counter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from devices.values.completion import Completion
    from devices.values.led_strip import ShowResult, StripCapabilities, StripStatus, StripText


class LedStrip(Protocol):
    """Shows one line until the next. Knows no ticket."""

    @property
    def capabilities(self) -> StripCapabilities:
        """What this strip can do; needs no exchange."""

    async def open(self) -> None:
        """Open the wire and greet the strip. Raises DeviceError."""

    async def show(self, text: StripText) -> ShowResult:
        """Show this line instead of what stands there. Never raises for what the strip does; UNKNOWN: perhaps shown."""

    async def clear(self) -> Completion:
        """Show nothing."""

    async def status(self) -> StripStatus:
        """How it is. Raises DeviceLostError when it has to be opened anew."""

    async def close(self) -> None:
        """Close the wire, what stands there stays; closing twice is allowed."""
