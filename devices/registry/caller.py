"""Callers: what a clerk calls with."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from devices import registry
from devices.registry.box_wires import box_wire
from devices.registry.kinds import Entry, Group, Kind, StandIn
from devices.registry.wires import LINE, keys

if TYPE_CHECKING:
    from collections.abc import Mapping

    from devices.ports.caller import Caller
    from devices.registry.kinds import Settings


def caller(settings: Mapping[str, object], *, device: str = "caller") -> Caller:
    """The caller that the settings ask for, not opened. Raises DeviceConfigError."""
    return cast("Caller", registry.build("caller", settings, device))


def _serial(device: str, settings: Settings) -> Caller:
    from devices.caller.driver import STALE_S, SerialCaller

    return SerialCaller(box_wire(device, settings), device=device, stale_s=float(settings.get("stale_s", STALE_S)))


def _keypad(device: str, settings: Settings) -> Caller:
    from devices.caller.codec import BOUNCE_S
    from devices.caller.keypad import KeypadCaller

    return KeypadCaller(keys(device, settings), device=device, bounce_s=float(settings.get("bounce_s", BOUNCE_S)))


def _simulated(device: str, _settings: Settings) -> Caller:
    from devices.caller.simulator import SimulatedCaller

    return SimulatedCaller(device=device)


def _stand_in() -> StandIn:
    from devices.caller.console import WORDS, obey
    from devices.caller.emulator import CallerEmulator

    return StandIn(lambda options: CallerEmulator(link=options["link"]), obey, WORDS)


KIND = Kind(
    "caller",
    "叫号器",
    Group.TICKETS,
    {
        "keypad": Entry(
            _keypad, {"bounce_s": float}, "a USB numeric key pad, by its path under /dev/input/by-id", only_sends=True
        ),
        "serial": Entry(_serial, LINE | {"stale_s": float}, "a caller box with keys and a display on a serial line"),
        "simulator": Entry(_simulated, {}, "no box: pressed by a script", wired=False, simulated=True),
    },
    usual="serial",
    stand_in=_stand_in,
    stream="presses",
)
