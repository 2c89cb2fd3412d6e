"""Listens to a sensor box on a serial line. A change is told once, also one that happened while the cable was out."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from devices.errors import DeviceError
from devices.sensors.codec import CHANGED, decode_changed, decode_state
from devices.transports.box_frames import EventVerdict
from devices.transports.box_talk import USUAL, BoxTalk, BoxTiming
from devices.transports.event_stream import EventStream
from devices.values.health import Health
from devices.values.sensors import KINDS, SecurityEvent, SecurityKind, SensorInput, SensorsCapabilities, SensorsStatus

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from devices.ports.transport import Transport

LOG = logging.getLogger("kapok.device.sensors")


class SerialSensors:
    """`Sensors` over any transport. That the box itself is lost, and is back, are events too: a cable can be cut."""

    def __init__(self, wire: Transport, *, device: str = "sensors", timing: BoxTiming = USUAL) -> None:
        self._device = device
        self._talk = BoxTalk(wire, device, self, timing)
        self._events: EventStream[SecurityEvent] = EventStream()
        self._known: dict[SensorInput, bool] = {}
        self._life = b""  # the life of the box whose inputs are known
        self._was_lost = False
        self.capabilities = SensorsCapabilities()

    async def open(self) -> None:
        await self._talk.open()
        self._events.begin()
        try:
            stands = decode_state(await self._talk.status())
        except DeviceError:
            await self._talk.close()
            raise
        if self._was_lost:
            self._was_lost = False
            self._events.put(SecurityEvent(SecurityKind.SENSORS_BACK, self._device))
        if self._talk.life != self._life:  # a box that is met first, or forgot what it had to tell
            self._life = self._talk.life
            for which, active in stands.items():
                self._tell(which, active=active)

    def events(self) -> AsyncGenerator[SecurityEvent, None]:
        return self._events.events()

    async def status(self) -> SensorsStatus:
        reason, said = await self._talk.look()
        return SensorsStatus(Health.FAULT if reason else Health.NORMAL, reason, decode_state(said))

    async def close(self) -> None:
        await self._talk.close()
        self._events.end()

    def on_event(self, word: int, arguments: bytes) -> EventVerdict:
        """A change, as the box tells it."""
        said = decode_changed(arguments) if word == CHANGED else None
        if said is None:
            LOG.warning("%s: an event that is no change", self._device)
            return EventVerdict.NOT_UNDERSTOOD
        which, active, age_s = said
        self._tell(which, active=active, age_s=age_s)
        return EventVerdict.TAKEN

    def on_lost(self, error: DeviceError) -> None:
        """The line or the box is gone, which may be meant."""
        if not self._was_lost:
            self._was_lost = True
            self._events.put(SecurityEvent(SecurityKind.SENSORS_LOST, self._device))
        self._events.end(error)

    def _tell(self, which: SensorInput, *, active: bool, age_s: float = 0.0) -> None:
        """An input stands like this; told if that is news. One that was never seen is expected not to be active."""
        if self._known.get(which, False) == active:
            self._known[which] = active
            return
        self._known[which] = active
        if not self._events.put(SecurityEvent(KINDS[which, active], self._device, age_s)):
            LOG.error("%s: %s is not told: too many events wait", self._device, KINDS[which, active])
