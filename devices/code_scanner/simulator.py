"""Stands in for having no code scanner: the same port, fed by a script. Knows no wire."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from devices.code_scanner.codec import decode_code
from devices.errors import DeviceLostError
from devices.values.code_scanner import ScannerCapabilities, ScannerStatus
from devices.values.health import Health

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from devices.values.code_scanner import ScannedCode


class SimulatedCodeScanner:
    """`CodeScanner` that is played by `scan`, `unplug` and `plug`."""

    def __init__(self, *, device: str = "code_scanner") -> None:
        self._device = device
        self.capabilities = ScannerCapabilities()
        self._news: asyncio.Queue[ScannedCode | None] = asyncio.Queue()  # None: look at the flags
        self._plugged = True
        self._open = False

    async def open(self) -> None:
        if not self._plugged:
            raise DeviceLostError(self._device, "unplugged")
        self._open = True

    async def codes(self) -> AsyncGenerator[ScannedCode, None]:
        while True:
            if not self._plugged:
                raise DeviceLostError(self._device, "unplugged")
            if not self._open:
                return
            code = await self._news.get()
            if code is not None:
                yield code

    async def status(self) -> ScannerStatus:
        if self._plugged and self._open:
            return ScannerStatus(Health.NORMAL)
        return ScannerStatus(Health.FAULT, DeviceLostError.code)

    async def close(self) -> None:
        self._open = False
        self._news.put_nowait(None)

    def scan(self, data: bytes) -> None:
        """Hold a code before the window; nothing happens while unplugged or for no bytes."""
        if self._plugged and data:
            self._news.put_nowait(decode_code(data))

    def unplug(self) -> None:
        """Pull the cable: `codes` and `open` raise DeviceLostError until `plug`. What was not yet told is lost."""
        self._plugged = self._open = False
        while not self._news.empty():
            self._news.get_nowait()
        self._news.put_nowait(None)

    def plug(self) -> None:
        """Plug the cable in again; the owner must `open` anew."""
        self._plugged = True
