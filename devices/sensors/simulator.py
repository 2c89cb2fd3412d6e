"""Stands in for having no sensors: the same port, moved by a script. Knows no wire."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.errors import DeviceLostError
from devices.transports.event_stream import EventStream
from devices.values.health import Health
from devices.values.sensors import KINDS, SecurityEvent, SecurityKind, SensorInput, SensorsCapabilities, SensorsStatus

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator


class SimulatedSensors:
    """`Sensors` that is played by `turn`, `unplug` and `plug`."""

    def __init__(self, *, device: str = "sensors") -> None:
        self._device = device
        self._events: EventStream[SecurityEvent] = EventStream()
        self._plugged, self._open, self._was_lost = True, False, False
        self._stands = dict.fromkeys(SensorInput, False)
        self._told = dict(self._stands)
        self.capabilities = SensorsCapabilities()

    async def open(self) -> None:
        if not self._plugged:
            raise DeviceLostError(self._device, "unplugged")
        self._open = True
        self._events.begin()
        if self._was_lost:
            self._was_lost = False
            self._events.put(SecurityEvent(SecurityKind.SENSORS_BACK, self._device))
        for which in SensorInput:
            self._tell(which)

    def events(self) -> AsyncGenerator[SecurityEvent, None]:
        return self._events.events()

    async def status(self) -> SensorsStatus:
        if not self._open:
            raise DeviceLostError(self._device, "not open")
        return SensorsStatus(Health.NORMAL, inputs=dict(self._stands))

    async def close(self) -> None:
        self._open = False
        self._events.end()

    def turn(self, which: SensorInput, *, active: bool) -> None:
        """Open the door, tilt the kiosk, cut the power; or the other way."""
        self._stands[which] = active
        if self._open:
            self._tell(which)

    def unplug(self) -> None:
        """Pull the cable: `events` and `open` raise DeviceLostError until `plug`."""
        if self._open:
            self._was_lost = True
            self._events.put(SecurityEvent(SecurityKind.SENSORS_LOST, self._device))
        self._plugged = self._open = False
        self._events.end(DeviceLostError(self._device, "unplugged"))

    def plug(self) -> None:
        """Plug the cable in again; the owner must `open` anew."""
        self._plugged = True

    def _tell(self, which: SensorInput) -> None:
        active = self._stands[which]
        if self._told[which] != active:
            self._told[which] = active
            self._events.put(SecurityEvent(KINDS[which, active], self._device))
