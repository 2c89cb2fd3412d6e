"""Pretends to be a serial code scanner at the far end of a pty, so that the real driver runs against real bytes."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from devices.transports.pty_stand_in import PtyStandIn

if TYPE_CHECKING:
    from pathlib import Path

NOISE = b"\x00\xff\x13\r"  # a line of rubbish before each code


class Fault(StrEnum):
    """What can be wrong with a scanner that only sends; several at once."""

    SPLIT = "split"  # byte by byte
    NO_END = "no-end"  # no CR behind a code: only the pause ends it
    NOISE = "noise"
    MUTE = "mute"  # it beeps, and sends nothing


class CodeScannerEmulator(PtyStandIn):
    """A scanner to hold codes before: `scan`. `end` is what it sends behind a code, b"" for nothing."""

    def __init__(self, *, link: str | Path | None = None, end: bytes = b"\r") -> None:
        super().__init__(name="code_scanner", link=link)
        self._end = end
        self._faults: set[Fault] = set()

    def fail(self, fault: Fault) -> None:
        """Switch a fault on, until `heal`."""
        self._faults.add(fault)

    def heal(self) -> None:
        """All faults end."""
        self._faults.clear()

    async def scan(self, data: bytes, *, pieces: int = 1) -> None:
        """Send one code, cut into `pieces` writes. Raises DeviceLostError while unplugged."""
        if Fault.MUTE in self._faults:
            return
        whole = NOISE * (Fault.NOISE in self._faults) + data + self._end * (Fault.NO_END not in self._faults)
        pieces = len(whole) if Fault.SPLIT in self._faults else pieces
        size = max(1, -(-len(whole) // pieces))
        for at in range(0, len(whole), size):
            await self.send_bytes(whole[at : at + size])
