"""What is under way for a visitor: each work a task of its own, and those that print are not torn in half."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Coroutine

LOG = logging.getLogger("kapok.kiosk")


class Works:
    """The tasks; on the loop's thread only."""

    def __init__(self) -> None:
        self._all: set[asyncio.Task[None]] = set()
        self._slips: set[asyncio.Task[None]] = set()  # those that print

    def __len__(self) -> int:
        """How many are under way."""
        return len(self._all)

    def begin(self, work: Coroutine[object, object, None], *, slip: bool = False) -> asyncio.Task[None]:
        """Begin one; `slip`: it prints."""
        task = asyncio.get_running_loop().create_task(work)
        self._all.add(task)
        task.add_done_callback(self._done)
        if slip:
            self._slips.add(task)
            task.add_done_callback(self._slips.discard)
        return task

    async def let_slips_out(self, within_s: float) -> None:
        """A slip that is being printed is half out: while the boxes are still open, see its end and journal it."""
        if self._slips:
            LOG.info("stopping: waiting for %d slips", len(self._slips))
            await asyncio.wait(self._slips, timeout=within_s)

    async def stop(self) -> None:
        """Cancel them all and see them end."""
        for work in self._all:
            work.cancel()
        await asyncio.gather(*self._all, return_exceptions=True)

    def _done(self, task: asyncio.Task[None]) -> None:
        """Ours: a bug in one number's way must not stop the kiosk; the session's own patience answers the visitor."""
        self._all.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            LOG.error("a fault of our own", exc_info=error)
