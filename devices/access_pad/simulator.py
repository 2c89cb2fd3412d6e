"""Stands in for having no pad: the same port, pressed by a script. Knows no wire."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.errors import DeviceLostError
from devices.transports.event_stream import EventStream
from devices.values.access_pad import AccessPadCapabilities, AccessPadStatus, PadEvent
from devices.values.health import Health

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from devices.values.access_pad import PadKey


class SimulatedAccessPad:
    """`AccessPad` that is played by `press`, `plug_in`, `pull_out`, `unplug` and `plug`."""

    def __init__(self, *, device: str = "access_pad") -> None:
        self._device = device
        self._events: EventStream[PadEvent] = EventStream()
        self._plugged, self._open = True, False
        self._number = 0
        self._headphones: bool | None = None
        self.capabilities = AccessPadCapabilities()

    async def open(self) -> None:
        if not self._plugged:
            raise DeviceLostError(self._device, "unplugged")
        self._open = True
        self._events.begin()

    def events(self) -> AsyncGenerator[PadEvent, None]:
        return self._events.events()

    async def status(self) -> AccessPadStatus:
        if not self._open:
            raise DeviceLostError(self._device, "not open")
        return AccessPadStatus(Health.NORMAL, headphones=self._headphones)

    async def close(self) -> None:
        self._open = False
        self._events.end()

    def press(self, key: PadKey) -> None:
        """Press a key; nothing happens while unplugged."""
        self._tell(key=key)

    def plug_in(self) -> None:
        """Put headphones in."""
        self._turn(inside=True)

    def pull_out(self) -> None:
        """Take them out."""
        self._turn(inside=False)

    def unplug(self) -> None:
        """Pull the pad's cable: `events` and `open` raise DeviceLostError until `plug`."""
        self._plugged = self._open = False
        self._events.end(DeviceLostError(self._device, "unplugged"))

    def plug(self) -> None:
        """Plug the cable in again; the owner must `open` anew."""
        self._plugged = True

    def _turn(self, *, inside: bool) -> None:
        if self._headphones is not inside:
            self._headphones = inside
            self._tell(headphones=inside)

    def _tell(self, *, key: PadKey | None = None, headphones: bool | None = None) -> None:
        if self._plugged:
            self._number += 1
            self._events.put(PadEvent(self._number, key, headphones))
