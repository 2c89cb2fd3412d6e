"""Pretends to be a serial code scanner at the far end of a pty, so that the real driver runs against real bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.transports.pty import PtyLine

if TYPE_CHECKING:
    from pathlib import Path


class CodeScannerEmulator:
    """A scanner to hold codes before: `scan`. `end` is what it sends behind a code, b"" for nothing.

    `address` is the path that a driver opens.
    """

    def __init__(self, *, link: str | Path | None = None, end: bytes = b"\r") -> None:
        self._line = PtyLine(link, device="code_scanner_emulator")
        self._end = end

    @property
    def address(self) -> str:
        return self._line.path

    async def start(self) -> None:
        """Plug the scanner in; also after `stop()`."""
        await self._line.open()

    async def stop(self) -> None:
        """Unplug the scanner: the driver's side gets a hang-up."""
        await self._line.close()

    unplug = stop
    plug = start

    async def scan(self, data: bytes, *, pieces: int = 1) -> None:
        """Send one code, cut into `pieces` writes. Raises DeviceLostError while unplugged."""
        whole = data + self._end
        size = max(1, -(-len(whole) // pieces))
        for at in range(0, len(whole), size):
            await self._line.write(whole[at : at + size])
