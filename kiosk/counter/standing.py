"""Keeps one thing standing on one box: puts it there when it changes, and again after the box was away. No hall."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from devices.errors import DeviceLostError
from devices.values.completion import End

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from devices.supervisor import Supervisor

AGAIN_S = 1.0  # after a box that did not say whether it did it

BoxT = TypeVar("BoxT", bound=Any)
ValueT = TypeVar("ValueT")


class Standing(Generic[BoxT, ValueT]):
    """`want` a value; `run()` has it put there by `put`, which says how that ended. What is refused stays off."""

    def __init__(self, keeper: Supervisor[BoxT, Any], put: Callable[[BoxT, ValueT], Awaitable[End]]) -> None:
        self._keeper, self._put = keeper, put
        self._wanted: ValueT | None = None
        self._stands: ValueT | None = None
        self._change = asyncio.Event()

    def want(self, value: ValueT) -> None:
        """From now on this."""
        self._wanted = value
        self._change.set()

    def came_back(self) -> None:
        """The box was away, or without power: nothing stands on it."""
        self._stands = None
        self._change.set()

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            await self._change.wait()
            self._change.clear()
            await self.settle()

    async def settle(self) -> None:
        """Put there what is wanted; a box that is away hears of it when it comes back."""
        while self._wanted is not None and self._wanted != self._stands:
            value = self._wanted
            try:
                async with self._keeper.use() as box:
                    end = await self._put(box, value)
            except DeviceLostError:
                return
            if end in {End.DONE, End.REFUSED}:
                self._stands = value
            else:
                await asyncio.sleep(AGAIN_S)
