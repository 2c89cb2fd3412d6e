"""An A4 printer that is kept alive in the drill, somebody who asks it for pages, and what lies in its tray.

Every job of a row has a number of pages of its own, so that each sheet says to which job it belongs, whoever has
rewritten the PDF on its way.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from devices.drill.bench import Kept, kept_alive
from devices.errors import DeviceLostError, DeviceProtocolError
from devices.page_printer.machine import pages_of
from devices.page_printer.sample import sample_pdf
from devices.supervisor import watch_status
from devices.values.page_printer import PageJob, PageOutcome

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from devices.drill.bench import Bench
    from devices.page_printer.emulator import PagePrinterEmulator
    from devices.ports.page_printer import PagePrinter
    from devices.values.health import DeviceHealth
    from devices.values.page_printer import PageResult

KIND = "page_printer"
FIRST_PAGES = 3  # of the first job of a row: so that a fault can strike in its middle
LOOK_S = 1.0
TRY_AGAIN_S, TRIES = 0.2, 100


@dataclass
class Tray:
    """Asks for pages, and holds what is said against the sheets that came out."""

    bench: Bench
    box: PagePrinterEmulator
    kept: Kept[PagePrinter, DeviceHealth]
    pages: int = FIRST_PAGES - 1
    _given: set[int] = field(default_factory=set)

    async def ask(self) -> PageResult | None:
        """One job, as long as the printer is open; None when it is not. What is said has to lie in the tray."""
        try:
            async with self.kept.supervisor.use() as printer:
                self.pages += 1
                result = await printer.print(PageJob(sample_pdf(self.pages), str(self.pages)))
        except DeviceLostError as error:
            self.bench.reported(error.code)
            return None
        self.bench.reported(result.reason)
        if result.outcome is not PageOutcome.NOT_PRINTED:
            self._given.add(self.pages)  # what was said not to be printed was never given
        out = self.sheets()[self.pages]
        if out > self.pages or (result.outcome is PageOutcome.PRINTED and out != self.pages):
            raise DeviceProtocolError(KIND, f"{out} sheets of {self.pages} are out, said was {result.outcome.value}")
        if result.sheets is not None and result.sheets > out:
            raise DeviceProtocolError(KIND, f"{out} sheets are out, said was {result.sheets}")
        return result

    async def refuse(self, *outcomes: PageOutcome) -> None:
        """A job during the fault; it must end like this."""
        result = await self.ask()
        if result is None or result.outcome not in outcomes:
            said = "not open" if result is None else f"{result.outcome.value} {result.reason}"
            raise DeviceProtocolError(KIND, f"{self.pages} pages: {said}, expected {' or '.join(outcomes)}")

    async def until_printed(self) -> None:
        """Ask again and again, as people do, until a job comes out whole."""
        for _ in range(TRIES):
            result = await self.ask()
            if result is not None and result.outcome is PageOutcome.PRINTED:
                self.bench.back()
                return
            await asyncio.sleep(TRY_AGAIN_S)
        raise DeviceProtocolError(KIND, f"nothing was printed, asked {TRIES} times")

    def sheets(self) -> Counter[int]:
        """How many sheets are out of each job, named by its pages."""
        pages = {job.title: pages_of(job.document) for job in self.box.machine.jobs}
        return Counter(pages[title] for title in self.box.machine.paper)

    def count(self) -> None:
        """Tell the bench what was given and what lies there; a sheet too many is one that came twice."""
        for pages in self._given:
            for number in range(pages):
                self.bench.gave((pages, number))
        for pages, out in self.sheets().items():
            for number in range(out):
                self.bench.got((pages, number % pages))


@contextlib.asynccontextmanager
async def kept_tray(bench: Bench, box: PagePrinterEmulator, printer: PagePrinter) -> AsyncIterator[Tray]:
    """`printer` kept alive by the supervisor beside its emulated `box`; what lies in the tray is counted at the end."""
    watch = partial(watch_status, device=KIND, look_s=LOOK_S)
    kept: Kept[PagePrinter, DeviceHealth]
    async with kept_alive(bench, KIND, printer, watch) as kept:
        tray = Tray(bench, box, kept)
        yield tray
        tray.count()
