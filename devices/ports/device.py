"""What all devices have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

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

    What every kind keeps (XFS4IoT's rules, in our words):

    - `capabilities` says what the box can do: a frozen value that needs no exchange. `status` says how it is: a value
      of its own. Neither holds anything of the other.
    - A stream (cards, codes, keys) is the only thing that comes unasked.
    - A request (print, scan, speak, show) ends exactly once: in one result value, or in one DeviceError. Nothing of it
      comes later. Two requests do not overlap; the second one waits.
    - A request is cancelled by cancelling its task. The driver then leaves the box in a known state before it lets go:
      idle, or, where it cannot tell, with the wire closed, so that the next one to ask finds it lost and the supervisor
      opens it anew. A cancelled request has no result: what it may have done counts as unknown, and is never done again
      by itself.
    - Opening again after a loss starts from nothing: what was half said is dropped.
    - A request that must not be done twice (a print) carries an id; the last 256 are remembered, and an id that comes
      again gets the first result.
    """

    async def open(self) -> None:
        """Open the wire and ask the box how it is. Raises DeviceError."""

    async def status(self) -> Status:
        """How it is now, without disturbing what it does. A box that says nothing is a status, not an exception."""

    async def close(self) -> None:
        """Stop and close the wire; closing twice is allowed."""


@runtime_checkable
class BreaksOff(Protocol):
    """A box whose driver ends the connection by itself when it cannot tell how a request ended (a slip).

    Its request still ends in a result; the supervisor looks here behind it and opens the box anew at once.
    """

    @property
    def broken_off(self) -> bool:
        """True from then until it is opened again."""
