"""A document scanner that is open only while somebody scans: no camera looks at a table that nobody uses.

In between it is opened for a moment now and then, so that the kiosk knows whether it can offer scanning at all.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from typing import TYPE_CHECKING

from devices.values.document_scanner import DocumentScannerStatus
from devices.values.health import Health

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from devices.ports.document_scanner import DocumentScanner

CHECK_S = 120.0


class ShyScanner:
    """`devices.ports.device.Device` around a scanner; `lit` gives the scanner itself, open."""

    def __init__(
        self, scanner: DocumentScanner, *, check_s: float = CHECK_S, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._scanner, self._check_s, self._clock = scanner, check_s, clock
        self._turn = asyncio.Lock()
        self._known = DocumentScannerStatus(Health.INIT)
        self._checked_at = 0.0

    async def open(self) -> None:
        """See that it is there. Raises DeviceError."""
        async with self._turn:
            await self._check()

    async def status(self) -> DocumentScannerStatus:
        """How it was when it was last looked at; while somebody scans, the scan says so. Raises DeviceError."""
        if not self._turn.locked() and self._clock() - self._checked_at >= self._check_s:
            async with self._turn:
                await self._check()
        return self._known

    async def close(self) -> None:
        await self._scanner.close()

    @contextlib.asynccontextmanager
    async def lit(self) -> AsyncIterator[DocumentScanner]:
        """The scanner, open until this is left. Raises DeviceError."""
        async with self._turn:
            try:
                await self._scanner.open()
                yield self._scanner
            finally:
                await self._scanner.close()
                self._checked_at = self._clock()

    async def _check(self) -> None:
        try:
            await self._scanner.open()
            self._known = await self._scanner.status()
        finally:
            await self._scanner.close()
            self._checked_at = self._clock()
