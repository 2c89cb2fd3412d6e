"""Stands in for having no document scanner: the same port, played by a script. Knows no program and no camera."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING

from devices.document_scanner.images import page_of
from devices.document_scanner.papers import sheet
from devices.errors import DeviceLostError
from devices.values.document_scanner import (
    A4_MM,
    DocumentScannerCapabilities,
    DocumentScannerStatus,
    Media,
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


class SimulatedDocumentScanner:
    """`DocumentScanner` that gives what `lay` has put in, in order. `fail` lets the next scans break off there."""

    def __init__(self, *, device: str = "document_scanner") -> None:
        self._device = device
        self.capabilities = DocumentScannerCapabilities((Source.FLATBED, Source.FEEDER, Source.CAMERA), by_itself=True)
        self._pages: deque[PageImage] = deque()
        self._news = asyncio.Event()
        self._reason = ""
        self._laid = 0
        self._plugged, self._open, self._busy = True, False, False
        self._was_pulled = False  # while it was open

    async def open(self) -> None:
        if not self._plugged:
            raise DeviceLostError(self._device, "unplugged")
        self._open, self._was_pulled = True, False

    async def scan(self, order: ScanOrder, on_news: Callable[[ScanNews], None] = lambda _news: None) -> ScanResult:
        if self._busy or not self._open:
            return ScanResult(ScanOutcome.REFUSED, reason="device_busy" if self._busy else DeviceLostError.code)
        self._busy = True
        try:
            return await self._scanned(order, on_news)
        finally:
            self._busy = False

    async def status(self) -> DocumentScannerStatus:
        if self._was_pulled:
            raise DeviceLostError(self._device, "unplugged")
        if not self._open:
            return DocumentScannerStatus(Health.FAULT, DeviceLostError.code)
        if self._busy:
            return DocumentScannerStatus(Health.BUSY)
        if self._reason:
            media = Media.JAMMED if self._reason == "paper_jammed" else Media.UNKNOWN
            return DocumentScannerStatus(Health.WARNING, self._reason, media)
        return DocumentScannerStatus(Health.NORMAL, media=Media.PRESENT if self._pages else Media.NOT_PRESENT)

    async def close(self) -> None:
        self._open = False
        self._news.set()

    def lay(self, *pages: PageImage) -> None:
        """Put pages in, a made-up one when none is given; a scan that waits for one takes it."""
        self._laid += 1
        self._pages.extend(pages or (page_of(sheet(self._laid), *A4_MM),))
        self._news.set()

    def fail(self, reason: str) -> None:
        """From now on scans end with this code when the pages that lie there are taken; "": no more."""
        self._reason = reason
        self._news.set()

    def unplug(self) -> None:
        """Pull the cable: `open` raises DeviceLostError until `plug`, a running scan ends."""
        self._was_pulled = self._was_pulled or self._open
        self._plugged = self._open = False
        self._news.set()

    def plug(self) -> None:
        """Plug the cable in again; the owner must `open` anew."""
        self._plugged = True

    async def _scanned(self, order: ScanOrder, on_news: Callable[[ScanNews], None]) -> ScanResult:
        taken: list[PageImage] = []
        reason = ""
        while len(taken) < order.pages and not reason:
            if not self._open:
                reason = DeviceLostError.code
            elif self._pages:
                taken.append(self._pages.popleft())
                on_news(ScanNews(len(taken)))
            elif self._reason:
                reason = self._reason
            elif order.source is Source.CAMERA and order.by_itself:
                reason = await self._another(order)
            else:
                reason = "" if taken and order.source is Source.FEEDER else "no_documents"
                break
        if not reason:
            return ScanResult(ScanOutcome.DONE, tuple(taken))
        return ScanResult(ScanOutcome.INCOMPLETE if taken else ScanOutcome.REFUSED, tuple(taken), reason)

    async def _another(self, order: ScanOrder) -> str:
        """Wait for a page, or for something else to happen; why there is none."""
        self._news.clear()
        try:
            async with asyncio.timeout(order.wait_s):
                await self._news.wait()
        except TimeoutError:
            return "nothing_new"
        return ""
