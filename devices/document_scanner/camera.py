"""Takes pages from a document camera (高拍仪): by itself when a good page lies still, or now. Opens no camera itself.

It is handed a `Camera`; pictures are looked at in a thread, one at a time, so that neither they nor the work piles up.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from typing import TYPE_CHECKING

import numpy as np

from devices.document_scanner.images import Image, glimpse_of, grey_of, page_of
from devices.document_scanner.judge import Seen, see
from devices.document_scanner.stillness import Stillness, glance, thumbnail
from devices.document_scanner.straighten import page_size, upright
from devices.errors import DeviceError, DeviceLostError
from devices.values.camera import CHANNELS
from devices.values.document_scanner import (
    Colour,
    DocumentScannerCapabilities,
    DocumentScannerStatus,
    Media,
    PageImage,
    ScanNews,
    ScanOrder,
    ScanOutcome,
    ScanResult,
    Source,
    Verdict,
)
from devices.values.health import Health

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Callable

    from devices.ports.camera import Camera
    from devices.values.camera import Frame

LOG = logging.getLogger("kapok.device.document_scanner")

LOOK_S = 0.12  # between two looks: eight a second are plenty, and leave the processor to others
NOTHING_NEW = "nothing_new"


class CameraDocumentScanner:
    """`DocumentScanner` over any `Camera` that looks straight down on a table."""

    def __init__(self, camera: Camera, *, device: str = "document_scanner", look_s: float = LOOK_S) -> None:
        self._camera = camera
        self._device = device
        self._look_s = look_s
        self._stillness = Stillness()
        self._scan: asyncio.Task[ScanResult] | None = None
        self._turn = asyncio.Lock()  # the camera's pictures are for one at a time
        self._busy = False
        self._media = Media.UNKNOWN
        self._lost = ""
        self._is_open = False
        self.capabilities = DocumentScannerCapabilities((Source.CAMERA,), by_itself=True)

    async def open(self) -> None:
        await self._camera.open()
        self._is_open, self._lost = True, ""

    async def scan(self, order: ScanOrder, on_news: Callable[[ScanNews], None] = lambda _news: None) -> ScanResult:
        if self._busy:
            return ScanResult(ScanOutcome.REFUSED, reason="device_busy")
        if not self._is_open or self._lost:
            return ScanResult(ScanOutcome.REFUSED, reason=self._lost or DeviceLostError.code)
        if order.source is not Source.CAMERA:
            return ScanResult(ScanOutcome.REFUSED, reason="not_supported")
        self._busy = True
        try:
            async with self._turn:
                return await self._in_a_task(order, on_news)
        finally:
            self._busy = False

    async def status(self) -> DocumentScannerStatus:
        """Looks at one picture when nobody scans: a camera says nothing by itself. Raises DeviceLostError."""
        if not self._is_open:
            return DocumentScannerStatus(Health.FAULT, DeviceLostError.code)
        if self._busy:
            return DocumentScannerStatus(Health.BUSY, media=self._media)
        async with self._turn:
            await self._glimpse()
        if self._lost:
            raise DeviceLostError(self._device, self._lost)
        camera = await self._camera.status()
        return DocumentScannerStatus(camera.health, camera.reason, self._media)

    async def close(self) -> None:
        self._is_open = False
        self._stillness.forget()
        if self._scan is not None:
            self._scan.cancel()
            await asyncio.gather(self._scan, return_exceptions=True)
        await self._camera.close()

    async def _glimpse(self) -> None:
        try:
            async with contextlib.aclosing(self._camera.frames()) as frames:
                await anext(frames, None)
        except DeviceError as error:
            self._lost = error.code

    async def _in_a_task(self, order: ScanOrder, on_news: Callable[[ScanNews], None]) -> ScanResult:
        """Scan in a task of its own, so that `close` ends it without cancelling whoever waits for the result."""
        taken: list[PageImage] = []
        if not self._is_open:  # closed while we waited for our turn
            return _result(taken, DeviceLostError.code)
        self._scan = asyncio.create_task(self._scanned(order, on_news, taken))
        try:
            await asyncio.wait({self._scan})
            return _result(taken, DeviceLostError.code) if self._scan.cancelled() else self._scan.result()
        finally:
            self._scan.cancel()
            await asyncio.gather(self._scan, return_exceptions=True)
            self._scan = None

    async def _scanned(
        self, order: ScanOrder, on_news: Callable[[ScanNews], None], taken: list[PageImage]
    ) -> ScanResult:
        self._stillness.restart()
        if order.again:
            self._stillness.forget()
        try:
            async with contextlib.aclosing(self._looks()) as looks:
                reason = await self._take(order, on_news, taken, looks)
        except DeviceError as error:
            self._lost = reason = error.code  # whoever asks for the status next learns of it and opens anew
        LOG.info("%s: %d pages %s", self._device, len(taken), reason)
        return _result(taken, reason)

    async def _take(
        self,
        order: ScanOrder,
        on_news: Callable[[ScanNews], None],
        taken: list[PageImage],
        looks: AsyncIterator[tuple[Frame, Image, Seen]],
    ) -> str:
        """Take pages until there are enough; why there are not more, empty when none is missing."""
        last = NOTHING_NEW
        try:
            async with asyncio.timeout(order.wait_s) as patience:
                async for frame, image, seen in looks:
                    self._media = Media.NOT_PRESENT if seen.verdict is Verdict.NO_PAGE else Media.PRESENT
                    on_news(ScanNews(len(taken), 0.0, seen.look, await _glimpse(image, order.glimpse_px)))
                    last = NOTHING_NEW if seen.verdict is Verdict.GOOD else seen.verdict.value
                    if not self._wanted(order, frame, image, seen):
                        continue
                    if seen.quad is None:
                        return seen.verdict.value
                    taken.append(await asyncio.to_thread(camera_page, image, seen, order.colour))
                    on_news(ScanNews(len(taken), 0.0, seen.look))
                    if len(taken) == order.pages or not order.by_itself:
                        return ""
                    patience.reschedule(asyncio.get_running_loop().time() + order.wait_s)
        except TimeoutError:
            return "" if taken else last
        return DeviceLostError.code  # the camera was closed under us

    def _wanted(self, order: ScanOrder, frame: Frame, image: Image, seen: Seen) -> bool:
        thumb = thumbnail(image)
        if order.by_itself:
            return self._stillness.take(frame.at, seen, thumb)
        self._stillness.keep(glance(seen, thumb))
        return True

    async def _looks(self) -> AsyncGenerator[tuple[Frame, Image, Seen], None]:
        """One picture after the other with what is seen in it, from now on."""
        begun = asyncio.get_running_loop().time()
        async with contextlib.aclosing(self._camera.frames()) as frames:
            async for frame in frames:
                if frame.at < begun:  # what lay there before this order is nobody's business
                    continue
                image = np.frombuffer(frame.pixels, np.uint8).reshape(frame.height, frame.width, CHANNELS)
                yield frame, image, await asyncio.to_thread(see, image)
                await asyncio.sleep(self._look_s)


async def _glimpse(image: Image, wide_px: int) -> bytes:
    return await asyncio.to_thread(glimpse_of, image, wide_px) if wide_px else b""


def camera_page(image: Image, seen: Seen, colour: Colour) -> PageImage:
    """The page that was seen, upright. Its corners must be known."""
    if seen.quad is None:
        raise ValueError("no page was seen")
    wide, high, *size_mm = page_size(seen.quad, max(seen.width_px, seen.height_px))
    page = upright(image if colour is Colour.COLOUR else grey_of(image), seen.quad, wide, high)
    return page_of(page, size_mm[0], size_mm[1], seen.verdict)


def _result(taken: list[PageImage], reason: str) -> ScanResult:
    if not reason:
        return ScanResult(ScanOutcome.DONE, tuple(taken))
    return ScanResult(ScanOutcome.INCOMPLETE if taken else ScanOutcome.REFUSED, tuple(taken), reason)
