"""Listens to a serial code scanner. Knows no tickets and does not say what a code is good for."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from devices.code_scanner.codec import CodeDecoder, TooLong
from devices.errors import DeviceLostError
from devices.values.code_scanner import ScannerCapabilities, ScannerStatus
from devices.values.health import Health

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from devices.ports.transport import Transport
    from devices.values.code_scanner import ScannedCode

LOG = logging.getLogger("kapok.device.code_scanner")

IDLE_GAP_S = 0.2  # a pause that ends a code when the scanner sends no CR or LF
LISTEN_S = 3600.0  # between two codes there is nothing to do; closing wakes the reading


class SerialCodeScanner:
    """`CodeScanner` over any transport, for scanners that only send."""

    def __init__(self, transport: Transport, *, device: str = "code_scanner", idle_gap_s: float = IDLE_GAP_S) -> None:
        self._wire = transport
        self._device = device
        self.capabilities = ScannerCapabilities()
        self._idle_gap_s = idle_gap_s
        self._open = False
        self._lost = ""

    async def open(self) -> None:
        await self._wire.open()
        self._open, self._lost = True, ""

    async def codes(self) -> AsyncGenerator[ScannedCode, None]:
        decoder = CodeDecoder()
        while True:
            try:
                data = await self._wire.read_some(self._idle_gap_s if decoder.pending else LISTEN_S)
            except DeviceLostError as error:
                if not self._open:
                    return
                self._lost = error.code
                raise
            for code in decoder.feed(data) if data else decoder.flush():
                if isinstance(code, TooLong):
                    LOG.warning("%s: a code was too long and is dropped", self._device)
                else:
                    LOG.debug("%s < code of %d bytes", self._device, len(code.data))
                    yield code

    async def status(self) -> ScannerStatus:
        """Wire open or not: more a scanner that only sends cannot say."""
        if self._open and not self._lost:
            return ScannerStatus(Health.NORMAL)
        return ScannerStatus(Health.FAULT, self._lost or DeviceLostError.code)

    async def close(self) -> None:
        self._open = False
        await self._wire.close()
