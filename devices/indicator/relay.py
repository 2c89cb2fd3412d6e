"""A lamp of one colour behind one relay of a USB board, which takes orders and never says anything."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

from devices.errors import DeviceError, DeviceLostError
from devices.indicator.codec import encode_relay
from devices.values.completion import Completion, End, refused
from devices.values.health import Health
from devices.values.indicator import Colour, IndicatorCapabilities, IndicatorStatus, Pattern

if TYPE_CHECKING:
    from devices.ports.transport import Transport
    from devices.values.indicator import Light

LISTEN_S = 3600.0
CONFIRMS_NOTHING = "not_confirmed"


class RelayIndicator:
    """`Indicator` over any transport. `colour` is what the lamp behind it shines in; it does not flash: relays wear."""

    def __init__(
        self, wire: Transport, *, device: str = "indicator", channel: int = 1, colour: Colour = Colour.AMBER
    ) -> None:
        self._wire = wire
        self._device = device
        self._channel = channel
        encode_relay(channel, on=False)  # a channel that no board has is told now
        self._lost = "not open"
        self._listening: asyncio.Task[None] | None = None
        self.capabilities = IndicatorCapabilities(
            frozenset({Colour.DARK, colour}), frozenset({Pattern.STEADY}), confirms=False
        )

    async def open(self) -> None:
        await self.close()
        await self._wire.open()
        self._lost = ""
        self._listening = asyncio.create_task(self._listen())

    async def show(self, light: Light) -> Completion:
        if light.colour not in self.capabilities.colours or light.pattern not in self.capabilities.patterns:
            return refused("light_not_available")
        if self._lost:
            return Completion(End.UNKNOWN, DeviceLostError.code)
        try:
            await self._wire.write(encode_relay(self._channel, on=light.colour is not Colour.DARK))
        except DeviceError as error:
            self._lost = error.detail or error.code
            return Completion(End.UNKNOWN, error.code)
        return Completion(End.UNKNOWN, CONFIRMS_NOTHING)

    async def status(self) -> IndicatorStatus:
        if self._lost:
            raise DeviceLostError(self._device, self._lost)
        return IndicatorStatus(Health.NORMAL)

    async def close(self) -> None:
        self._lost = self._lost or "closed"
        if self._listening is not None:
            self._listening.cancel()
            await asyncio.gather(self._listening, return_exceptions=True)
            self._listening = None
        with contextlib.suppress(DeviceError):
            await self._wire.close()

    async def _listen(self) -> None:
        """The board says nothing; but that it was pulled out is heard."""
        try:
            while True:
                await self._wire.read_some(LISTEN_S)
        except DeviceError as error:
            self._lost = error.detail or error.code
