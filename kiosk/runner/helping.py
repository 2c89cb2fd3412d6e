"""Calls for help on their way to the hall: asked twice at most, heard within two seconds or not at all (CL-D14).

Knows no page. A call keeps its id, so that asking again makes no second one.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import TYPE_CHECKING

from hall_server.contract.help_calls import HelpState
from hall_server.contract.problems import ProblemCode
from kiosk.hall_client import HallRefusedError, HallSilentError
from kiosk.runner.in_time import in_time
from kiosk.session.helping import AskForHelp, GiveUpHelp, HelpStands, HelpUnheard, WatchHelp
from kiosk.session.leaving import HALL_SILENT

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.contract.help_calls import HelpCall
    from kiosk.runner.errands import Errands
    from kiosk.runner.ports import Clock, HelpVerbs, Post

LOG = logging.getLogger("kapok.kiosk.help")

WITHIN_S = 0.9  # each of two tries
TRIES = 2


class HelpCaller:
    """The performer. `verbs` block: the hall's three verbs, None for a kiosk that has no hall for them."""

    def __init__(self, verbs: HelpVerbs | None, post: Post, clock: Clock, within_s: float = WITHIN_S) -> None:
        self._verbs, self._post, self._clock, self._within_s = verbs, post, clock, within_s
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """The hall's stream says that a call may have changed, or has been opened anew."""
        self._woken.set()

    def serve(self, errands: Errands) -> None:
        """Take the errands on."""
        errands.register(AskForHelp, self.ask)
        errands.register(WatchHelp, self.watch)
        errands.register(GiveUpHelp, self.give_up)

    async def ask(self, errand: AskForHelp) -> None:
        """Call somebody."""
        if self._verbs is None:
            self._post(HelpUnheard(self._clock(), errand.call_id, ProblemCode.NOT_FOUND))
            return
        verbs = self._verbs
        await self._heard(errand.call_id, lambda: verbs.ask_help(errand.call_id, errand.order), TRIES)

    async def watch(self, errand: WatchHelp) -> None:
        """How it stands, after a while, or as soon as the hall says that it is another."""
        if self._verbs is None:
            return
        verbs = self._verbs
        with suppress(TimeoutError):
            await asyncio.wait_for(self._woken.wait(), errand.after_s)
        self._woken.clear()
        await self._heard(errand.call_id, lambda: verbs.help_call(errand.call_id), 1)

    async def give_up(self, errand: GiveUpHelp) -> None:
        """不用了. A hall that does not hear it finds nobody there, or gives the call up itself."""
        if self._verbs is None:
            return
        verbs = self._verbs
        try:
            await in_time(lambda: verbs.give_up_help(errand.call_id), self._within_s)
        except (HallSilentError, HallRefusedError) as error:
            LOG.info("a call was not given up: %s", error)

    async def _heard(self, asked: str, ask: Callable[[], HelpCall], tries: int) -> None:
        for left in reversed(range(tries)):
            try:
                call = await in_time(ask, self._within_s)
            except HallRefusedError as error:
                self._post(HelpUnheard(self._clock(), asked, error.code))
            except HallSilentError:
                if left:
                    continue
                self._post(HelpUnheard(self._clock(), asked, HALL_SILENT))
            else:
                self._post(_told(self._clock(), asked, call))
            return


def _told(at: float, asked: str, call: HelpCall) -> HelpStands:
    minutes = call.minutes if call.state is HelpState.COMING else None
    return HelpStands(at, asked, call.id, call.state, call.looks, minutes or 0)
