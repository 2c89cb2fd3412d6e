"""Rating pads: what a visitor rates on."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from devices import registry
from devices.registry.box_wires import box_wire
from devices.registry.kinds import Entry, Group, Kind, StandIn
from devices.registry.wires import LINE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from devices.ports.rating_pad import RatingPad
    from devices.registry.kinds import Settings


def rating_pad(settings: Mapping[str, object], *, device: str = "rating_pad") -> RatingPad:
    """The rating pad that the settings ask for, not opened. Raises DeviceConfigError."""
    return cast("RatingPad", registry.build("rating_pad", settings, device))


def _serial(device: str, settings: Settings) -> RatingPad:
    from devices.rating_pad.driver import SerialRatingPad

    return SerialRatingPad(box_wire(device, settings), device=device)


def _simulated(device: str, _settings: Settings) -> RatingPad:
    from devices.rating_pad.simulator import SimulatedRatingPad

    return SimulatedRatingPad(device=device)


def _stand_in() -> StandIn:
    from devices.rating_pad.console import WORDS, obey
    from devices.rating_pad.emulator import RatingPadEmulator

    return StandIn(lambda options: RatingPadEmulator(link=options["link"]), obey, WORDS)


KIND = Kind(
    "rating_pad",
    "评价器",
    Group.CAPTURE,
    {
        "serial": Entry(_serial, LINE, "a pad with five keys on a serial line"),
        "simulator": Entry(_simulated, {}, "no box: pressed by a script", wired=False, simulated=True),
    },
    usual="serial",
    stand_in=_stand_in,
)
