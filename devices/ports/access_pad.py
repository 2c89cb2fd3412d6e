"""Six keys and a headphone socket, for a visitor who listens instead of looking."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from devices.values.access_pad import AccessPadCapabilities, AccessPadStatus, PadEvent


class AccessPad(Protocol):
    """Tells presses and the plug. Knows no screen."""

    @property
    def capabilities(self) -> AccessPadCapabilities:
        """What this pad has; needs no exchange."""

    async def open(self) -> None:
        """Open the wire and take the keys. Raises DeviceError."""

    def events(self) -> AsyncGenerator[PadEvent, None]:
        """Presses and the plug, in order, until closed; a plug that is in already comes first.

        Raises DeviceError when the pad dies.
        """

    async def status(self) -> AccessPadStatus:
        """How it is. Raises DeviceLostError when it has to be opened anew."""

    async def close(self) -> None:
        """Close the wire and give the keys back; closing twice is allowed."""
