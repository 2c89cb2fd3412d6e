"""What hall and city are asked for whoever stands here: cases, certificates, applications, slips, plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.runner.applying import ApplyRunner
from kiosk.runner.cases import Cases
from kiosk.runner.certificates import CertificateRunner
from kiosk.runner.linking import LinkAsker
from kiosk.runner.planning import Planner
from kiosk.runner.roll import Roll

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.contract.messages import HallNow
    from kiosk.paper.about import AboutPaper
    from kiosk.runner.errands import Errands
    from kiosk.runner.holders import Holders
    from kiosk.runner.paperwork import Paperwork
    from kiosk.runner.parts import Parts
    from kiosk.runner.ports import Post, SlipPrinter
    from kiosk.session.effects import Effect


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
        paperwork: Paperwork,
    ) -> None:
        self._cases = Cases(parts.city, holders, post, parts.clock)
        self._certificates = CertificateRunner(parts.city, holders, paperwork.papers, post, parts.clock)
        self._links = LinkAsker(parts.city, post, parts.clock)
        self._planner = Planner(parts.visit_verbs, post, parts.clock)
        self._applications = ApplyRunner(
            parts.applying_of, holders=holders, scanning=paperwork.scanning, post=post, clock=parts.clock
        )
        self._roll = Roll(printer, post, parts.clock, about, hall, parts.paper_mm)

    def serve(self, errands: Errands) -> None:
        """Take the errands on."""
        self._cases.serve(errands)
        self._certificates.serve(errands)
        self._links.serve(errands)
        self._planner.serve(errands)
        self._applications.serve(errands)
        self._roll.serve(errands)

    def hear(self, effect: Effect) -> None:
        """At the end of a visit what was under way to the city is dropped."""
        self._applications.hear(effect)
