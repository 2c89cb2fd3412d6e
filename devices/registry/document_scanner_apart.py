"""The process of a document scanner: `python -m devices.registry.document_scanner_apart SETTINGS DEVICE`.

Composed here, because rooms do not know each other. SETTINGS is JSON, as a kiosk's file has them; what is said and
answered stands in `devices.document_scanner.wording`. It ends when its input does.
"""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import json
import sys
from typing import TYPE_CHECKING

from devices.camera.process import humbly
from devices.document_scanner.wording import capabilities_said, news_said, order_heard, page_said, status_said
from devices.errors import DeviceError
from devices.registry.document_scanner import document_scanner
from devices.transports.child import Parent

if TYPE_CHECKING:
    from devices.document_scanner.wording import Words
    from devices.ports.document_scanner import DocumentScanner
    from devices.values.document_scanner import ScanOrder


M_MMAP_THRESHOLD, M_ARENA_MAX = -3, -8  # malloc.h


class Desk:
    """Does what lines say, one thing after the other; a scan meanwhile, so that it can be stopped."""

    def __init__(self, scanner: DocumentScanner, parent: Parent) -> None:
        self._scanner, self._parent = scanner, parent
        self._scan: asyncio.Task[None] | None = None

    async def do(self, words: Words) -> None:
        """One line. Raises KeyError, TypeError, ValueError for what is none, DeviceError."""
        match words.get("do"):
            case "open":
                await self._scanner.open()
                self._parent.tell(capabilities_said(self._scanner.capabilities))
            case "status":
                self._parent.tell(status_said(await self._scanner.status()))
            case "scan":
                self._scan = asyncio.create_task(self._scanned(order_heard(words)))
            case "stop":
                if self._scan is not None and not self._scan.done():
                    self._scan.cancel()

    async def close(self) -> None:
        """End what runs."""
        if self._scan is not None:
            self._scan.cancel()
            await asyncio.gather(self._scan, return_exceptions=True)
        await self._scanner.close()

    async def _scanned(self, order: ScanOrder) -> None:
        outcome, reason = "refused", "cancelled"
        try:
            result = await self._scanner.scan(order, lambda news: self._parent.tell(news_said(news), news.glimpse))
            outcome, reason = result.outcome.value, result.reason
            for page in result.pages:
                self._parent.tell(page_said(page), page.jpeg)
        finally:
            self._parent.tell({"is": "end", "outcome": outcome, "reason": reason})


async def serve(settings: dict[str, object], device: str, parent: Parent) -> None:
    """Until there is no more input."""
    lines = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    desk: Desk | None = None
    try:
        desk = Desk(_scanner(settings, device), parent)
        while line := await lines.readline():
            await desk.do(json.loads(line))
    except DeviceError as error:
        parent.tell({"fault": error.code, "detail": error.detail})
    except Exception as error:  # noqa: BLE001 - the last thing this process does is tell its parent, whatever it was
        parent.tell({"fault": "device_protocol", "detail": type(error).__name__})
    finally:
        if desk is not None:
            with contextlib.suppress(DeviceError):
                await desk.close()


def _scanner(settings: dict[str, object], device: str) -> DocumentScanner:
    """The driver that the settings name. A camera is opened in here: its pictures need not be copied any further."""
    if settings.get("driver") != "camera":
        return document_scanner(settings, device=device)
    from devices.document_scanner.camera import CameraDocumentScanner
    from devices.registry.own_camera import OwnCamera

    size = {key: int(str(settings[key])) for key in ("width", "height") if key in settings}
    return CameraDocumentScanner(OwnCamera(str(settings["address"]), **size, device=device), device=device)


def _give_back() -> None:
    """Have large pictures go back to the system as soon as they are done with, instead of staying for the next."""
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)  # not in every C library
    if mallopt is not None:
        mallopt(M_ARENA_MAX, 1)
        mallopt(M_MMAP_THRESHOLD, 1 << 18)


def main(settings: str, device: str) -> None:
    """Serve one scanner."""
    parent = Parent()
    _give_back()
    humbly()  # no core dump either: it would hold what the scanner saw
    asyncio.run(serve(json.loads(settings), device, parent))


if __name__ == "__main__":
    main(*sys.argv[1:])
