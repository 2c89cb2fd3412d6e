"""远程帮办 on its way through the hall: one talk at a time, hung up with the visit at the latest. Logs no words."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from kiosk.hall_client import HallRefusedError, HallSilentError
from kiosk.session.effects import Wipe
from kiosk.session.leaving import HALL_SILENT
from kiosk.session.remote import HangUpTalk, OpenTalk, SayInTalk, TalkAway, TalkHeard, TalkStands, WatchTalk

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from hall_server.contract.city.video import VideoSession
    from kiosk.hall_client.remote_help import RemoteHelp
    from kiosk.runner.errands import Errands
    from kiosk.runner.ports import Clock, Post
    from kiosk.session.effects import Effect

    Work = Callable[[Coroutine[object, object, None]], object]

LOG = logging.getLogger("kapok.kiosk.remote")


class Talks:
    """The performer. `made`: a talk over the hall by its id; None: there is none. `work` begins a coroutine."""

    def __init__(self, made: Callable[[str], RemoteHelp] | None, post: Post, clock: Clock, work: Work) -> None:
        self._made, self._post, self._clock, self._work = made, post, clock, work
        self._talks: dict[str, RemoteHelp] = {}
        self._line = asyncio.Lock()  # a talk is for one thread at a time

    def serve(self, errands: Errands) -> None:
        """Take the errands on."""
        errands.register(OpenTalk, self.open)
        errands.register(WatchTalk, self.watch)
        errands.register(SayInTalk, self.say)
        errands.register(HangUpTalk, self.hang_up)

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
        return TalkStands(self._clock(), view.session, view.state, view.ahead, view.wait_min)

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

    async def hang_up(self, errand: HangUpTalk) -> None:
        """It is over; a hall that does not hear it finds nobody there."""
        talk = self._talks.pop(errand.talk, None)
        if talk is None:
            return
        try:
            async with self._line:
                await asyncio.to_thread(talk.hang_up)
        except (HallSilentError, HallRefusedError) as error:
            LOG.info("a talk was not hung up: %s", error)
