"""请人帮忙 of this kiosk: one call at the hall, followed until it is over, so that the screen can say who comes.

Pushes wake, asking delivers; without pushes the hall is asked every two seconds while a call is open. What becomes of a
call is handed to `told`; None = the hall does not answer, and the visitor is shown the way to the desk at once. Knows
no page.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import TYPE_CHECKING

from hall_server.contract.help_calls import HELP_IS_OPEN
from hall_server.contract.problems import ProblemCode
from kiosk.hall_client import HallRefusedError, HallSilentError

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.contract.help_calls import AskHelp, HelpCall
    from kiosk.runner.ports import Visits

LOG = logging.getLogger("kapok.kiosk.help")

ASK_EVERY_S = 2.0


class HelpLine:
    """One call at a time. All methods belong to the loop's thread; `told` is called there."""

    def __init__(
        self,
        visits: Visits,
        told: Callable[[HelpCall | None], None],
        fresh_id: Callable[[], str],
        ask_every_s: float = ASK_EVERY_S,
    ) -> None:
        self._visits = visits
        self._told = told
        self._fresh_id = fresh_id
        self._ask_every_s = ask_every_s
        self._call_id = ""  # that is open, or that the hall may have although it did not say so
        self._last: HelpCall | None = None
        self._wake = asyncio.Event()

    async def ask(self, order: AskHelp) -> None:
        """Call somebody. Tells the call, or None when the hall did not take it in time; it may have it all the same."""
        call_id = self._call_id = self._fresh_id()
        try:
            call = await asyncio.to_thread(self._visits.ask_help, call_id, order)
        except HallSilentError as error:
            LOG.warning("nobody heard a call for help: %s", error)
            self._told(None)
        except HallRefusedError as error:
            LOG.warning("the hall refuses a call for help: %s", error)
            self._call_id = ""
            self._told(None)
        else:
            self._call_id = call.id
            self._tell(call)
        self._wake.set()

    async def give_up(self) -> None:
        """不用了. What the hall says to it changes nothing for the visitor."""
        call_id, self._call_id, self._last = self._call_id, "", None
        if call_id:
            try:
                await asyncio.to_thread(self._visits.give_up_help, call_id)
            except (HallSilentError, HallRefusedError) as error:
                LOG.info("a call for help was not given up at the hall: %s", error)

    def look_soon(self) -> None:
        """The hall pushed `help`, or the stream was opened anew."""
        self._wake.set()

    async def run(self) -> None:
        """Follow the open call until cancelled."""
        while True:
            if self._call_id:
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._wake.wait(), self._ask_every_s)
                self._wake.clear()
                await self._look(self._call_id)
            else:
                await self._wake.wait()
                self._wake.clear()

    async def _look(self, call_id: str) -> None:
        try:
            call = await asyncio.to_thread(self._visits.help_call, call_id) if call_id else None
        except HallSilentError:
            return
        except HallRefusedError as error:
            if error.code == ProblemCode.HELP_UNKNOWN and call_id == self._call_id:
                self._call_id, self._last = "", None
            return
        if call is not None and call_id == self._call_id:
            self._tell(call)

    def _tell(self, call: HelpCall) -> None:
        """Once per change, never an older word after a newer one; a call that is over is followed no more."""
        if self._last is not None and call.n <= self._last.n:
            return
        is_open = call.state in HELP_IS_OPEN
        self._call_id, self._last = (call.id, call) if is_open else ("", None)
        self._told(call)
