"""Stands in for having no lamp: the same port; what it shows can be looked at. Knows no wire."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.errors import DeviceLostError
from devices.values.completion import DONE, Completion, End
from devices.values.health import Health
from devices.values.indicator import IndicatorCapabilities, IndicatorStatus, Light
from devices.values.lamp import Lamp

if TYPE_CHECKING:
    from collections.abc import Sequence


class SimulatedIndicator:
    """`Indicator` that is played by `unplug` and `plug`; `light` is what it shows, `lights` what it showed."""

    def __init__(self, *, device: str = "indicator") -> None:
        self._device = device
        self._plugged, self._open = True, False
        self._lights: list[Light] = []
        self.capabilities = IndicatorCapabilities()

    @property
    def light(self) -> Light:
        """What it shows."""
        return self._lights[-1] if self._lights else Light()

    @property
    def lights(self) -> Sequence[Light]:
        """All that it was told to show, in order."""
        return self._lights

    async def open(self) -> None:
        if not self._plugged:
            raise DeviceLostError(self._device, "unplugged")
        self._open = True

    async def show(self, light: Light) -> Completion:
        if not self._open:
            return Completion(End.UNKNOWN, DeviceLostError.code)
        self._lights.append(light)
        return DONE

    async def status(self) -> IndicatorStatus:
        if not self._open:
            raise DeviceLostError(self._device, "not open")
        return IndicatorStatus(Health.NORMAL, lamp=Lamp.OK, light=self.light)

    async def close(self) -> None:
        self._open = False

    def unplug(self) -> None:
        """Pull the cable: `open` raises DeviceLostError until `plug`."""
        self._plugged = self._open = False

    def plug(self) -> None:
        """Plug the cable in again; the owner must `open` anew."""
        self._plugged = True
