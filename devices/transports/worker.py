"""One thread for calls that block and cannot be cancelled. Knows none of them.

A call that nobody waits for any more goes on; the thread does its work in order and then ends. It is a daemon thread:
one that never comes back does not keep the process from ending.
"""

from __future__ import annotations

import asyncio
import contextlib
import queue
import threading
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Worker:
    """`run` from the loop, `post` what nobody waits for, `stop` when all of that is to be the last."""

    def __init__(self, name: str) -> None:
        self._work: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._waiting: set[asyncio.Future[Any]] = set()  # told when all is over
        self._running = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self._ended = asyncio.Event()
        threading.Thread(target=self._serve, name=name, daemon=True).start()

    @property
    def busy(self) -> bool:
        """Whether a call that was run has not come back."""
        return self._running > 0

    async def idle(self) -> None:
        """Return when every call that was run has come back."""
        await self._idle.wait()

    async def ended(self) -> None:
        """Return when it was stopped and all of its work is done."""
        await self._ended.wait()

    async def run(self, call: Callable[[], T]) -> T:
        """What `call` returns or raises. Cancelling stops the waiting, not the call."""
        loop = asyncio.get_running_loop()
        done: asyncio.Future[T] = loop.create_future()
        self._waiting.add(done)
        self._running += 1
        self._idle.clear()

        def work() -> None:
            try:
                result = call()
            except Exception as error:  # noqa: BLE001 -- whatever it is, it belongs to whoever waits
                _tell(loop, self._fail, done, error)
            else:
                _tell(loop, self._finish, done, result)

        self._work.put(work)
        try:
            return await done
        finally:
            self._waiting.discard(done)

    def post(self, call: Callable[[], None]) -> None:
        """Do this when all before it is done; what it raises is nobody's business."""

        def work() -> None:
            with contextlib.suppress(Exception):
                call()

        self._work.put(work)

    def stop(self, error: Exception) -> None:
        """End when all is done; whoever waits now gets `error`."""
        loop = asyncio.get_running_loop()
        self._work.put(lambda: _tell(loop, self._ended.set))
        self._work.put(None)
        for waiter in self._waiting:
            if not waiter.done():
                waiter.set_exception(error)

    def _finish(self, done: asyncio.Future[T], result: T) -> None:
        self._back()
        if not done.done():
            done.set_result(result)

    def _fail(self, done: asyncio.Future[Any], error: Exception) -> None:
        self._back()
        if not done.done():
            done.set_exception(error)

    def _back(self) -> None:
        self._running -= 1
        if not self._running:
            self._idle.set()

    def _serve(self) -> None:
        while (work := self._work.get()) is not None:
            work()


def _tell(loop: asyncio.AbstractEventLoop, call: Callable[..., None], *words: object) -> None:
    with contextlib.suppress(RuntimeError):  # the loop is closed: nobody waits any more
        loop.call_soon_threadsafe(call, *words)
