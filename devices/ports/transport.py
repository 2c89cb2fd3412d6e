"""A wire."""

from __future__ import annotations

from typing import Protocol


class Transport(Protocol):
    """A wire: bytes out, bytes in. Peers: serial, tcp, memory, record, replay. Knows no protocol."""

    async def open(self) -> None:
        """Open the wire. Raises DeviceLostError when it cannot be opened."""

    async def write(self, data: bytes) -> None:
        """Send all of `data`. Raises DeviceLostError when the wire is gone."""

    async def read_some(self, timeout_s: float) -> bytes:
        """Return what has come, at least one byte; b"" when nothing came in `timeout_s`. Raises DeviceLostError."""

    async def close(self) -> None:
        """Close the wire; closing twice is allowed."""
