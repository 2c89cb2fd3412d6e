"""What visitors say of the hall, as errands: told at once when the hall is there, else kept and told when it is heard.

Logs say that something was kept or told, never what.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from hall_server.contract.problems import ProblemCode
from hall_server.contract.voices import GiveRating
from kiosk.hall_client import HallRefusedError
from kiosk.local_store import LocalStoreError
from kiosk.session.rating import RatingSent, RatingStep, SendRating

if TYPE_CHECKING:
    from kiosk.runner.errands import Errands
    from kiosk.runner.ports import Clock, Post
    from kiosk.runner.voices import VoicePost
    from kiosk.session.state import Session

LOG = logging.getLogger("kapok.kiosk.opinions")

AGAIN_S = 60.0  # what the hall did not hear, while it counts as being there, is told again after so long


class Opinions:
    """The performer. `voices`: None for a kiosk that has no hall for them."""

    def __init__(self, voices: VoicePost | None, post: Post, clock: Clock, again_s: float = AGAIN_S) -> None:
        self._voices, self._post, self._clock, self._again_s = voices, post, clock, again_s
        self._online = False
        self._news = asyncio.Event()

    def serve(self, errands: Errands) -> None:
        """Take the errands on."""
        errands.register(SendRating, self.rate)

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

    def look(self, session: Session) -> None:
        """Observe the visit: when the hall is heard again, what waits is told."""
        if session.online and not self._online:
            self._news.set()
        self._online = session.online

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
        except Exception:
            LOG.exception("a fault of our own while telling what was kept")
            return
        if told:
            LOG.info("the hall has heard %d that were kept", told)
