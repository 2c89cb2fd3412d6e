"""The city desk of a running hall: follows its history, carries its post, runs errands. In the background, always.

One thread per platform at most, so that none waits for another; the hall's loop waits for none of them. Whatever fails
here is tried again, and nothing of it reaches whoever takes a number.
"""

from __future__ import annotations

import asyncio
import logging
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Protocol, TypeVar

from hall_server.city.carrier import carry
from hall_server.contract.problems import HallProblem

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from hall_server.city.line import Line
    from hall_server.city.lines import Lines
    from hall_server.contract.city.ports import PortName
    from hall_server.flows.city_post import CityPost

T = TypeVar("T")
LOOK_S = 0.25
_THREADS = 4
_log = logging.getLogger("kapok.city")


class InThread(Protocol):
    """Does something that waits for the city, in a thread of the desk."""

    async def __call__(self, work: Callable[[], T], /) -> T: ...


class Errand(Protocol):
    """Something to be done now and then; what it raises is told, and it is done again the next time."""

    async def __call__(self, in_thread: InThread, /) -> None: ...


class CityDesk:
    """Runs until cancelled. `errands`: each with the seconds between its end and its next beginning."""

    def __init__(self, post: CityPost, lines: Lines, errands: Sequence[tuple[Errand, float]] = ()) -> None:
        self._post = post
        self._lines = lines
        self._errands = errands
        self._pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="kapok-city")
        self._out: dict[object, asyncio.Task[None]] = {}  # who is on their way
        self._next: dict[object, float] = {}
        self._failing = ""

    async def run(self) -> None:
        """Until cancelled; then nobody goes out any more."""
        try:
            await self._begin()
            while True:
                await self._look()
                await asyncio.sleep(LOOK_S)
        finally:
            for task in tuple(self._out.values()):
                task.cancel()
            self._pool.shutdown(wait=False, cancel_futures=True)

    async def _begin(self) -> None:
        while True:
            try:
                await self._post.begin()
            except HallProblem as problem:
                self._fails(problem)
                await asyncio.sleep(1)
            else:
                return

    async def _look(self) -> None:
        try:
            while (told := self._post.follow()) is not None:
                await told
            if (tidied := self._post.tidy()) is not None:
                await tidied
            for port in self._post.ports:
                line = self._lines.to(port)
                if line is not None and not line.breaker.resting and port not in self._out and self._post.is_due(port):
                    self._send_out(port, self._deliver(port, line))
            now = time.monotonic()
            for errand, every_s in self._errands:
                if errand not in self._out and self._next.get(errand, 0.0) <= now:
                    self._send_out(errand, errand(self._in_thread), every_s)
        except Exception as error:  # noqa: BLE001 - one failed look must not end the desk; it is logged and looked again
            self._fails(error)

    def _send_out(self, who: object, errand: Awaitable[None], every_s: float = 0.0) -> None:
        async def go() -> None:
            try:
                await errand
                self._failing = ""
            except Exception as error:  # noqa: BLE001 - one errand that fails must not end the others; it is logged
                self._fails(error)
            finally:
                self._next[who] = time.monotonic() + every_s
                self._out.pop(who, None)

        self._out[who] = asyncio.get_running_loop().create_task(go())

    async def _deliver(self, port: PortName, line: Line) -> None:
        messages = await self._post.take_out(port)
        if messages:
            await self._post.settle(await self._in_thread(lambda: carry(line, messages, self._post.filled)))

    async def _in_thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._pool, work)

    def _fails(self, error: Exception) -> None:
        """Once per kind of failure: it may go on for hours."""
        if (name := repr(error)) != self._failing:
            self._failing = name
            known = isinstance(error, HallProblem)
            _log.error("the city desk fails, it tries again: %s", name, exc_info=None if known else error)
