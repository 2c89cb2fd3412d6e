"""The keys under a clerk's hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from devices.values.caller import CallerCapabilities, CallerDisplay, CallerStatus, KeyPress
    from devices.values.completion import Completion


class Caller(Protocol):
    """A clerk pressed a key; here is which. Knows no ticket and no counter."""

    @property
    def capabilities(self) -> CallerCapabilities:
        """What this caller has; needs no exchange."""

    async def open(self) -> None:
        """Open the wire and greet the box, if it answers at all. Raises DeviceError."""

    def presses(self) -> AsyncGenerator[KeyPress, None]:
        """One KeyPress for each press, in order, until closed. Raises DeviceError when the caller dies."""

    async def show(self, display: CallerDisplay) -> Completion:
        """Show this on the box, until told otherwise. One without a display refuses ("no_display")."""

    async def status(self) -> CallerStatus:
        """How it is. Raises DeviceLostError when it has to be opened anew."""

    async def close(self) -> None:
        """Close the wire and give the keys back; closing twice is allowed."""
