"""Questions to the city from the hall's loop: each over its line in a thread, a few at a time, answered by a deadline.

So a city that is slow or away costs whoever asks a moment, and everybody else nothing. Knows no port's meaning.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from hall_server.city.errors import CityAwayError

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.city.line import Line
    from hall_server.city.lines import Lines
    from hall_server.contract.city.ports import PortName

T = TypeVar("T")
_THREADS = 4
_AT_ONCE = 16  # under way or waiting for a thread; more are told at once that it is too crowded
_DEADLINE_S = 3.5  # for whoever stands and waits; a line's own is 3 s


class Asking:
    """The hall's way to ask."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self._under_way = 0
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="city")

    async def ask(self, port: PortName, question: Callable[[Line], T], within_s: float | None = _DEADLINE_S) -> T:
        """What the question answers in its thread; what it raises is raised here.

        Raises CityAwayError `no_such_port`, `crowded`, or `too_slow` when there is none `within_s` (None: no deadline).
        """
        line = self.lines.to(port)
        if line is None:
            raise CityAwayError("no_such_port")
        if self._under_way >= _AT_ONCE:
            raise CityAwayError("crowded")
        self._under_way += 1
        asked = asyncio.get_running_loop().run_in_executor(self._threads, question, line)
        asked.add_done_callback(self._done)
        try:
            return await asyncio.wait_for(asyncio.shield(asked), within_s)
        except TimeoutError:
            raise CityAwayError("too_slow") from None

    def close(self) -> None:
        """Nobody asks any more; what is under way is not waited for."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        self.lines.close()

    def _done(self, asked: asyncio.Future[T]) -> None:
        self._under_way -= 1
        if not asked.cancelled():
            asked.exception()  # somebody may have stopped waiting for it
