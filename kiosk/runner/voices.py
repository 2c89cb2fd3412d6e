"""评价 and 投诉 on their way to the hall: said at once when it is there, else kept, and told once when it is back.

Whoever runs the loop calls `deliver` when the hall is heard again. Knows no screens.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, NamedTuple, ParamSpec, TypeVar

from kiosk.hall_client import HallRefusedError, HallSilentError
from kiosk.local_store.voices import KeptComplaint, KeptRating
from kiosk.runner.journalling import in_journal

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from hall_server.contract.voices import Complain, ComplaintCategories, ComplaintKept, GiveRating, RatingKept
    from kiosk.hall_client.voices import Voices
    from kiosk.local_store.voices import KeptVoice, KeptVoices

P = ParamSpec("P")
T = TypeVar("T")
LOG = logging.getLogger("kapok.kiosk.voices")


class Said(NamedTuple):
    """What became of it. `number`: 受理号, "" while the hall has not heard it; `again`: 追评 beside an earlier rating.

    Neither heard nor kept: it has words, which may name somebody, or too many wait. Then the screen offers to say it
    again, without words, or to 12345.
    """

    heard: bool
    kept: bool = True
    number: str = ""
    again: bool = False


class VoicePost:
    """One kiosk's. `journal`: the thread of the local store."""

    def __init__(self, voices: Voices, kept: KeptVoices, journal: Executor) -> None:
        self._voices = voices
        self._kept = kept
        self._journal = journal
        self._under_way = asyncio.Lock()

    async def categories(self) -> ComplaintCategories:
        """What one can complain of. Raises HallSilentError or HallRefusedError."""
        return await asyncio.to_thread(self._voices.categories)

    async def complain(self, key: str, order: Complain) -> Said:
        """投诉. Raises HallRefusedError for one that the hall will not have."""
        try:
            told: ComplaintKept = await asyncio.to_thread(self._voices.told, key, order)
        except HallSilentError:
            kept = not order.words and await self._keep(KeptComplaint(key, order))
            return Said(heard=False, kept=kept)
        return Said(heard=True, number=told.number)

    async def rate(self, key: str, ticket_id: str, order: GiveRating) -> Said:
        """评价. Raises HallRefusedError for one that the hall will not have."""
        try:
            rated: RatingKept = await asyncio.to_thread(self._voices.rated, key, ticket_id, order)
        except HallSilentError:
            return Said(heard=False, kept=await self._keep(KeptRating(key, ticket_id, order)))
        return Said(heard=True, again=rated.again)

    async def deliver(self) -> int:
        """Tell what waits, the oldest first; how many the hall has heard. Ends at the first silence."""
        async with self._under_way:
            told = 0
            for voice in await in_journal(self._journal, self._kept.waiting):
                try:
                    await asyncio.to_thread(self._tell, voice)
                    told += 1
                except HallSilentError:
                    break
                except HallRefusedError as error:
                    LOG.warning("the hall will not have a %s: %s", type(voice).__name__, error.code)
                await in_journal(self._journal, self._kept.settled, voice.key)
            return told

    def _tell(self, voice: KeptVoice) -> None:
        if isinstance(voice, KeptRating):
            self._voices.rated(voice.key, voice.ticket_id, voice.order)
        else:
            self._voices.told(voice.key, voice.order)

    async def _keep(self, voice: KeptVoice) -> bool:
        return await in_journal(self._journal, self._kept.keep, voice)
