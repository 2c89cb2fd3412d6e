"""Pretends to be a sensor box at the far end of a pty, so that the real driver runs against real bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.sensors.codec import CHANGED, encode_changed, encode_state
from devices.transports.box_stand_in import BoxStandIn
from devices.values.sensors import SensorInput

if TYPE_CHECKING:
    from pathlib import Path


class SensorsEmulator(BoxStandIn):
    """A door to open, a kiosk to tilt, a plug to pull: `turn`. `stands` is how the inputs are."""

    def __init__(self, *, link: str | Path | None = None, late_s: float = 0.2) -> None:
        super().__init__(name="sensors", link=link, late_s=late_s)
        self.stands = dict.fromkeys(SensorInput, False)

    async def turn(self, which: SensorInput, *, active: bool, age_s: float = 0.0) -> None:
        """Something changes, now or `age_s` seconds ago; nothing is said when it stands like that already."""
        if self.stands[which] != active:
            self.stands[which] = active
            await self.say(CHANGED, encode_changed(which, active=active, age_s=age_s))

    def state(self) -> bytes:
        return encode_state(self.stands)
