"""What hall and city are asked for whoever stands here, put together: cases, certificates, slips, plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.runner.cases import Cases
from kiosk.runner.certificates import CertificateRunner
from kiosk.runner.planning import Planner
from kiosk.runner.roll import Roll

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.contract.messages import HallNow
    from kiosk.paper.about import AboutPaper
    from kiosk.runner.errands import Errands
    from kiosk.runner.holders import Holders
    from kiosk.runner.papers import Papers
    from kiosk.runner.parts import Parts
    from kiosk.runner.ports import Post, SlipPrinter


class CityErrands:
    """Serves them all. `about`: what stands on each sheet now; `hall`: the newest word of the hall."""

    def __init__(
        self,
        parts: Parts,
        *,
        holders: Holders,
        post: Post,
        printer: SlipPrinter | None,
        about: Callable[[], AboutPaper],
        hall: Callable[[], HallNow | None],
        papers: Papers,
    ) -> None:
        self._cases = Cases(parts.city, holders, post, parts.clock)
        self._certificates = CertificateRunner(parts.city, holders, papers, post, parts.clock)
        self._planner = Planner(parts.visit_verbs, post, parts.clock)
        self._roll = Roll(printer, post, parts.clock, about, hall, parts.paper_mm)

    def serve(self, errands: Errands) -> None:
        """Take the errands on."""
        self._cases.serve(errands)
        self._certificates.serve(errands)
        self._planner.serve(errands)
        self._roll.serve(errands)
