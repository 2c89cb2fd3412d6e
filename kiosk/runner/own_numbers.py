"""您已经有号 (UI-K16): a visitor's numbers of today asked of the hall, printed again, given up. Knows no page.

A slip that is printed again says so, and the hall hears nothing of it: the number stands as it stood.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from devices.errors import DeviceError
from devices.values.receipt_printer import PrintOutcome
from hall_server.contract.messages import CancelTicket
from kiosk.hall_client import HallRefusedError, HallSilentError
from kiosk.paper.other_way_slip import other_way_slip
from kiosk.runner.in_time import in_time
from kiosk.session.mine import AgainPrinted, DropNumber, FindMine, MineFound, NumberDropped, PrintAgain
from kiosk.session.proxy import OtherWayPrinted, PrintOtherWay
from kiosk.session.referring import PrintReferral, ReferralPrinted
from kiosk.slip import ReferralSlip, referral_document

if TYPE_CHECKING:
    from collections.abc import Callable

    from devices.values.receipt_printer import PrintDocument
    from hall_server.contract.messages import HallNow, TicketView
    from kiosk.runner.errands import Errands
    from kiosk.runner.ports import Clock, Post, SlipOf, SlipPrinter, VisitVerbs

LOG = logging.getLogger("kapok.kiosk.own_numbers")

WITHIN_S = 1.5
SLIP_S = 20.0


@dataclass(frozen=True)
class OwnNumbers:
    """Performs the errands of numbers that are held, and short slips. `verbs` block; None: no hall for them."""

    verbs: VisitVerbs | None
    printer: SlipPrinter | None
    slip_of: SlipOf | None  # 补打
    hall: Callable[[], HallNow | None]
    paper_mm: int
    post: Post
    clock: Clock

    def serve(self, errands: Errands) -> None:
        """Take the errands on."""
        errands.register(FindMine, self.find)
        errands.register(PrintAgain, self.print_again)
        errands.register(DropNumber, self.drop)
        errands.register(PrintReferral, self.print_referral)
        errands.register(PrintOtherWay, self.print_other_way)

    async def find(self, errand: FindMine) -> None:
        """Ask once; who does not answer has nothing to say, and nobody waits for it any longer."""
        verbs = self.verbs
        tickets: tuple[TicketView, ...] = ()
        try:
            if verbs is not None:
                tickets = await in_time(lambda: verbs.tickets_of(errand.pseudonym), WITHIN_S)
        except (HallSilentError, HallRefusedError) as error:
            LOG.info("nobody says what numbers somebody holds: %s", error.code)
        self.post(MineFound(self.clock(), errand.look, tickets))

    async def print_again(self, errand: PrintAgain) -> None:
        """补打."""
        try:
            slip = None if self.slip_of is None else self.slip_of(errand.ticket, self.hall())
        except ValueError:
            LOG.exception("no slip can be made of this number")
            slip = None
        came = slip is not None and await self._came(replace(slip, job_id=errand.job))
        self.post(AgainPrinted(self.clock(), errand.job, came=came))

    async def print_referral(self, errand: PrintReferral) -> None:
        """引导单."""
        now, where = self.hall(), errand.referral
        slip = ReferralSlip(
            hall_name=now.hall_name if now else "",
            item_name=errand.item,
            venue=where.name,
            address=where.address,
            hours=where.hours,
            phone=where.phone,
            km=errand.km,
            hotline=now.hotline if now else "",
        )
        came = await self._came(referral_document(slip, self.paper_mm, errand.job))
        self.post(ReferralPrinted(self.clock(), errand.job, came=came))

    async def print_other_way(self, errand: PrintOtherWay) -> None:
        """视频办单, 上门办单."""
        came = await self._came(other_way_slip(errand, self.hall(), self.paper_mm))
        self.post(OtherWayPrinted(self.clock(), errand.job, came=came))

    async def drop(self, errand: DropNumber) -> None:
        """弃号; silence is no yes, and the same key asked again gives the same answer."""
        done, verbs = False, self.verbs
        if verbs is not None:
            order = CancelTicket(visitor=errand.pseudonym)
            try:
                await in_time(lambda: verbs.cancel(errand.job, errand.ticket_id, order), WITHIN_S)
                done = True
            except (HallSilentError, HallRefusedError) as error:
                LOG.info("a number was not given up: %s", error.code)
        self.post(NumberDropped(self.clock(), errand.job, done=done))

    async def _came(self, slip: PrintDocument) -> bool:
        if self.printer is None:
            return False
        try:
            result = await self.printer.print(replace(slip, good_until=self.clock() + SLIP_S))
        except DeviceError:
            LOG.exception("a printer raised while printing")
            return False
        return result.outcome is PrintOutcome.PRINTED
