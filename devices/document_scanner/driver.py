"""Scans paper with a SANE scanner, flatbed or feeder, through the program scanimage. Understands no picture.

SANE's own calls block and its back ends may hang or crash: in a program of its own that costs one page, not the hall.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from devices.document_scanner import scanimage
from devices.document_scanner.process import Patience, SilentError, ask
from devices.document_scanner.scan_line import ScanLine
from devices.document_scanner.scanimage import Abilities, Fault, FoundScanner
from devices.errors import DeviceConfigError, DeviceError, DeviceLostError, DeviceRefusedError, DeviceSilentError
from devices.values.document_scanner import (
    Colour,
    DocumentScannerCapabilities,
    DocumentScannerStatus,
    PageImage,
    ScanNews,
    ScanOrder,
    ScanOutcome,
    ScanResult,
    Source,
)
from devices.values.health import Health

if TYPE_CHECKING:
    from collections.abc import Callable

LOG = logging.getLogger("kapok.device.document_scanner")

UNASKED = Abilities({Source.FLATBED: ""}, dict.fromkeys(Colour, ""))


class SaneDocumentScanner:
    """`DocumentScanner` for what `scanimage -L` lists; `name` is the name that stands there."""

    def __init__(
        self,
        name: str,
        *,
        device: str = "document_scanner",
        program: str = "scanimage",
        config_folder: str = "",
        patience: Patience | None = None,
    ) -> None:
        self._line = ScanLine(name, program, config_folder, patience or Patience())
        self._device = device
        self._abilities = UNASKED
        self._scan: asyncio.Task[tuple[list[PageImage], Fault | None]] | None = None
        self._turn = asyncio.Lock()  # SANE lets one program in at a time: a question and a scan must not meet
        self._busy = False
        self._fault: Fault | None = None  # of the newest scan
        self._is_open = False

    @property
    def capabilities(self) -> DocumentScannerCapabilities:
        return self._abilities.capabilities

    async def open(self) -> None:
        listing = await self._line.ask("--all-options")
        if isinstance(listing, Fault):
            raise _error(self._device, listing)
        self._abilities = scanimage.abilities_in(listing)
        self._fault, self._is_open = None, True

    async def status(self) -> DocumentScannerStatus:
        if not self._is_open:
            return DocumentScannerStatus(Health.FAULT, DeviceLostError.code)
        if self._busy:
            return DocumentScannerStatus(Health.BUSY)
        async with self._turn:
            said = await self._line.ask("--dont-scan")
        if said is scanimage.LOST:
            raise DeviceLostError(self._device)
        if isinstance(said, Fault):
            health = Health.BUSY if said is scanimage.BUSY else Health.FAULT
            return DocumentScannerStatus(health, said.reason, said.media)
        if self._fault is not None:  # it can be reached; whether the jam is cleared only the next scan can tell
            return DocumentScannerStatus(Health.WARNING, self._fault.reason, self._fault.media)
        return DocumentScannerStatus(Health.NORMAL)

    async def scan(self, order: ScanOrder, on_news: Callable[[ScanNews], None] = lambda _news: None) -> ScanResult:
        if self._busy:
            return result_of([], scanimage.BUSY)
        if not self._is_open:
            return result_of([], scanimage.LOST)
        if order.source not in self._abilities.sources or order.colour not in self._abilities.modes:
            return result_of([], scanimage.UNSUPPORTED)
        self._busy = True
        try:
            async with self._turn:
                pages, fault = await self._scanned(order, on_news)
        finally:
            self._busy = False
        self._fault = fault
        LOG.info("%s: %d pages %s", self._device, len(pages), fault.reason if fault else "")
        return result_of(pages, fault)

    async def _scanned(
        self, order: ScanOrder, on_news: Callable[[ScanNews], None]
    ) -> tuple[list[PageImage], Fault | None]:
        """Scan in a task of its own, so that `close` ends it without cancelling whoever waits for the result."""
        if not self._is_open:  # closed while we waited for our turn
            return [], scanimage.LOST
        self._scan = asyncio.create_task(self._line.scan(self._abilities, order, on_news))
        try:
            await asyncio.wait({self._scan})
            return ([], scanimage.LOST) if self._scan.cancelled() else self._scan.result()
        finally:
            self._scan.cancel()
            await asyncio.gather(self._scan, return_exceptions=True)
            self._scan = None

    async def close(self) -> None:
        self._is_open = False
        if self._scan is not None:
            self._scan.cancel()
            await asyncio.gather(self._scan, return_exceptions=True)


async def find_scanners(program: str = "scanimage", config_folder: str = "") -> list[FoundScanner]:
    """The scanners that SANE sees now; a back end may look for some seconds. Raises DeviceError."""
    try:
        said = await ask((program, *scanimage.LIST_WORDS), config_folder, Patience())
    except SilentError as error:
        raise _error("document_scanner", scanimage.SILENT) from error
    except OSError as error:
        raise _error("document_scanner", scanimage.MISSING) from error
    return scanimage.scanners_in(said.output)


def result_of(pages: list[PageImage], fault: Fault | None) -> ScanResult:
    """The one answer to an order."""
    if fault is None:
        return ScanResult(ScanOutcome.DONE, tuple(pages))
    outcome = ScanOutcome.INCOMPLETE if pages else ScanOutcome.REFUSED
    return ScanResult(outcome, tuple(pages), fault.reason)


def _error(device: str, fault: Fault, left: int = 0) -> DeviceError:
    if fault is scanimage.SILENT:
        return DeviceSilentError(device)
    if fault is scanimage.MISSING:
        return DeviceConfigError(device, "the program scanimage is not there; it comes with sane-utils")
    if fault is scanimage.LOST:
        return DeviceLostError(device)
    return DeviceRefusedError(device, left, fault.reason)
