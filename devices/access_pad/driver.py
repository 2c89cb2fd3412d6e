"""Listens to the pad below the screen, so that no key of it types into what is shown."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from devices.access_pad.codec import PadReader
from devices.transports.input_events import SW_HEADPHONE_INSERT, EventsLost
from devices.transports.input_listener import GAP_S, InputListener
from devices.values.access_pad import AccessPadCapabilities, AccessPadStatus, PadEvent, PadKey
from devices.values.health import Health

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable

    from devices.ports.transport import Transport


def cannot_say(_code: int) -> bool | None:
    """A wire that does not know how a switch stands: a trace, an emulator's."""
    return None


class EvdevAccessPad:
    """`AccessPad` over a wire of input events, which keeps the keys from everybody else.

    `switch_is_on` (of `EvdevTransport`) says how a switch stands now, or None.
    """

    def __init__(
        self,
        wire: Transport,
        *,
        device: str = "access_pad",
        gap_s: float = GAP_S,
        switch_is_on: Callable[[int], bool | None] = cannot_say,
    ) -> None:
        self._listener = InputListener(wire, device, gap_s=gap_s)
        self._switch_is_on = switch_is_on
        self._reader = PadReader()
        self._number = 0
        self.capabilities = AccessPadCapabilities()

    async def open(self) -> None:
        await self._listener.open()

    async def events(self) -> AsyncGenerator[PadEvent, None]:
        stands = self._reader.plug(inside=self._switch_is_on(SW_HEADPHONE_INSERT))
        if stands is not None:
            yield self._plugged(inside=stands)
        async with contextlib.aclosing(self._listener.events()) as events:
            async for event in events:
                found: PadKey | bool | None
                if isinstance(event, EventsLost):
                    found = self._reader.plug(inside=self._switch_is_on(SW_HEADPHONE_INSERT))
                else:
                    found = self._reader.read(event)
                if found is not None:
                    yield self._pressed(found) if isinstance(found, PadKey) else self._plugged(inside=found)

    async def status(self) -> AccessPadStatus:
        self._listener.check()
        return AccessPadStatus(Health.NORMAL, headphones=self._reader.headphones)

    async def close(self) -> None:
        await self._listener.close()

    def _pressed(self, key: PadKey) -> PadEvent:
        self._number += 1
        return PadEvent(self._number, key=key)

    def _plugged(self, *, inside: bool) -> PadEvent:
        self._number += 1
        return PadEvent(self._number, headphones=inside)
