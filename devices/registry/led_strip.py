"""LED strips: the line above a counter."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from devices import registry
from devices.registry.box_wires import box_wire
from devices.registry.kinds import Entry, Group, Kind, StandIn
from devices.registry.wires import LINE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from devices.ports.led_strip import LedStrip
    from devices.registry.kinds import Settings


def led_strip(settings: Mapping[str, object], *, device: str = "led_strip") -> LedStrip:
    """The LED strip that the settings ask for, not opened. Raises DeviceConfigError."""
    return cast("LedStrip", registry.build("led_strip", settings, device))


def _serial(device: str, settings: Settings) -> LedStrip:
    from devices.led_strip.driver import COLUMNS, SerialLedStrip

    return SerialLedStrip(box_wire(device, settings), device=device, columns=settings.get("columns", COLUMNS))


def _simulated(device: str, _settings: Settings) -> LedStrip:
    from devices.led_strip.simulator import SimulatedLedStrip

    return SimulatedLedStrip(device=device)


def _stand_in() -> StandIn:
    from devices.led_strip.console import WORDS, obey
    from devices.led_strip.emulator import LedStripEmulator

    return StandIn(lambda options: LedStripEmulator(link=options["link"]), obey, WORDS)


KIND = Kind(
    "led_strip",
    "窗口条屏",
    Group.DISPLAY,
    {
        "serial": Entry(_serial, LINE | {"columns": int}, "a strip with GB2312 characters on a serial line"),
        "simulator": Entry(_simulated, {}, "no box: what it shows can be looked at", wired=False, simulated=True),
    },
    usual="serial",
    stand_in=_stand_in,
)
