"""Short slips on the roll printer that are no numbers; what became of each is told like an A4 job's end.

Knows no ticket: nothing here is journalled, and nothing is printed twice by itself.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from devices.values.receipt_printer import PrintOutcome
from kiosk.paper.roll import case_slip, receipt_slip
from kiosk.paper.roll_lists import list_slip
from kiosk.session.papers import (
    ChecklistPaper,
    GuidePaper,
    PagesNotPrinted,
    PagesPrinted,
    PagesUnknown,
    fault_of,
)
from kiosk.session.roll_slips import CaseSlip, PrintRoll

if TYPE_CHECKING:
    from collections.abc import Callable

    from devices.values.receipt_printer import PrintDocument
    from hall_server.contract.messages import HallNow
    from kiosk.paper.about import AboutPaper
    from kiosk.runner.errands import Errands
    from kiosk.runner.ports import Clock, Post, SlipPrinter

LOG = logging.getLogger("kapok.kiosk.roll")


@dataclass(frozen=True)
class Roll:
    """The performer. `printer` None: there is none."""

    printer: SlipPrinter | None
    post: Post
    clock: Clock
    about: Callable[[], AboutPaper]
    hall: Callable[[], HallNow | None]
    paper_mm: int = 80

    def serve(self, errands: Errands) -> None:
        """Take the errand on."""
        errands.register(PrintRoll, self.print)

    async def print(self, errand: PrintRoll) -> None:
        """Print once, and tell."""
        if self.printer is None:
            self.post(PagesNotPrinted(self.clock(), errand.job_id, fault_of("no_printer")))
            return
        result = await self.printer.print(self._document(errand))
        fault = fault_of(result.reason)
        LOG.info("slip %s: %s %s", errand.job_id, result.outcome.value, result.reason)
        match result.outcome:
            case PrintOutcome.PRINTED:
                self.post(PagesPrinted(self.clock(), errand.job_id))
            case PrintOutcome.NOT_PRINTED:
                self.post(PagesNotPrinted(self.clock(), errand.job_id, fault))
            case _:
                self.post(PagesUnknown(self.clock(), errand.job_id, fault))

    def _document(self, errand: PrintRoll) -> PrintDocument:
        hall, about = self.hall(), self.about()
        offset = hall.utc_offset_s if hall else 0
        if isinstance(errand.what, CaseSlip):
            return case_slip(errand.what.case, about, offset, self.paper_mm, errand.job_id)
        if isinstance(errand.what, GuidePaper | ChecklistPaper):
            return list_slip(errand.what, about, self.paper_mm, errand.job_id, large=errand.large)
        return receipt_slip(errand.what.receipt, about, offset, self.paper_mm, errand.job_id)
