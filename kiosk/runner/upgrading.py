"""升级 behind the glass (UI-T7): the slots are looked at, and a version is wished of them, in a thread."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from kiosk.runner.heartbeat import this_version
from kiosk.runner.version_wish import Book, VersionWish
from kiosk.session.upgrade_words import ChangeRefusal, LookAtSlots, SlotsSeen, VersionRefused, WishVersion

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.runner.errands import Errands
    from kiosk.runner.heartbeat import Beating
    from kiosk.runner.parts import Parts
    from kiosk.runner.ports import Clock, Post

LOG = logging.getLogger("kapok.kiosk.upgrading")

LOOK_S = 0.5
TAKEN_S = 60.0  # the slots stop this program long before
CAME = {2: ChangeRefusal.GONE, 3: ChangeRefusal.NOT_WELL, 4: ChangeRefusal.STUCK}  # of kapok-slots


class Upgrading:
    """The performer. `wanted`: what the hall wants of this machine; `running`: this program's version."""

    def __init__(
        self,
        versions: VersionWish,
        *,
        running: str,
        wanted: Callable[[], str],
        post: Post,
        clock: Clock,
        taken_s: float = TAKEN_S,
    ) -> None:
        self._versions, self._running, self._wanted = versions, running, wanted
        self._post, self._clock, self._taken_s = post, clock, taken_s

    def serve(self, errands: Errands) -> None:
        """Take the errands on."""
        errands.register(LookAtSlots, self.look)
        errands.register(WishVersion, self.wish)

    async def look(self, _: LookAtSlots) -> None:
        """Once."""
        slots = await asyncio.to_thread(self._versions.seen, self._running, self._wanted())
        self._post(SlotsSeen(self._clock(), slots))

    async def wish(self, errand: WishVersion) -> None:
        """Until this program is stopped, or it is known why it is not."""
        LOG.warning("a technician asks for version %s", errand.version)
        try:
            refusal = await self._refusal(errand.version)
        except OSError:
            LOG.exception("version %s cannot be asked for", errand.version)
            refusal = ChangeRefusal.DISK
        if refusal is not None:
            LOG.warning("version %s: %s", errand.version, refusal.value)
            self._post(VersionRefused(self._clock(), errand.version, refusal))
        await self.look(LookAtSlots())

    async def _refusal(self, version: str) -> ChangeRefusal | None:
        versions = self._versions
        if await asyncio.to_thread(versions.waits) not in {"", version}:
            return ChangeRefusal.BUSY
        await asyncio.to_thread(versions.wish, version)
        until = self._clock() + self._taken_s
        while self._clock() < until:
            await asyncio.sleep(LOOK_S)
            if not await asyncio.to_thread(versions.waits):
                return await asyncio.to_thread(self._came, version)
        await asyncio.to_thread(versions.withdraw)  # it must not be taken up by surprise, days later
        return ChangeRefusal.NOBODY

    def _came(self, version: str) -> ChangeRefusal | None:
        book = self._versions.read()
        if not isinstance(book, Book) or book.wished != version:
            return ChangeRefusal.NOBODY
        return CAME.get(book.came or 0)


def upgrading(parts: Parts, beating: Beating | None, post: Post) -> Upgrading:
    """Of a kiosk made of these."""
    return Upgrading(
        parts.versions or VersionWish(parts.folder),
        running=this_version(),
        wanted=lambda: beating.wanted if beating is not None else "",
        post=post,
        clock=parts.clock,
    )
