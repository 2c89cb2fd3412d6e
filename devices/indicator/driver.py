"""Lights a signal lamp on a serial line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.errors import DeviceError, DeviceRefusedError
from devices.indicator.codec import LIGHT, decode_state, encode_light
from devices.transports.box_frames import EventVerdict
from devices.transports.box_talk import USUAL, BoxTalk, BoxTiming
from devices.values.completion import DONE, Completion, End, refused
from devices.values.health import Health
from devices.values.indicator import IndicatorCapabilities, IndicatorStatus, Lamp

if TYPE_CHECKING:
    from devices.ports.transport import Transport
    from devices.values.indicator import Light

_HEALTH = {Lamp.FADING: (Health.WARNING, "lamp_fading"), Lamp.INOP: (Health.FAULT, "lamp_inop")}


class SerialIndicator:
    """`Indicator` over any transport."""

    def __init__(self, wire: Transport, *, device: str = "indicator", timing: BoxTiming = USUAL) -> None:
        self._talk = BoxTalk(wire, device, self, timing)
        self.capabilities = IndicatorCapabilities()

    async def open(self) -> None:
        await self._talk.open()

    async def show(self, light: Light) -> Completion:
        try:
            await self._talk.ask(LIGHT, encode_light(light))
        except DeviceRefusedError as error:
            return refused(error.code)
        except DeviceError as error:
            return Completion(End.UNKNOWN, error.code)
        return DONE

    async def status(self) -> IndicatorStatus:
        reason, said = await self._talk.look()
        lamp, light = decode_state(said)
        health, why = _HEALTH.get(lamp, (Health.NORMAL, ""))
        return IndicatorStatus(Health.FAULT if reason else health, reason or why, lamp, light)

    async def close(self) -> None:
        await self._talk.close()

    def on_event(self, word: int, arguments: bytes) -> EventVerdict:
        """A lamp has nothing to say by itself."""
        del word, arguments
        return EventVerdict.NOT_UNDERSTOOD

    def on_lost(self, error: DeviceError) -> None:
        """The line is gone; whoever asks next hears of it."""
