"""From a callback to a stream: what a box says by itself waits here until somebody fetches it. Knows no box.

Events survive a loss of the line: they were acknowledged, so they are told after the box was opened again.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from devices.errors import DeviceError

EventT = TypeVar("EventT")
WAITING = 64  # events nobody fetched; the next one is not taken


class EventStream(Generic[EventT]):
    """One writer, one reader, on one loop."""

    def __init__(self) -> None:
        self._events: deque[EventT] = deque()
        self._news = asyncio.Event()
        self._error: DeviceError | None = None
        self._open = False

    def begin(self) -> None:
        """The box was opened."""
        self._open, self._error = True, None

    def put(self, event: EventT) -> bool:
        """Keep an event for the reader; False when too many wait already."""
        if len(self._events) >= WAITING:
            return False
        self._events.append(event)
        self._news.set()
        return True

    def end(self, error: DeviceError | None = None) -> None:
        """The box was closed, or is lost with this error: the reader is told after the events that wait."""
        self._open, self._error = False, self._error or error
        self._news.set()

    async def events(self) -> AsyncGenerator[EventT, None]:
        """Events in order, until closed. Raises the DeviceError of a loss."""
        while True:
            while self._events:
                yield self._events.popleft()
            if self._error is not None:
                raise self._error
            if not self._open:
                return
            self._news.clear()
            await self._news.wait()
