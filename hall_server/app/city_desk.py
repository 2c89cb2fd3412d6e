"""The city desk of a running hall: follows its history, carries its post, and asks for news. In the background, always.

One thread per platform at most, so that none waits for another; the hall's loop waits for none of them. Whatever fails
here is tried again, and nothing of it reaches whoever takes a number.
"""

from __future__ import annotations

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from hall_server.city.carrier import carry
from hall_server.contract.problems import HallProblem

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from hall_server.city.line import Line
    from hall_server.city.lines import Lines
    from hall_server.contract.city.ports import PortName
    from hall_server.flows.city_post import CityPost

LOOK_S = 0.25
_THREADS = 4
_log = logging.getLogger("kapok.city")


class CityDesk:
    """Runs until cancelled. `errands`: what else is to be done now and then, each with its own sense of when."""

    def __init__(self, post: CityPost, lines: Lines, errands: tuple[Callable[[], Awaitable[object]], ...] = ()) -> None:
        self._post = post
        self._lines = lines
        self._errands = errands
        self._pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="kapok-city")
        self._out: dict[object, asyncio.Task[object]] = {}  # who is on their way
        self._failing = ""

    async def run(self) -> None:
        """Until cancelled; then nobody goes out any more."""
        try:
            await self._again(self._post.begin)
            while True:
                await self._look()
                await asyncio.sleep(LOOK_S)
        finally:
            for task in self._out.values():
                task.cancel()
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._lines.close()

    async def in_thread(self, work: Callable[[], Any]) -> Any:  # noqa: ANN401 - the work's own
        """Do something that waits for the city."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, work)

    async def _look(self) -> None:
        try:
            while (told := self._post.follow()) is not None:
                await told
            if (tidied := self._post.tidy()) is not None:
                await tidied
            for port in self._post.ports:
                line = self._lines.to(port)
                if line is not None and not line.breaker.resting and self._free(port) and self._post.is_due(port):
                    self._send_out(port, self._deliver(port, line))
            for errand in self._errands:
                if self._free(errand):
                    self._send_out(errand, errand())
            self._failing = ""
        except Exception as error:  # noqa: BLE001 - the store said so itself, or it is a bug: either way, once more
            self._fails(error)

    def _free(self, who: object) -> bool:
        return who not in self._out

    def _send_out(self, who: object, errand: Awaitable[object]) -> None:
        async def go() -> object:
            try:
                return await errand
            except Exception as error:  # noqa: BLE001 - as above
                self._fails(error)
                return None
            finally:
                self._out.pop(who, None)

        self._out[who] = asyncio.get_running_loop().create_task(go())

    async def _deliver(self, port: PortName, line: Line) -> None:
        messages = await self._post.take_out(port)
        if messages:
            await self._post.settle(await self.in_thread(lambda: carry(line, messages)))

    async def _again(self, work: Callable[[], Awaitable[object]]) -> None:
        while True:
            try:
                await work()
            except HallProblem as problem:
                self._fails(problem)
                await asyncio.sleep(1)
            else:
                return

    def _fails(self, error: Exception) -> None:
        """Once per kind of failure: it may go on for hours."""
        if (name := repr(error)) != self._failing:
            self._failing = name
            known = isinstance(error, HallProblem)
            _log.error("the city desk fails, it tries again: %s", name, exc_info=None if known else error)
