"""Follows the hall: pushes wake, `now` delivers. A hall that pushes nothing is asked every two seconds.

The stream is read in a thread of its own, because `requests` blocks; it only ever says "wake".
"""

from __future__ import annotations

import asyncio
import logging
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hall_server.contract.problems import ProblemCode
from kiosk.hall_client import HallRefusedError, HallSilentError
from kiosk.session.events import CatalogueCame, HallNews, LinkChanged

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.contract.catalogue import Catalogue
    from hall_server.contract.hall_trust import HallTrust
    from hall_server.contract.messages import HallNow
    from kiosk.runner.ports import Clock, Hall, HallListener, Post, TrustListener

LOG = logging.getLogger("kapok.kiosk.hall_watch")


@dataclass(frozen=True, slots=True)
class Pace:
    """How often the hall is asked, in seconds."""

    streaming_s: float = 30.0  # while pushes come
    polling_s: float = 2.0  # while they do not
    least_gap_s: float = 0.2  # many pushes in a row are one look
    rests: float = 4.0  # … and so many times as long as a look took: on a thin line looks leave room for numbers
    catalogue_s: float = 600.0
    trust_s: float = 60.0  # so long may a revoked key still count here
    trust_soon_s: float = 10.0  # a hall that trusts nobody may only wait for its city's list
    reopen_s: float = 2.0
    lost_after: int = 2  # silent looks before the hall counts as gone


@dataclass
class HallWatch:
    """Posts HallNews, CatalogueCame and LinkChanged, each only when something is new; tells `trust` what it reads."""

    hall: Hall
    post: Post
    clock: Clock
    pace: Pace = field(default_factory=Pace)
    now: HallNow | None = None
    listener: HallListener | None = None
    trust: TrustListener | None = None
    on_help: Callable[[], None] | None = None  # a call for help of this kiosk may have changed
    _catalogue: Catalogue | None = None
    _catalogue_at: float | None = None
    _trust_at: float | None = None
    _online: bool | None = None
    _silent: int = 0
    _streaming: bool = False
    _wake: asyncio.Event = field(default_factory=asyncio.Event)
    _stop: threading.Event = field(default_factory=threading.Event)

    async def run(self) -> None:
        """Follow the hall until cancelled."""
        loop = asyncio.get_running_loop()
        reader = threading.Thread(target=self._read_stream, args=(loop,), name="hall-stream", daemon=True)
        reader.start()
        try:
            while True:
                await self._look_and_rest()
        finally:
            self._stop.set()
            self.hall.close()
            await asyncio.to_thread(reader.join, 5)

    async def _look_and_rest(self) -> None:
        self._wake.clear()
        began = self.clock()
        await self._look()
        await self._until_woken(self.clock() - began)

    async def _until_woken(self, looked_s: float) -> None:
        slow_s = 0.0 if self._silent else min(self.pace.rests * looked_s, self.pace.polling_s)
        await asyncio.sleep(max(self.pace.least_gap_s, slow_s))
        pause_s = self.pace.streaming_s if self._streaming and not self._silent else self.pace.polling_s
        try:
            async with asyncio.timeout(pause_s):
                await self._wake.wait()
        except TimeoutError:
            return

    async def _look(self) -> None:
        """At the hall and, when it is time, at whose codes count: asked side by side, heard one after the other."""
        asked = None
        if self._trust_is_due():
            self._trust_at = self.clock()  # now, not when it is heard: a push in between asks once more
            asked = asyncio.ensure_future(asyncio.to_thread(self.hall.trust))
        try:
            await self._look_at_hall()
            if asked is not None and self.trust is not None:
                await self._hear_whose_codes_count(self.trust, asked)
        finally:
            if asked is not None:
                asked.cancel()

    async def _look_at_hall(self) -> None:
        began = self.clock()
        try:
            now = await asyncio.to_thread(self.hall.now)
            if self.listener is not None:
                self.listener.heard(now, began, self.clock())
            self._link(online=True)
            if now != self.now:
                self.now = now
                self.post(HallNews(self.clock(), now))
            await self._look_at_catalogue()
            if self.listener is not None:
                self.listener.offered(self._catalogue)
        except (HallSilentError, HallRefusedError) as error:
            if not self._silent:
                LOG.info("no look at the hall: %s", error)
            if self.listener is not None and error.code == ProblemCode.LEASE_FENCED:
                self.listener.fenced()
            self._missed()
        except Exception:  # ours: it must not end the kiosk, the hall counts as silent
            LOG.exception("a fault of our own while looking at the hall")
            self._missed()
        else:
            self._silent = 0

    def look_soon(self) -> None:
        """Somebody else noticed that the hall is silent, or wants to know whether it is there again."""
        self._silent = max(self._silent, 1)
        self._wake.set()

    def _missed(self) -> None:
        self._silent += 1
        if self._silent >= self.pace.lost_after or self._online is None:
            self._link(online=False)
            if self.listener is not None:
                self.listener.lost(self.clock())

    async def _look_at_catalogue(self) -> None:
        at = self._catalogue_at
        if at is not None and self.clock() - at < self.pace.catalogue_s:
            return
        catalogue = await asyncio.to_thread(self.hall.catalogue)
        self._catalogue_at = self.clock()
        if catalogue != self._catalogue:
            self._catalogue = catalogue
            self.post(CatalogueCame(self.clock(), catalogue))

    def _trust_is_due(self) -> bool:
        at = self._trust_at
        return self.trust is not None and (at is None or self.clock() - at >= self.pace.trust_s)

    async def _hear_whose_codes_count(self, trust: TrustListener, asked: asyncio.Future[HallTrust | None]) -> None:
        """No number needs a code: what goes wrong here never makes the hall count as gone."""
        try:
            told = await asked
            if told is None:
                self._trust_at = self.clock() - self.pace.trust_s + self.pace.trust_soon_s
            await trust.heard(told)
        except HallSilentError as error:
            self._trust_at = None
            LOG.debug("the hall does not say whose codes count: %s", error)
        except HallRefusedError as error:
            LOG.info("the hall does not say whose codes count: %s", error)
        except Exception:
            LOG.exception("a fault of our own while looking at whose codes count")

    def _link(self, *, online: bool) -> None:
        if online is not self._online:
            self._online = online
            self.post(LinkChanged(self.clock(), online))

    def _read_stream(self, loop: asyncio.AbstractEventLoop) -> None:
        """In its own thread: whatever the hall pushes wakes the loop, and so does the end of the stream."""
        while not self._stop.is_set():
            try:
                for name in self.hall.stream():
                    if name != "beat":
                        loop.call_soon_threadsafe(self._pushed, name)
            except (HallSilentError, HallRefusedError) as error:
                LOG.debug("the stream ended: %s", error)
            except Exception:
                if loop.is_closed():
                    return
                LOG.exception("a fault of our own while listening to the hall")
            if self._stop.is_set():
                return
            with suppress(RuntimeError):  # the loop is closed: so is everything
                loop.call_soon_threadsafe(self._pushed, "")
            self._stop.wait(self.pace.reopen_s)

    def _pushed(self, name: str) -> None:
        """What came: "" = the stream ended. A new stream or a new build may mean a new catalogue and trust list.

        A call for help is no reason to look at the hall: whoever called asks for its own call.
        """
        self._streaming = bool(name)
        if name in {"open", "help"} and self.on_help is not None:
            self.on_help()
        if name == "help":
            return
        if name in {"open", "build"}:
            self._catalogue_at = self._trust_at = None
        self._wake.set()
