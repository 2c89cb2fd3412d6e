"""Follows a window: pushes wake, `now` delivers. Whoever listens hears what stands there, or None: the hall is lost.

The stream is read in a thread of its own, because `requests` blocks. As on a window's screen, only the stream says that
the hall is there: a machine that is asked and never woken would show a call too late.
"""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from kiosk.counter.door import SILENT_S
from kiosk.hall_client.answers import HallRefusedError, HallSilentError

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.contract.counter_screen import CounterScreen
    from kiosk.counter.door import CounterDoor

LOG = logging.getLogger("kapok.counter.watch")

LOOK_S = 30.0  # also when nothing is pushed
AGAIN_S = 2.0  # after a look or a stream that failed
TICK_S = 0.5


class Seen(NamedTuple):
    """What stands at the window, and when that was heard, on this machine's monotonic clock in seconds."""

    screen: CounterScreen
    at_s: float


class CounterWatch:
    """`run()` until cancelled. `hear` is called with each look, and with None once when the hall is lost."""

    def __init__(self, door: CounterDoor, hear: Callable[[Seen | None], None]) -> None:
        self._door, self._hear = door, hear
        self._woken = True
        self._heard_s = float("-inf")  # when the stream said anything
        self._look_s = 0.0  # when to look, pushed or not
        self._lost = False
        self._change = asyncio.Event()

    async def run(self) -> None:
        """Follow the window; nothing that the hall does or leaves ends this."""
        loop = asyncio.get_running_loop()
        threading.Thread(target=self._listen, args=(loop,), name="window-stream", daemon=True).start()
        while True:
            if self._woken or time.monotonic() >= self._look_s:
                self._woken = False
                await self._look()
            if not self._lost and time.monotonic() - self._heard_s > SILENT_S:
                self._lost = True
                self._hear(None)
            self._change.clear()
            with suppress(TimeoutError):
                async with asyncio.timeout(TICK_S):
                    await self._change.wait()

    async def _look(self) -> None:
        try:
            screen = await asyncio.to_thread(self._door.now)
        except (HallSilentError, HallRefusedError) as error:
            LOG.debug("no look at the window: %s", error)
            self._look_s = time.monotonic() + AGAIN_S
            return
        at_s = time.monotonic()
        self._look_s = at_s + LOOK_S
        if at_s - self._heard_s <= SILENT_S:
            self._lost = False
            self._hear(Seen(screen, at_s))

    def _listen(self, loop: asyncio.AbstractEventLoop) -> None:
        """In its own thread: whatever comes is told to the loop, until that is closed."""
        with suppress(RuntimeError):  # it is
            while True:
                try:
                    for name in self._door.stream():
                        loop.call_soon_threadsafe(self._pushed, name)
                except (HallSilentError, HallRefusedError) as error:
                    LOG.debug("the stream ended: %s", error)
                time.sleep(AGAIN_S)

    def _pushed(self, name: str) -> None:
        self._heard_s = time.monotonic()
        if name != "beat" or self._lost:
            self._woken = True
            self._change.set()
