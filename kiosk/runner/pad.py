"""The pad below the screen: its keys and its headphone plug, for the session and for whoever moves the focus.

The session hears of a key first, so that the voice is still before the next words come. Knows no page and no bytes.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from devices.supervisor import Supervisor
from kiosk.session.hearing import HeadphonesChanged, PadPressed

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable

    from devices.ports.access_pad import AccessPad
    from devices.values.access_pad import PadEvent, PadKey
    from devices.values.health import DeviceHealth
    from kiosk.runner.ports import Clock, Post


def watch_pad(pad: AccessPad) -> AsyncGenerator[PadEvent | DeviceHealth, None]:
    """The stream of a pad, for `Supervisor`."""
    return pad.events()


class PadWatch:
    """Keeps the pad alive and hands on what is pressed. `listen` hears the keys, on the loop's thread."""

    def __init__(
        self,
        pad: AccessPad | None,
        *,
        post: Post,
        clock: Clock,
        on_health: Callable[[DeviceHealth], None] = lambda _health: None,
    ) -> None:
        self._post, self._clock = post, clock
        self._supervisor: Supervisor[AccessPad, PadEvent] | None = None
        if pad is not None:
            self._supervisor = Supervisor("access_pad", pad, watch_pad, on_health=on_health)
        self._listeners: list[Callable[[PadKey], None]] = []

    def listen(self, callback: Callable[[PadKey], None]) -> None:
        """Call back with every key."""
        self._listeners.append(callback)

    async def run(self) -> None:
        """Listen until cancelled."""
        if self._supervisor is None:
            return
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._supervisor.run())
            tasks.create_task(self._pump(self._supervisor))

    async def _pump(self, pad: Supervisor[AccessPad, PadEvent]) -> None:
        async for event in pad.events():
            if event.headphones is not None:
                self._post(HeadphonesChanged(self._clock(), event.headphones))
            if event.key is not None:
                self._post(PadPressed(self._clock()))
                for listener in self._listeners:
                    listener(event.key)
