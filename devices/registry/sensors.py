"""Sensors: door, tilt, power."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from devices import registry
from devices.registry.box_wires import box_wire
from devices.registry.kinds import Entry, Group, Kind, StandIn
from devices.registry.wires import LINE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from devices.ports.sensors import SecurityEvents, Sensors
    from devices.registry.kinds import Settings


def sensors(settings: Mapping[str, object], *, device: str = "sensors") -> Sensors:
    """The sensors that the settings ask for, not opened. Raises DeviceConfigError."""
    return cast("Sensors", registry.build("sensors", settings, device))


def security_events(path: Path) -> SecurityEvents:
    """Where security events go on this machine: a file of JSON lines."""
    from devices.sensors.sink import JsonLinesSink

    return JsonLinesSink(path)


def _serial(device: str, settings: Settings) -> Sensors:
    from devices.sensors.driver import SerialSensors

    return SerialSensors(box_wire(device, settings), device=device)


def _simulated(device: str, _settings: Settings) -> Sensors:
    from devices.sensors.simulator import SimulatedSensors

    return SimulatedSensors(device=device)


def _stand_in() -> StandIn:
    from devices.sensors.console import WORDS, obey
    from devices.sensors.emulator import SensorsEmulator

    return StandIn(lambda options: SensorsEmulator(link=options["link"]), obey, WORDS)


KIND = Kind(
    "sensors",
    "门禁与安防传感器",
    Group.SECURITY,
    {
        "serial": Entry(_serial, LINE, "door, tilt and power of a kiosk on a serial line"),
        "simulator": Entry(_simulated, {}, "no box: moved by a script", wired=False, simulated=True),
    },
    usual="serial",
    stand_in=_stand_in,
    stream="events",
)
