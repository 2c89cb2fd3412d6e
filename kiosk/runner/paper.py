"""What the printer knows of its paper roll, carried from one life of this process to the next.

The printer counts in a mapping; here it is looked at now and then and kept when it changed. A power cut costs the
count of some slips, never a number. Knows no printer.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from kiosk.local_store import LocalStoreError
from kiosk.runner.journalling import in_journal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from concurrent.futures import Executor

    from kiosk.local_store import LocalStore

LOG = logging.getLogger("kapok.kiosk.paper")
LOOK_EVERY_S = 20.0


class PaperKeeper:
    """Keeps `numbers` in the store's facts. `journal` runs one job at a time."""

    def __init__(self, numbers: Mapping[str, float], store: LocalStore, journal: Executor) -> None:
        self._numbers, self._store, self._journal = numbers, store, journal
        self._kept = dict(numbers)

    async def run(self, look_every_s: float = LOOK_EVERY_S) -> None:
        """Keep what changed until cancelled."""
        while True:
            await asyncio.sleep(look_every_s)
            await self.keep()

    async def keep(self) -> None:
        """Keep the numbers as they are now; a disk that refuses costs an estimate and is logged."""
        now = dict(self._numbers)
        if now == self._kept:
            return
        try:
            await in_journal(self._journal, self._store.facts.keep_paper, now)
        except LocalStoreError:
            LOG.exception("what is known of the paper roll is not kept")
        else:
            self._kept = now
