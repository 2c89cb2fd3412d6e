"""What visitors say of the hall, as errands: told at once when the hall is there, else kept and told when it is heard.

Logs say that something was kept or told, never what.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from devices.values.receipt_printer import PrintOutcome
from hall_server.contract.problems import ProblemCode
from hall_server.contract.voices import GiveRating
from kiosk.hall_client import HallRefusedError, HallSilentError
from kiosk.local_store import LocalStoreError
from kiosk.paper.complaint_slip import complaint_slip
from kiosk.session.complaining import (
    CategoriesFound,
    ComplaintPrinted,
    ComplaintSent,
    ComplaintStep,
    FindCategories,
    PrintComplaint,
    SendComplaint,
    silent_step,
)
from kiosk.session.rating import RatingSent, RatingStep, SendRating
from kiosk.session.state import Session

if TYPE_CHECKING:
    from hall_server.contract.voices import ComplaintCategory
    from kiosk.runner.errands import Errands
    from kiosk.runner.ports import Clock, Post, SlipPrinter
    from kiosk.runner.voices import VoicePost

LOG = logging.getLogger("kapok.kiosk.opinions")

AGAIN_S = 60.0  # what the hall did not hear, while it counts as being there, is told again after so long


class Opinions:
    """The performer. `voices`: None for a kiosk that has no hall for them."""

    def __init__(
        self,
        voices: VoicePost | None,
        post: Post,
        clock: Clock,
        printer: SlipPrinter | None = None,
        again_s: float = AGAIN_S,
    ) -> None:
        self._voices, self._post, self._clock, self._again_s = voices, post, clock, again_s
        self._printer = printer
        self._table: tuple[ComplaintCategory, ...] = ()
        self._session = Session()
        self._online = False
        self._news = asyncio.Event()

    def serve(self, errands: Errands) -> None:
        """Take the errands on."""
        errands.register(SendRating, self.rate)
        errands.register(FindCategories, self.categories)
        errands.register(SendComplaint, self.complain)
        errands.register(PrintComplaint, self.print)

    async def rate(self, errand: SendRating) -> None:
        """评价."""
        self._post(RatingSent(self._clock(), errand.key, await self._rated(errand)))

    async def _rated(self, errand: SendRating) -> RatingStep:
        if self._voices is None:
            return RatingStep.LOST
        try:
            said = await self._voices.rate(errand.key, errand.ticket_id, GiveRating(errand.stars))
        except HallRefusedError as error:
            LOG.info("a rating was refused: %s", error.code)
            return RatingStep.NOT_YET if error.code == ProblemCode.ILLEGAL_MOVE else RatingStep.LOST
        except LocalStoreError:
            LOG.exception("a rating was not kept")
            return RatingStep.LOST
        if said.heard:
            return RatingStep.AGAIN if said.again else RatingStep.HEARD
        return RatingStep.KEPT if said.kept else RatingStep.LOST

    async def categories(self, errand: FindCategories) -> None:
        """The hall's table; without the hall the one that it told last."""
        await self._read_table()
        self._post(CategoriesFound(self._clock(), errand.look, self._table))

    async def _read_table(self) -> None:
        if self._voices is None:
            return
        try:
            self._table = (await self._voices.categories()).categories
        except (HallSilentError, HallRefusedError) as error:
            LOG.info("what one can complain of is not told: %s", error)

    async def complain(self, errand: SendComplaint) -> None:
        """投诉."""
        step, number = await self._complained(errand)
        self._post(ComplaintSent(self._clock(), errand.key, step, number))

    async def _complained(self, errand: SendComplaint) -> tuple[ComplaintStep, str]:
        if self._voices is None:
            return ComplaintStep.LOST, ""
        try:
            said = await self._voices.complain(errand.key, errand.order)
        except HallRefusedError as error:
            LOG.info("a complaint was refused: %s", error.code)
            return ComplaintStep.LOST, ""
        except LocalStoreError:
            LOG.exception("a complaint was not kept")
            return ComplaintStep.LOST, ""
        if said.heard:
            return ComplaintStep.HEARD, said.number
        return silent_step(words=bool(errand.order.words), kept=said.kept), ""

    async def print(self, errand: PrintComplaint) -> None:
        """Its slip; without one the number stands on the screen."""
        printed = False
        if self._printer is not None:
            hall = self._session.hall
            name = next((one.name for one in self._table if one.code == errand.category), "")
            slip = complaint_slip(
                hall_name=hall.hall_name if hall else "",
                number=errand.number,
                category=name,
                hotline=hall.hotline if hall else "",
                job_id=errand.key,
            )
            printed = (await self._printer.print(slip)).outcome is PrintOutcome.PRINTED
        self._post(ComplaintPrinted(self._clock(), errand.key, printed))

    def look(self, session: Session) -> None:
        """Observe the visit: when the hall is heard again, what waits is told."""
        if session.online and not self._online:
            self._news.set()
        self._online, self._session = session.online, session

    async def run(self) -> None:
        """Tell what waits, whenever the hall is heard again and once a while in between, until cancelled."""
        while self._voices is not None:
            try:
                async with asyncio.timeout(self._again_s):
                    await self._news.wait()
            except TimeoutError:
                pass
            self._news.clear()
            if self._online:
                await self._deliver(self._voices)

    async def _deliver(self, voices: VoicePost) -> None:
        try:
            told = await voices.deliver()
            if not self._table:
                await self._read_table()
        except Exception:
            LOG.exception("a fault of our own while telling what was kept")
            return
        if told:
            LOG.info("the hall has heard %d that were kept", told)
