"""Stands in for having no strip: the same port; what it shows can be looked at. Knows no wire."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.errors import DeviceLostError
from devices.led_strip.codec import LONGEST_BYTES, decode_show, encode_show
from devices.values.completion import DONE, Completion, End
from devices.values.health import Health
from devices.values.lamp import Lamp
from devices.values.led_strip import ShowResult, StripCapabilities, StripStatus

if TYPE_CHECKING:
    from devices.values.led_strip import StripText


class SimulatedLedStrip:
    """`LedStrip` that is played by `unplug` and `plug`; `showing` is what stands on it, as it stands there."""

    def __init__(self, *, device: str = "led_strip", columns: int = 16) -> None:
        self._device = device
        self._plugged, self._open = True, False
        self.showing: StripText | None = None
        self.capabilities = StripCapabilities(columns, LONGEST_BYTES)

    async def open(self) -> None:
        if not self._plugged:
            raise DeviceLostError(self._device, "unplugged")
        self._open = True

    async def show(self, text: StripText) -> ShowResult:
        try:
            arguments, replaced = encode_show(text, columns=self.capabilities.columns)
        except ValueError as error:
            return ShowResult(End.REFUSED, str(error))
        if not self._open:
            return ShowResult(End.UNKNOWN, DeviceLostError.code, replaced)
        self.showing = decode_show(arguments)
        return ShowResult(End.DONE, replaced=replaced)

    async def clear(self) -> Completion:
        if not self._open:
            return Completion(End.UNKNOWN, DeviceLostError.code)
        self.showing = None
        return DONE

    async def status(self) -> StripStatus:
        if not self._open:
            raise DeviceLostError(self._device, "not open")
        return StripStatus(Health.NORMAL, lamp=Lamp.OK, showing=self.showing is not None)

    async def close(self) -> None:
        self._open = False

    def unplug(self) -> None:
        """Pull the cable: `open` raises DeviceLostError until `plug`."""
        self._plugged = self._open = False

    def plug(self) -> None:
        """Plug the cable in again; the owner must `open` anew."""
        self._plugged = True
