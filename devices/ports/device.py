"""What all devices have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from devices.values.health import Health


class Status(Protocol):
    """How a device says it is; each kind adds its own words (paper, media, lamp …) to these two."""

    @property
    def health(self) -> Health:
        """Normal, warning or fault."""

    @property
    def reason(self) -> str:
        """Why it is not normal: a permanent snake_case code; empty when it is."""


class Device(Protocol):
    """A box on the wire: opened, asked how it is, closed. The supervisor and `kapok device` know no more of it.

    Each kind also says in `capabilities` what it can do: a frozen value that needs no exchange.
    """

    async def open(self) -> None:
        """Open the wire and ask the box how it is. Raises DeviceError."""

    async def status(self) -> Status:
        """How it is now, without disturbing what it does. A box that says nothing is a status, not an exception."""

    async def close(self) -> None:
        """Stop and close the wire; closing twice is allowed."""
