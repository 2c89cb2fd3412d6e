"""A document scanner in a process of its own: pictures and the library for them stay there, pages come out as JPEG.

For a kiosk, whose own process is the screen's: it neither grows by a camera's pictures nor waits for them. The process
is there from `open` to `close`. Knows no driver: what the process is made of, the registry says.
"""

from __future__ import annotations

import asyncio
import json
import logging
from typing import TYPE_CHECKING, Any

from devices.document_scanner.wording import capabilities_heard, news_heard, order_said, page_heard, status_heard
from devices.errors import DeviceConfigError, DeviceError, DeviceLostError, DeviceProtocolError, DeviceSilentError
from devices.transports.child import ChildProcess
from devices.values.document_scanner import (
    DocumentScannerCapabilities,
    DocumentScannerStatus,
    ScanOutcome,
    ScanResult,
)
from devices.values.health import Health

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from devices.transports.child import Message
    from devices.values.document_scanner import PageImage, ScanNews, ScanOrder

LOG = logging.getLogger("kapok.device.document_scanner")

OPEN_S = 30.0  # the process starts, then its driver has limits of its own
NEWS_S = 300.0  # longer than any driver is silent within a page
STOP_S = 8.0
FAULTS: dict[str, type[DeviceError]] = {
    one.code: one for one in (DeviceLostError, DeviceSilentError, DeviceProtocolError, DeviceConfigError)
}
_UNASKED = DocumentScannerCapabilities(())


class ApartDocumentScanner:
    """`DocumentScanner` that another process is; `module` is its program, `settings` what its driver is made from."""

    def __init__(self, module: str, settings: Mapping[str, object], *, device: str = "document_scanner") -> None:
        self._device = device
        self._child = ChildProcess(module, (json.dumps(dict(settings)), device), device=device)
        self._turn = asyncio.Lock()
        self._busy = False
        self.capabilities = _UNASKED

    @property
    def pid(self) -> int:
        """The process, 0 when there is none."""
        return self._child.pid

    async def open(self) -> None:
        try:
            await self._child.start()
            self.capabilities = capabilities_heard(await self._asked({"do": "open"}, "open"))
        except BaseException:
            await self._child.stop()
            raise

    async def status(self) -> DocumentScannerStatus:
        if not self._child.pid:
            return DocumentScannerStatus(Health.FAULT, DeviceLostError.code)
        if self._busy:
            return DocumentScannerStatus(Health.BUSY)
        async with self._turn:
            return status_heard(await self._asked({"do": "status"}, "status"))

    async def scan(self, order: ScanOrder, on_news: Callable[[ScanNews], None] = lambda _news: None) -> ScanResult:
        if self._busy or not self._child.pid:
            return ScanResult(ScanOutcome.REFUSED, reason="device_busy" if self._busy else DeviceLostError.code)
        self._busy = True
        pages: list[PageImage] = []
        try:
            async with self._turn:
                return await self._scanned(order, on_news, pages)
        except DeviceError as error:
            await self._child.stop()
            return ScanResult(ScanOutcome.INCOMPLETE if pages else ScanOutcome.REFUSED, tuple(pages), error.code)
        except asyncio.CancelledError:
            await asyncio.shield(self._stop_scan())
            raise
        finally:
            self._busy = False

    async def close(self) -> None:
        await self._child.stop()

    async def _scanned(
        self, order: ScanOrder, on_news: Callable[[ScanNews], None], pages: list[PageImage]
    ) -> ScanResult:
        await self._say(order_said(order))
        while True:
            words, payload = await self._hear(NEWS_S)
            kind = words.get("is")
            try:
                if kind == "news":
                    on_news(news_heard(words, payload))
                elif kind == "page":
                    pages.append(page_heard(words, payload))
                elif kind == "end":
                    return ScanResult(ScanOutcome(words["outcome"]), tuple(pages), str(words["reason"]))
            except (KeyError, TypeError, ValueError) as error:
                raise DeviceProtocolError(self._device, "the process says nonsense") from error
            del words, payload

    async def _stop_scan(self) -> None:
        """Have the running scan end, and hear that it has; a process that does not is ended."""
        try:
            await self._say({"do": "stop"})
            async with asyncio.timeout(STOP_S):
                while (await self._hear(STOP_S))[0].get("is") != "end":
                    pass
        except (DeviceError, TimeoutError):
            LOG.warning("%s: the scanning process is ended", self._device)
            await self._child.stop()

    async def _asked(self, words: dict[str, Any], kind: str) -> dict[str, Any]:
        await self._say(words)
        said, _ = await self._hear(OPEN_S)
        if said.get("is") != kind:
            raise DeviceProtocolError(self._device, "the process says something else")
        return said

    async def _say(self, words: dict[str, Any]) -> None:
        await self._child.say(json.dumps(words))

    async def _hear(self, within_s: float) -> Message:
        """What it says next. Raises DeviceError, also the one that it tells."""
        said, payload = await self._child.hear(within_s)
        if code := said.get("fault"):
            raise FAULTS.get(str(code), DeviceLostError)(self._device, str(said.get("detail", "")))
        return said, payload
