"""Listens to a numeric key pad below the screen, so that it works whatever the clerk types in. Knows no tickets."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from devices.caller.codec import BOUNCE_S, PAD_KEYS, PadKeys
from devices.transports.input_listener import InputListener
from devices.values.caller import CallerCapabilities, CallerStatus, KeyPress
from devices.values.completion import Completion, refused
from devices.values.health import Health

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from devices.ports.transport import Transport
    from devices.values.caller import CallerDisplay


class KeypadCaller:
    """`Caller` over a wire of input events (`EvdevTransport`, which keeps the keys from everybody else)."""

    def __init__(self, wire: Transport, *, device: str = "caller", bounce_s: float = BOUNCE_S) -> None:
        self._listener = InputListener(wire, device)
        self._keys = PadKeys(bounce_s=bounce_s)
        self._number = 0
        self.capabilities = CallerCapabilities(keys=frozenset(PAD_KEYS.values()))

    async def open(self) -> None:
        await self._listener.open()

    async def presses(self) -> AsyncGenerator[KeyPress, None]:
        async with contextlib.aclosing(self._listener.events()) as events:
            async for event in events:
                key = self._keys.press(event)
                if key is not None:
                    self._number += 1
                    yield KeyPress(key, self._number)

    async def show(self, display: CallerDisplay) -> Completion:
        del display
        return refused("no_display")

    async def status(self) -> CallerStatus:
        self._listener.check()
        return CallerStatus(Health.NORMAL, dropped=self._keys.unknown)

    async def close(self) -> None:
        await self._listener.close()
