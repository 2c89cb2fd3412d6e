"""An event loop whose time is a number: the real programs of kiosks run on it, and nothing ever waits.

Blocking calls (`asyncio.to_thread`) run in greenlets: whoever would wait for the network goes back to the loop and is
resumed when the answer is there. Knows no kiosk and no hall.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import Executor, Future
from typing import TYPE_CHECKING, Any

from greenlet import getcurrent, greenlet

if TYPE_CHECKING:
    from collections.abc import Callable


_ROUNDS = 20


class _NoSelector:
    """Waits for nothing: moves the time on instead."""

    def __init__(self) -> None:
        self.now = 0.0

    def select(self, timeout: float | None) -> list[Any]:
        if timeout is None:
            raise RuntimeError("the simulated world stands still: nobody has anything left to do")
        self.now += max(0.0, timeout)
        return []


class VirtualLoop(asyncio.BaseEventLoop):
    """One world's loop. `time()` is simulated seconds."""

    def __init__(self) -> None:
        super().__init__()
        self._selector = _NoSelector()
        self._clock_resolution = 1e-6
        self._blocked: dict[greenlet, None] = {}

    def time(self) -> float:
        return self._selector.now

    def _process_events(self, event_list: list[Any]) -> None:
        """There are none."""

    def _write_to_self(self) -> None:
        """There is one thread only."""

    def run_in_executor(self, executor: Any, func: Callable[..., Any], *args: Any) -> asyncio.Future[Any]:
        if isinstance(executor, Inline):
            return executor.awaited(func, *args)
        future = self.create_future()

        def whole() -> None:
            try:
                result = func(*args)
            except Exception as error:  # noqa: BLE001 - handed to whoever awaits it, who raises it again
                if not future.cancelled():
                    future.set_exception(error)
            else:
                if not future.cancelled():
                    future.set_result(result)

        self.blocking(whole)
        return future

    def blocking(self, work: Callable[[], None]) -> None:
        """Run what may wait for the network; it belongs to this loop and ends with it."""

        def kept() -> None:
            try:
                work()
            finally:
                self._blocked.pop(getcurrent(), None)

        began = greenlet(kept)
        self._blocked[began] = None
        began.switch()

    def run_out(self) -> None:
        """Let every task end, so that nothing is left for later."""
        for _ in range(_ROUNDS):
            tasks = asyncio.all_tasks(self)
            if not tasks:
                return
            for task in tasks:
                task.cancel()
            self.run_until_complete(asyncio.wait(tasks, timeout=0.01))

    def close(self) -> None:
        """Whoever still waits never hears an answer."""
        for waiting in list(self._blocked):
            waiting.throw()
        super().close()


def until(start: Callable[[Callable[[Any], None]], None]) -> Any:
    """Inside a blocking call: begin something that calls back once, and wait. An exception as its word is raised."""
    me = getcurrent()
    early: list[Any] = []

    def resume(word: Any) -> None:
        if getcurrent() is me:
            early.append(word)
        else:
            me.switch(word)

    start(resume)
    word = early[0] if early else me.parent.switch()
    if isinstance(word, Exception):
        raise word
    return word


class Inline(Executor):
    """A journal's executor: jobs run at once, one after another. `gate` may stop the world before or after a job."""

    def __init__(self, loop: VirtualLoop, gate: Callable[[Callable[[], Any]], tuple[bool, Any]]) -> None:
        self._loop, self._gate = loop, gate

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self._do(future, lambda: fn(*args, **kwargs))
        return future

    def awaited(self, fn: Callable[..., Any], *args: Any) -> asyncio.Future[Any]:
        future = self._loop.create_future()
        self._do(future, lambda: fn(*args))
        return future

    def _do(self, future: Any, job: Callable[[], Any]) -> None:
        try:
            lives, result = self._gate(job)
        except Exception as error:  # noqa: BLE001 - handed to whoever awaits it, who raises it again
            future.set_exception(error)
            return
        if lives:  # who is dead never hears of it
            future.set_result(result)
