"""What a kiosk does with A4 paper: its printer and its scanner alive, their errands done, all of it wiped.

Both boxes are optional; without one its errands end at once and say so. Knows no page.
"""

from __future__ import annotations

import asyncio
import contextlib
from functools import partial
from typing import TYPE_CHECKING

from devices.errors import DeviceLostError
from devices.supervisor import Supervisor, watch_status
from devices.values.page_printer import PageOutcome, PagePrinterStatus, PageResult
from kiosk.paper.about import AboutPaper, catalogue_mark
from kiosk.runner.papers import Papers
from kiosk.runner.pictures import Pictures
from kiosk.runner.scanning import Scanning
from kiosk.runner.shy_scanner import ShyScanner
from kiosk.runner.slips import given_at
from kiosk.session.effects import Wipe
from kiosk.session.papers import LeavePages, LookAtPages, PrintPages
from kiosk.session.scans import SCAN_EFFECTS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from devices.ports.document_scanner import DocumentScanner
    from devices.ports.page_printer import PagePrinter
    from devices.values.health import DeviceHealth
    from devices.values.page_printer import PageJob, PageProgress
    from hall_server.contract.catalogue import Catalogue
    from hall_server.contract.messages import HallNow
    from kiosk.codes.scan import Moment
    from kiosk.runner.boxes import Boxes
    from kiosk.runner.errands import Errands
    from kiosk.runner.papers import About, Ended
    from kiosk.runner.ports import Clock, Post
    from kiosk.session.effects import Effect

PRINTER, SCANNER = "page_printer", "document_scanner"


class SupervisedPagePrinter:
    """Prints through the supervisor: a printer that is not open has printed nothing, for sure."""

    def __init__(self, supervisor: Supervisor[PagePrinter, DeviceHealth]) -> None:
        self._supervisor = supervisor

    async def print(self, job: PageJob, progress: Callable[[PageProgress], None] | None = None) -> PageResult:
        """Print once; see `devices.ports.PagePrinter`."""
        try:
            async with self._supervisor.use() as printer:
                return await printer.print(job, progress)
        except DeviceLostError as error:
            return PageResult(PageOutcome.NOT_PRINTED, PagePrinterStatus(answered=False), error.code, 0)


class SupervisedScanner:
    """The scanner through the supervisor, open for as long as somebody scans."""

    def __init__(self, supervisor: Supervisor[ShyScanner, DeviceHealth]) -> None:
        self._supervisor = supervisor

    @contextlib.asynccontextmanager
    async def lit(self) -> AsyncIterator[DocumentScanner]:
        """Raises DeviceError when it is not there."""
        async with self._supervisor.use() as shy, shy.lit() as scanner:
            yield scanner


class Paperwork:
    """Papers and scanning over the boxes of this kiosk. `run` until cancelled; `wipe` when a visit ends."""

    def __init__(
        self,
        boxes: Boxes,
        *,
        post: Post,
        clock: Clock,
        about: About,
        on_health: Callable[[DeviceHealth], None],
        ended: Ended = lambda _job, _came: None,
    ) -> None:
        self.pictures = Pictures()
        printer: Supervisor[PagePrinter, DeviceHealth] | None = None
        scanner: Supervisor[ShyScanner, DeviceHealth] | None = None
        if boxes.page_printer is not None:
            watch = partial(watch_status, device=PRINTER)
            printer = Supervisor(PRINTER, boxes.page_printer, watch, on_health=on_health)
        if boxes.document_scanner is not None:
            shy = ShyScanner(boxes.document_scanner)
            scanner = Supervisor(SCANNER, shy, partial(watch_status, device=SCANNER), on_health=on_health)
        self._supervisors = [one for one in (printer, scanner) if one is not None]
        self.papers = Papers(
            None if printer is None else SupervisedPagePrinter(printer),
            post=post,
            clock=clock,
            about=about,
            ended=ended,
            pictures=self.pictures,
        )
        self.scanner = None if scanner is None else SupervisedScanner(scanner)
        self.scanning = Scanning(self.scanner, post=post, clock=clock, pictures=self.pictures)

    def serve(self, errands: Errands) -> None:
        """Be the performer of every errand of paper."""
        errands.register(PrintPages, self.papers.print)
        errands.register(LookAtPages, self.papers.look)
        errands.register(LeavePages, self.papers.left)
        for kind in SCAN_EFFECTS:
            errands.register(kind, self.scanning.perform)

    def hear(self, effect: Effect) -> None:
        """Listen to what a visit wants done: at its end everything is wiped."""
        if isinstance(effect, Wipe):
            self.wipe()

    def wipe(self) -> None:
        """Nothing of the visitor is left: jobs are taken back, scans end, documents, pages and pictures are gone."""
        self.papers.leave()
        self.scanning.wipe()

    async def run(self) -> None:
        """Keep the boxes alive until cancelled; jobs are taken back while their printer is still open."""
        async with asyncio.TaskGroup() as tasks:
            running = [tasks.create_task(one.run()) for one in self._supervisors]
            try:
                await asyncio.get_running_loop().create_future()
            finally:
                await self.papers.close()
                await self.scanning.close()
                for one in running:
                    one.cancel()


def about_paper(hall: HallNow | None, catalogue: Catalogue | None, kiosk_name: str, moment: Moment) -> AboutPaper:
    """What stands on each sheet that is printed now; no hour while the hall's time is not known (definitions.md 11)."""
    return AboutPaper(
        hall_name=hall.hall_name if hall else "",
        kiosk_name=kiosk_name,
        hotline=hall.hotline if hall else "",
        printed_at=given_at(moment.hall_us, hall.utc_offset_s) if hall and moment.clock_known else "",
        mark=catalogue_mark(catalogue) if catalogue else "",
        version=catalogue.version if catalogue else "",
    )
