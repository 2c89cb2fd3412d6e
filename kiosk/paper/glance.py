"""Has the first page of a PDF looked at, in a process for each. Knows no PDF library; nothing of a page is logged."""

from __future__ import annotations

import asyncio
import base64
import json
import logging
from dataclasses import dataclass, field

from devices.errors import DeviceError
from devices.transports.child import ChildProcess
from kiosk.paper.press import PaperError

LOG = logging.getLogger("kapok.kiosk.papers")

WORKER = "kiosk.paper.looking"
LOOK_S = 10.0
WIDE_PX = 900
MOST_BYTES = 20 * 1024 * 1024  # what the printer takes


@dataclass(frozen=True, slots=True)
class Glimpse:
    """The first page as PNG. `hidden`: blurred, because nobody can tell where numbers stand."""

    png: bytes = field(repr=False)
    pages: int
    hidden: bool


class Glance:
    """`look` gives the picture of a PDF's first page, numbers covered."""

    def __init__(self, *, module: str = WORKER, look_s: float = LOOK_S) -> None:
        self._module, self._look_s = module, look_s
        self._turn = asyncio.Lock()

    async def look(self, pdf: bytes, wide_px: int = WIDE_PX) -> Glimpse:
        """Look once. Raises PaperError `pdf_unreadable`; whatever happens, the process is gone afterwards."""
        if len(pdf) > MOST_BYTES:
            raise PaperError("pdf_unreadable")
        async with self._turn:
            worker = ChildProcess(self._module, (), device="paper")
            try:
                await worker.start()
                await worker.say(json.dumps({"pdf": base64.b64encode(pdf).decode(), "wide": wide_px}))
                said, png = await worker.hear(self._look_s)
            except DeviceError as error:
                LOG.warning("a page was not looked at: %s", error.code)
                raise PaperError("pdf_unreadable") from error
            finally:
                await worker.stop()
        if not png:
            LOG.warning("a page was not looked at: %s", said.get("detail"))
            raise PaperError("pdf_unreadable")
        return Glimpse(png, int(said["pages"]), bool(said["hidden"]))
