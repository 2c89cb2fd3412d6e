"""请人帮忙 of this kiosk: calling at the hall, and hearing at once how the call stands.

Pushes wake, asking delivers: whoever waits for a word on a call has it as soon as the hall pushes `help`, or after the
time that it named. Knows no page; what follows from a word is the session's.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import TYPE_CHECKING

from kiosk.hall_client import HallRefusedError, HallSilentError

if TYPE_CHECKING:
    from hall_server.contract.help_calls import AskHelp, HelpCall
    from kiosk.runner.ports import Visits

LOG = logging.getLogger("kapok.kiosk.help")


class HelpLine:
    """The hall's answers to this kiosk's calls. All methods belong to the loop's thread."""

    def __init__(self, visits: Visits) -> None:
        self._visits = visits
        self._pushed = asyncio.Event()

    async def ask(self, call_id: str, order: AskHelp) -> HelpCall:
        """Call somebody; the answer's own `id` counts. HallSilentError: show the desk, the call may be there or not."""
        return await asyncio.to_thread(self._visits.ask_help, call_id, order)

    async def how_it_stands(self, call_id: str, after_s: float) -> HelpCall:
        """The call, as soon as something was pushed, else in `after_s` seconds.

        HallSilentError; HallRefusedError with `help_unknown` when it is gone.
        """
        with suppress(TimeoutError):
            await asyncio.wait_for(self._pushed.wait(), after_s)
        self._pushed.clear()  # before asking: what is pushed meanwhile is asked for next time
        return await asyncio.to_thread(self._visits.help_call, call_id)

    async def give_up(self, call_id: str) -> None:
        """不用了. What the hall says to it changes nothing for the visitor; it ends by itself what nobody answers."""
        try:
            await asyncio.to_thread(self._visits.give_up_help, call_id)
        except (HallSilentError, HallRefusedError) as error:
            LOG.info("a call for help was not given up at the hall: %s", error)

    def look_soon(self) -> None:
        """The hall pushed `help`, or the stream was opened anew: for `HallWatch.on_help`."""
        self._pushed.set()
