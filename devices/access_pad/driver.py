"""Listens to the pad below the screen, so that no key of it types into what is shown."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from devices.access_pad.codec import PadReader
from devices.errors import DeviceLostError
from devices.transports.input_events import SW_HEADPHONE_INSERT, EventDecoder, EventsLost
from devices.values.access_pad import AccessPadCapabilities, AccessPadStatus, PadEvent, PadKey
from devices.values.health import Health

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable

    from devices.ports.transport import Transport

LOG = logging.getLogger("kapok.device.access_pad")

LISTEN_S = 3600.0  # between two presses there is nothing to do; closing wakes the reading
GAP_S = 0.5  # a beginning of an event that does not end by then is thrown away; the kernel sends whole ones


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
        self._wire = wire
        self._device = device
        self._gap_s = gap_s
        self._switch_is_on = switch_is_on
        self._reader = PadReader()
        self._number = 0
        self._open = False
        self._lost = "not open"
        self.capabilities = AccessPadCapabilities()

    async def open(self) -> None:
        await self._wire.open()
        self._open, self._lost = True, ""

    async def events(self) -> AsyncGenerator[PadEvent, None]:
        decoder = EventDecoder()
        stands = self._reader.plug(inside=self._switch_is_on(SW_HEADPHONE_INSERT))
        if stands is not None:
            yield self._plugged(inside=stands)
        while True:
            try:
                data = await self._wire.read_some(self._gap_s if decoder.pending else LISTEN_S)
            except DeviceLostError as error:
                if not self._open:
                    return
                self._lost = error.detail or error.code
                raise
            if not data:
                decoder.forget()
            for event in decoder.feed(data):
                found: PadKey | bool | None
                if isinstance(event, EventsLost):
                    LOG.warning("%s: the kernel dropped events; a press may be missing", self._device)
                    found = self._reader.plug(inside=self._switch_is_on(SW_HEADPHONE_INSERT))
                else:
                    found = self._reader.read(event)
                if found is not None:
                    yield self._pressed(found) if isinstance(found, PadKey) else self._plugged(inside=found)

    async def status(self) -> AccessPadStatus:
        if not self._open or self._lost:
            raise DeviceLostError(self._device, self._lost)
        return AccessPadStatus(Health.NORMAL, headphones=self._reader.headphones)

    async def close(self) -> None:
        self._open, self._lost = False, self._lost or "closed"
        await self._wire.close()

    def _pressed(self, key: PadKey) -> PadEvent:
        self._number += 1
        return PadEvent(self._number, key=key)

    def _plugged(self, *, inside: bool) -> PadEvent:
        self._number += 1
        return PadEvent(self._number, headphones=inside)
