"""The slip with the way to the desk, for whoever cannot be answered here. Knows no page; logs no words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.values.receipt_printer import PrintOutcome
from kiosk.paper.help_slip import help_slip
from kiosk.session.help_slip import HelpSlipCame, PrintHelpSlip

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.paper.about import AboutPaper
    from kiosk.runner.errands import Errands
    from kiosk.runner.ports import Clock, Post, SlipPrinter
    from kiosk.session.floor import Floor


class HelpSlips:
    """The performer. `printer`: None where none is fitted; `floor`: where the desk is, None: nobody has said."""

    def __init__(
        self,
        printer: SlipPrinter | None,
        about: Callable[[], AboutPaper],
        floor: Floor | None,
        paper_mm: int,
        *,
        post: Post,
        clock: Clock,
    ) -> None:
        self._printer, self._about, self._floor, self._paper_mm = printer, about, floor, paper_mm
        self._post, self._clock = post, clock

    def serve(self, errands: Errands) -> None:
        """Take the errand on."""
        errands.register(PrintHelpSlip, self.print)

    async def print(self, errand: PrintHelpSlip) -> None:
        """Print it once; what does not come out stands on the screen all the same."""
        printed = False
        if self._printer is not None:
            about, width, job = self._about(), self._paper_mm, errand.call_id
            slip = help_slip(errand.doing, errand.item, about, self._floor, paper_mm=width, job_id=job)
            printed = (await self._printer.print(slip)).outcome is PrintOutcome.PRINTED
        self._post(HelpSlipCame(self._clock(), errand.call_id, printed))
