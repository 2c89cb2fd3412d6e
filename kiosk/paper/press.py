"""Has sheets painted, a process for each, one at a time. Knows no Qt and no printer; logs nothing of a sheet."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import msgspec

from kiosk.paper.apart import Apart
from kiosk.values import Hushed, Value

if TYPE_CHECKING:
    from kiosk.paper.sheet import Sheet

LOG = logging.getLogger("kapok.kiosk.papers")

WORKER = "kiosk.paper.painting"
PAINT_S = 20.0


class MadePaper(Hushed, Value, frozen=True):
    """A sheet that was painted."""

    pdf: bytes
    pages: int
    replaced: int = 0  # letters that no font of this machine has: 〓 stands for each


class Press:
    """`paint` gives the PDF of a sheet."""

    def __init__(self, *, module: str = WORKER, paint_s: float = PAINT_S) -> None:
        self._apart = Apart(module, paint_s, "paper_not_made")

    async def paint(self, sheet: Sheet) -> MadePaper:
        """Paint one sheet. Raises PaperError `paper_not_made`."""
        said, pdf = await self._apart.done(msgspec.json.encode(sheet).decode())
        made = MadePaper(pdf, int(said["pages"]), int(said["replaced"]))
        if made.replaced:
            LOG.warning("%d letters of a sheet are in no font of this machine", made.replaced)
        return made
