"""Has sheets painted, a process for each, one at a time. Knows no Qt and no printer; logs nothing of a sheet."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from devices.errors import DeviceError
from devices.transports.child import ChildProcess

if TYPE_CHECKING:
    from kiosk.paper.sheet import Sheet

LOG = logging.getLogger("kapok.kiosk.papers")

WORKER = "kiosk.paper.painting"
PAINT_S = 20.0


class PaperError(Exception):
    """There is no such paper. `code`: paper_not_made | pdf_unreadable | paper_gone."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class MadePaper:
    """A sheet that was painted."""

    pdf: bytes = field(repr=False)
    pages: int
    replaced: int = 0  # letters that no font of this machine has: 〓 stands for each


class Press:
    """`paint` gives the PDF of a sheet."""

    def __init__(self, *, module: str = WORKER, paint_s: float = PAINT_S) -> None:
        self._module, self._paint_s = module, paint_s
        self._turn = asyncio.Lock()

    async def paint(self, sheet: Sheet) -> MadePaper:
        """Paint one sheet. Raises PaperError `paper_not_made`; whatever happens, the process is gone afterwards."""
        async with self._turn:
            worker = ChildProcess(self._module, (), device="paper")
            try:
                await worker.start()
                await worker.say(msgspec.json.encode(sheet).decode())
                said, pdf = await worker.hear(self._paint_s)
            except DeviceError as error:
                LOG.warning("a sheet was not painted: %s", error.code)
                raise PaperError("paper_not_made") from error
            finally:
                await worker.stop()
        if not pdf:
            LOG.warning("a sheet was not painted: %s", said.get("fault"))
            raise PaperError("paper_not_made")
        made = MadePaper(pdf, int(said["pages"]), int(said["replaced"]))
        if made.replaced:
            LOG.warning("%d letters of a sheet are in no font of this machine", made.replaced)
        return made
