"""Group commit where each commit costs round trips: whoever is about to ask again is waited for, a moment.

Several who ask one after the other fall into two crowds by themselves, each asking while the other's commit runs, and
every commit is half as large as it could be. Most of a commit's price does not depend on how much is in it. Who asks
alone, or after a pause, waits for nobody.
"""

from __future__ import annotations

import queue
import time
from typing import TYPE_CHECKING, Any

from hall_server.store.group_commit import AT_MOST, GroupCommit

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.store.group_commit import Loop, Pending
    from hall_server.store.outcome import GroupStore

GAP_S = 0.002  # nobody came for so long: nobody comes
RECENT_S = 0.02  # whoever was answered longer ago does not ask at once


class GatheringCommit(GroupCommit):
    """See `GroupCommit`; always with a thread."""

    def __init__(
        self,
        store: GroupStore,
        loop: Loop,
        *,
        look: Callable[[], list[Any]],
        gap_s: float = GAP_S,
        recent_s: float = RECENT_S,
    ) -> None:
        self._gap_s, self._recent_s = gap_s, recent_s
        self._crowd = 0  # how many the next commit may hope for
        self._ended = 0.0
        self._meanwhile: list[Pending] = []  # who came while the last commit ran
        self._written = 0
        super().__init__(store, loop, threaded=True, look=look)

    def _committed(self) -> None:
        self._ended = time.monotonic()
        self._meanwhile = super()._with_more([])  # before anybody is answered: who asks again is counted once

    def _next(self) -> list[Pending] | None:
        meanwhile, self._meanwhile = self._meanwhile, []
        batch = meanwhile or super()._next()
        recent = time.monotonic() - self._ended < self._recent_s
        self._crowd = self._written * recent + len(meanwhile)
        return batch

    def _with_more(self, batch: list[Pending]) -> list[Pending]:
        """Those who were answered a moment ago come again, beside those who came meanwhile: they share this commit."""
        batch = super()._with_more(batch)
        while len(batch) < min(self._crowd, AT_MOST):
            try:
                more = self._batches.get(timeout=self._gap_s)
            except queue.Empty:
                break
            if more is None:
                self._batches.put(None)
                break
            batch += more
        self._written = len(batch)
        return batch
