"""远程帮办 on its way through the hall: one talk at a time, hung up with the visit at the latest. Logs no words.

Pictures of the screen, after a yes, go one at a time; one that comes while another is on its way is left out.
"""

from __future__ import annotations

import asyncio
import logging
from functools import partial
from typing import TYPE_CHECKING

from hall_server.contract.problems import ProblemCode
from kiosk.hall_client import HallRefusedError, HallSilentError
from kiosk.session.effects import Wipe
from kiosk.session.leaving import HALL_SILENT
from kiosk.session.remote import HangUpTalk, OpenTalk, SayInTalk, TalkAway, TalkHeard, TalkStands, WatchTalk
from kiosk.session.sharing import ScreenShared, ShareScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from hall_server.contract.city.video import VideoSession
    from kiosk.hall_client.remote_help import RemoteHelp
    from kiosk.runner.errands import Errands
    from kiosk.runner.ports import Clock, Post
    from kiosk.session.effects import Effect

    Work = Callable[[Coroutine[object, object, None]], object]

NO_TRIES, AGAIN_S = 20, 3.0
LOG = logging.getLogger("kapok.kiosk.remote")


class Talks:
    """The performer. `made`: a talk over the hall by its id; None: there is none. `work` begins a coroutine."""

    def __init__(self, made: Callable[[str], RemoteHelp] | None, post: Post, clock: Clock, work: Work) -> None:
        self._made, self._post, self._clock, self._work = made, post, clock, work
        self._talks: dict[str, RemoteHelp] = {}
        self._line = asyncio.Lock()  # a talk is for one thread at a time
        self._seen = ""  # the talk whose other side may see the screen
        self._sending = False

    def serve(self, errands: Errands) -> None:
        """Take the errands on."""
        errands.register(OpenTalk, self.open)
        errands.register(WatchTalk, self.watch)
        errands.register(SayInTalk, self.say)
        errands.register(HangUpTalk, self.hang_up)
        errands.register(ShareScreen, self.share)

    def hear(self, effect: Effect) -> None:
        """Listen to what a visit wants done: with its end every talk ends."""
        if isinstance(effect, Wipe):
            for talk in tuple(self._talks):
                self._work(self.hang_up(HangUpTalk(talk)))

    async def open(self, errand: OpenTalk) -> None:
        """Get in line."""
        if self._made is None:
            self._post(TalkAway(self._clock(), errand.talk, "not_found"))
            return
        talk = self._talks[errand.talk] = self._made(errand.talk)
        await self._told(errand.talk, lambda: self._stands(talk.open("", errand.speech)))

    async def watch(self, errand: WatchTalk) -> None:
        """What is new, after a while; a talk that was hung up meanwhile is not asked about."""
        await asyncio.sleep(errand.after_s)
        talk = self._talks.get(errand.talk)
        if talk is None:
            return
        if errand.talking:
            await self._told(errand.talk, lambda: self._lines(talk))
        else:
            await self._told(errand.talk, lambda: self._stands(talk.look()))

    def _stands(self, view: VideoSession) -> TalkStands:
        return TalkStands(self._clock(), view.session, view.state, view.ahead, view.wait_min, view.address or "")

    def _lines(self, talk: RemoteHelp) -> TalkHeard:
        view = talk.hear()
        return TalkHeard(self._clock(), talk.session, view.state, view.lines, view.left_out)

    async def _told(self, name: str, ask: Callable[[], TalkStands | TalkHeard]) -> None:
        try:
            async with self._line:
                event = await asyncio.to_thread(ask)
        except HallRefusedError as error:
            LOG.info("a talk was refused: %s", error.code)
            self._post(TalkAway(self._clock(), name, error.code))
        except HallSilentError:
            self._post(TalkAway(self._clock(), name, HALL_SILENT))
        else:
            self._post(event)

    async def say(self, errand: SayInTalk) -> None:
        """One line, tried twice under its own id; whoever looks at the talk sees whether it came."""
        talk = self._talks.get(errand.talk)
        if talk is None:
            return
        for _ in range(2):
            try:
                async with self._line:
                    await asyncio.to_thread(talk.say, errand.line, errand.words)
            except HallSilentError:
                continue
            except HallRefusedError as error:
                LOG.info("a line was refused: %s", error.code)
            return

    async def share(self, errand: ShareScreen) -> None:
        """A yes is asked for once; a no until somebody has heard it, and from here nothing is sent any more."""
        if errand.shared:
            heard = await self._told_screen(errand.talk, shared=True) is True
            self._seen = errand.talk if heard else ""
            self._post(ScreenShared(self._clock(), errand.talk, heard))
            return
        self._seen = ""
        for _ in range(NO_TRIES):
            if await self._told_screen(errand.talk, shared=False) is not None:
                return
            await asyncio.sleep(AGAIN_S)

    async def _told_screen(self, name: str, *, shared: bool) -> bool | None:
        """Whether it is seen now; None: nobody has heard it. A talk that is gone is seen by nobody."""
        talk = self._talks.get(name)
        if talk is None:
            return False
        try:
            async with self._line:
                return (await asyncio.to_thread(partial(talk.share_screen, shared=shared))).shared
        except HallSilentError:
            return None
        except HallRefusedError as error:
            LOG.info("a word on the screen was refused: %s", error.code)
            return None if error.code == ProblemCode.CITY_AWAY else False

    async def picture(self, shot: bytes) -> None:
        """A picture of the screen, blanked; only while a yes stands."""
        name = self._seen
        talk = self._talks.get(name)
        if talk is None or self._sending:
            return
        self._sending = True
        try:
            await asyncio.to_thread(talk.show_picture, shot)
        except HallRefusedError as error:
            LOG.info("a picture was refused: %s", error.code)
            if self._seen == name:
                self._seen = ""
                self._post(ScreenShared(self._clock(), name, shared=False))
        except HallSilentError:
            LOG.info("a picture did not come through")
        finally:
            self._sending = False

    async def hang_up(self, errand: HangUpTalk) -> None:
        """It is over; a hall that does not hear it finds nobody there."""
        self._seen = "" if self._seen == errand.talk else self._seen
        talk = self._talks.pop(errand.talk, None)
        if talk is None:
            return
        try:
            async with self._line:
                await asyncio.to_thread(talk.hang_up)
        except (HallSilentError, HallRefusedError) as error:
            LOG.info("a talk was not hung up: %s", error)
