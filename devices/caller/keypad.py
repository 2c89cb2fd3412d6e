"""Listens to a numeric key pad below the screen, so that it works whatever the clerk types in. Knows no tickets."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from devices.caller.codec import BOUNCE_S, PAD_KEYS, PadKeys
from devices.errors import DeviceLostError
from devices.transports.input_events import EventDecoder, EventsLost
from devices.values.caller import CallerCapabilities, CallerStatus, KeyPress
from devices.values.completion import Completion, refused
from devices.values.health import Health

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from devices.ports.transport import Transport
    from devices.values.caller import CallerDisplay

LOG = logging.getLogger("kapok.device.caller")

LISTEN_S = 3600.0  # between two presses there is nothing to do; closing wakes the reading
GAP_S = 0.5  # a beginning of an event that does not end by then is thrown away; the kernel sends whole ones


class KeypadCaller:
    """`Caller` over a wire of input events (`EvdevTransport`, which keeps the keys from everybody else)."""

    def __init__(self, wire: Transport, *, device: str = "caller", bounce_s: float = BOUNCE_S) -> None:
        self._wire = wire
        self._device = device
        self._keys = PadKeys(bounce_s=bounce_s)
        self._number = 0
        self._open = False
        self._lost = "not open"
        self.capabilities = CallerCapabilities(keys=frozenset(PAD_KEYS.values()))

    async def open(self) -> None:
        await self._wire.open()
        self._open, self._lost = True, ""

    async def presses(self) -> AsyncGenerator[KeyPress, None]:
        decoder = EventDecoder()
        while True:
            try:
                data = await self._wire.read_some(GAP_S if decoder.pending else LISTEN_S)
            except DeviceLostError as error:
                if not self._open:
                    return
                self._lost = error.detail or error.code
                raise
            if not data:
                decoder.forget()
            for event in decoder.feed(data):
                if isinstance(event, EventsLost):
                    LOG.warning("%s: the kernel dropped events; a press may be missing", self._device)
                key = self._keys.press(event)
                if key is not None:
                    self._number += 1
                    yield KeyPress(key, self._number)

    async def show(self, display: CallerDisplay) -> Completion:
        del display
        return refused("no_display")

    async def status(self) -> CallerStatus:
        if not self._open or self._lost:
            raise DeviceLostError(self._device, self._lost)
        return CallerStatus(Health.NORMAL, dropped=self._keys.unknown)

    async def close(self) -> None:
        self._open, self._lost = False, self._lost or "closed"
        await self._wire.close()
