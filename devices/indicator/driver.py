"""Lights a signal lamp on a serial line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.indicator.codec import LIGHT, decode_state, encode_light
from devices.transports.box_talk import USUAL, BoxTalk, BoxTiming, NothingToSay
from devices.values.health import Health
from devices.values.indicator import IndicatorCapabilities, IndicatorStatus

if TYPE_CHECKING:
    from devices.ports.transport import Transport
    from devices.values.completion import Completion
    from devices.values.indicator import Light


class SerialIndicator:
    """`Indicator` over any transport."""

    def __init__(self, wire: Transport, *, device: str = "indicator", timing: BoxTiming = USUAL) -> None:
        self._talk = BoxTalk(wire, device, NothingToSay(), timing)
        self.capabilities = IndicatorCapabilities()

    async def open(self) -> None:
        await self._talk.open()

    async def show(self, light: Light) -> Completion:
        return await self._talk.order(LIGHT, encode_light(light))

    async def status(self) -> IndicatorStatus:
        reason, said = await self._talk.look()
        lamp, light = decode_state(said)
        health, why = lamp.trouble
        return IndicatorStatus(Health.FAULT if reason else health, reason or why, lamp, light)

    async def close(self) -> None:
        await self._talk.close()
