"""Listens to an input device until it is closed, and remembers how it was lost. Knows no meaning of any key."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from devices.errors import DeviceLostError
from devices.transports.input_events import EventDecoder, EventsLost

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from devices.ports.transport import Transport
    from devices.transports.input_events import InputEvent

LOG = logging.getLogger("kapok.device.input")

LISTEN_S = 3600.0  # between two presses there is nothing to do; closing wakes the reading
GAP_S = 0.5  # a beginning of an event that does not end by then is thrown away; the kernel sends whole ones


class InputListener:
    """One wire of input events. `gap_s` ends a beginning that never becomes a whole event."""

    def __init__(self, wire: Transport, device: str, *, gap_s: float = GAP_S) -> None:
        self._wire = wire
        self._device = device
        self._gap_s = gap_s
        self._open = False
        self._lost = "not open"

    async def open(self) -> None:
        """Open the wire. Raises DeviceError."""
        await self._wire.open()
        self._open, self._lost = True, ""

    async def events(self) -> AsyncGenerator[InputEvent | EventsLost, None]:
        """Each event, in order, until closed. Raises DeviceLostError."""
        decoder = EventDecoder()
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
                if isinstance(event, EventsLost):
                    LOG.warning("%s: the kernel dropped events; a press may be missing", self._device)
                yield event

    def check(self) -> None:
        """Raises DeviceLostError when it has to be opened anew."""
        if not self._open or self._lost:
            raise DeviceLostError(self._device, self._lost)

    async def close(self) -> None:
        """Close the wire; closing twice is allowed."""
        self._open, self._lost = False, self._lost or "closed"
        await self._wire.close()
