"""A lamp that says where to look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from devices.values.completion import Completion
    from devices.values.indicator import IndicatorCapabilities, IndicatorStatus, Light


class Indicator(Protocol):
    """Shows one light until the next."""

    @property
    def capabilities(self) -> IndicatorCapabilities:
        """What this lamp can show; needs no exchange."""

    async def open(self) -> None:
        """Open the wire and greet the lamp, if it answers at all. Raises DeviceError."""

    async def show(self, light: Light) -> Completion:
        """Show this instead. Never raises for what the lamp does; a lamp that cannot confirm is UNKNOWN at best."""

    async def status(self) -> IndicatorStatus:
        """How it is. Raises DeviceLostError when it has to be opened anew."""

    async def close(self) -> None:
        """Close the wire, the light stays; closing twice is allowed."""
