"""Access pads: six keys and a headphone socket."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from devices import registry
from devices.registry.kinds import Entry, Group, Kind, StandIn
from devices.registry.wires import through_hook, wire

if TYPE_CHECKING:
    from collections.abc import Mapping

    from devices.ports.access_pad import AccessPad
    from devices.registry.kinds import Settings


def access_pad(settings: Mapping[str, object], *, device: str = "access_pad") -> AccessPad:
    """The pad that the settings ask for, not opened. Raises DeviceConfigError."""
    return cast("AccessPad", registry.build("access_pad", settings, device))


def _evdev(device: str, settings: Settings) -> AccessPad:
    from devices.access_pad.driver import EvdevAccessPad
    from devices.transports.evdev import EvdevTransport

    if settings["address"].startswith("replay:"):
        return EvdevAccessPad(wire(device, settings), device=device)
    keys = EvdevTransport(settings["address"], device=device)
    return EvdevAccessPad(through_hook(keys), device=device, switch_is_on=keys.switch_is_on)


def _simulated(device: str, _settings: Settings) -> AccessPad:
    from devices.access_pad.simulator import SimulatedAccessPad

    return SimulatedAccessPad(device=device)


def _stand_in() -> StandIn:
    from devices.access_pad.console import WORDS, obey
    from devices.access_pad.emulator import AccessPadEmulator

    return StandIn(lambda options: AccessPadEmulator(link=options["link"]), obey, WORDS)


KIND = Kind(
    "access_pad",
    "无障碍按键与耳机孔",
    Group.CAPTURE,
    {
        "evdev": Entry(
            _evdev, {}, "a USB pad with a headphone socket, by its path under /dev/input/by-id", only_sends=True
        ),
        "simulator": Entry(_simulated, {}, "no box: pressed by a script", wired=False, simulated=True),
    },
    usual="evdev",
    stand_in=_stand_in,
    stream="events",
)
