"""Opportunistic group commit: whatever was asked in one turn of the loop is committed together, answered afterwards.

On a fast disk (fsync under a millisecond) the commit runs inline on the loop's own thread; on a slow one a writer
thread does it while the loop goes on; where other processes write too, that thread looks for what they did.
Knows no asyncio: the loop is handed in, and only three of its methods are used.
"""

from __future__ import annotations

import logging
import queue
import threading
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.store.outcome import unavailable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hall_server.domain.seams import Promise, Transaction
    from hall_server.store.outcome import GroupStore, Outcome

T = TypeVar("T")
AT_MOST = 256  # commands in one commit
LOOK_EVERY_S = 0.1


class Settable(Protocol):
    """A promise as the one who keeps it sees it."""

    def done(self) -> bool: ...

    def set_result(self, result: object, /) -> None: ...

    def set_exception(self, exception: Exception, /) -> None: ...


class Loop(Protocol):
    """The three methods of an event loop that are used here."""

    def create_future(self) -> Any:  # noqa: ANN401 - an asyncio future: Settable in here, a Promise outside
        """A promise of this loop."""

    def call_soon(self, callback: Callable[..., object], *args: object) -> object:
        """Call in the loop's next turn."""

    def call_soon_threadsafe(self, callback: Callable[..., object], *args: object) -> object:
        """The same, from another thread."""


Pending = tuple[Any, Settable]  # a piece of work as the store takes it
_log = logging.getLogger("kapok.store")


class GroupCommit:
    """Takes work in on the loop's thread and settles its promise there, after the commit and after `announce`."""

    def __init__(
        self,
        store: GroupStore,
        loop: Loop,
        *,
        threaded: bool,
        look: Callable[[], list[Any]] | None = None,
    ) -> None:
        self.announce: Callable[[Sequence[Any]], None] = _nobody_listens
        self._store = store
        self._loop = loop
        self._waiting: list[Pending] = []
        self._look = look  # what others have changed; asked by the writer's thread when nobody here writes
        self._scheduled = False
        self._closed = False
        self._batches: queue.SimpleQueue[list[Pending] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._write, name="kapok-writer", daemon=True) if threaded else None
        if self._thread:
            self._thread.start()

    def submit(self, work: Callable[[Transaction], T | HallProblem], about: Sequence[str] = ()) -> Promise[T]:
        """Take work in; its promise is settled in a later turn of the loop."""
        del about  # a question costs a file nothing
        return self.put(work)

    def put(self, work: object) -> Promise[Any]:
        """The same for work in whatever shape the store takes it."""
        promise = self._loop.create_future()
        if self._closed:
            promise.set_exception(HallProblem(ProblemCode.STORE_UNAVAILABLE, "the hall is closing", retry_after_s=1))
            return promise  # type: ignore[no-any-return]  # the loop's future is a Promise
        self._waiting.append((work, promise))
        if not self._scheduled:
            self._scheduled = True
            self._loop.call_soon(self._flush)
        return promise  # type: ignore[no-any-return]  # the loop's future is a Promise

    def close(self) -> None:
        """Commit what is waiting and take nothing more in."""
        self._closed = True
        if self._waiting:
            self._flush()
        if self._thread:
            self._batches.put(None)
            self._thread.join()

    def _flush(self) -> None:
        self._scheduled = False
        while self._waiting:
            batch, self._waiting = self._waiting[:AT_MOST], self._waiting[AT_MOST:]
            if self._thread:
                self._batches.put(batch)
            else:
                self._settle(batch, *self._store.run_many([work for work, _ in batch]))

    def _write(self) -> None:
        while (batch := self._next()) is not None:
            batch = self._with_more(batch)
            try:
                outcomes, changes = self._store.run_many([work for work, _ in batch])
            except Exception:  # noqa: BLE001 - a bug of ours must not end the thread that everybody waits for
                _log.exception("a commit failed in a way that nobody expected")
                outcomes, changes = unavailable(batch), []
            self._committed()
            self._loop.call_soon_threadsafe(self._settle, batch, outcomes, changes)

    def _committed(self) -> None:
        """A commit is over and nobody has heard of it yet; on the writer's thread."""

    def _next(self) -> list[Pending] | None:
        while self._look is not None:
            try:
                return self._batches.get(timeout=LOOK_EVERY_S)
            except queue.Empty:
                if changes := self._look():
                    self._loop.call_soon_threadsafe(self._settle, [], [], changes)
        return self._batches.get()

    def _with_more(self, batch: list[Pending]) -> list[Pending]:
        """While the disk was busy others have come: they share the next commit."""
        while len(batch) < AT_MOST:
            try:
                more = self._batches.get_nowait()
            except queue.Empty:
                break
            if more is None:
                self._batches.put(None)
                break
            batch += more
        return batch

    def _settle(self, batch: list[Pending], outcomes: list[Outcome[Any]], changes: list[Any]) -> None:
        if changes:
            self.announce(changes)
        for (_, promise), outcome in zip(batch, outcomes, strict=True):
            if promise.done():  # whoever asked has gone; what was committed stands
                continue
            if outcome.error is not None:
                promise.set_exception(outcome.error)
            else:
                promise.set_result(outcome.value)


def _nobody_listens(_: Sequence[object]) -> None:
    return
