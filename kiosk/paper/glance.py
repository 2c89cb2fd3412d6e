"""Has the first page of a PDF looked at, in a process for each. Knows no PDF library; nothing of a page is logged."""

from __future__ import annotations

import base64
import json

from kiosk.paper.apart import Apart, PaperError
from kiosk.values import Hushed, Value

UNREADABLE = "pdf_unreadable"
WORKER = "kiosk.paper.looking"
LOOK_S = 10.0
WIDE_PX = 900
MOST_BYTES = 20 * 1024 * 1024  # what the printer takes


class Glimpse(Hushed, Value, frozen=True):
    """The first page as PNG. `hidden`: blurred, because nobody can tell where numbers stand."""

    png: bytes
    pages: int
    hidden: bool


class Glance:
    """`look` gives the picture of a PDF's first page, numbers covered."""

    def __init__(self, *, module: str = WORKER, look_s: float = LOOK_S) -> None:
        self._apart = Apart(module, look_s, UNREADABLE)

    async def look(self, pdf: bytes, wide_px: int = WIDE_PX) -> Glimpse:
        """Look once. Raises PaperError `pdf_unreadable`."""
        if len(pdf) > MOST_BYTES:
            raise PaperError(UNREADABLE)
        said, png = await self._apart.done(json.dumps({"pdf": base64.b64encode(pdf).decode(), "wide": wide_px}))
        return Glimpse(png, int(said["pages"]), bool(said["hidden"]))
