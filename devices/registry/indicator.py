"""Indicator lamps."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from devices import registry
from devices.errors import DeviceConfigError
from devices.registry.box_wires import box_wire
from devices.registry.kinds import Entry, Group, Kind, StandIn
from devices.registry.wires import LINE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from devices.ports.indicator import Indicator
    from devices.registry.kinds import Settings


def indicator(settings: Mapping[str, object], *, device: str = "indicator") -> Indicator:
    """The lamp that the settings ask for, not opened. Raises DeviceConfigError."""
    return cast("Indicator", registry.build("indicator", settings, device))


def _serial(device: str, settings: Settings) -> Indicator:
    from devices.indicator.driver import SerialIndicator

    return SerialIndicator(box_wire(device, settings), device=device)


def _relay(device: str, settings: Settings) -> Indicator:
    from devices.indicator.relay import RelayIndicator
    from devices.values.indicator import Colour

    colours = [colour for colour in Colour if colour is not Colour.DARK]
    if settings.get("colour", Colour.AMBER) not in colours:
        raise DeviceConfigError(device, f"setting 'colour' is none of: {', '.join(colours)}")
    channel, colour = settings.get("channel", 1), Colour(settings.get("colour", Colour.AMBER))
    try:
        return RelayIndicator(box_wire(device, settings), device=device, channel=channel, colour=colour)
    except ValueError as error:
        raise DeviceConfigError(device, f"setting 'channel' is {channel}, expected {error}") from error


def _simulated(device: str, _settings: Settings) -> Indicator:
    from devices.indicator.simulator import SimulatedIndicator

    return SimulatedIndicator(device=device)


def _stand_in() -> StandIn:
    from devices.indicator.console import WORDS, obey
    from devices.indicator.emulator import IndicatorEmulator

    return StandIn(lambda options: IndicatorEmulator(link=options["link"]), obey, WORDS)


KIND = Kind(
    "indicator",
    "指示灯",
    Group.DISPLAY,
    {
        "serial": Entry(_serial, LINE, "a signal lamp with colours on a serial line"),
        "relay": Entry(
            _relay, LINE | {"channel": int, "colour": str}, "a lamp behind a USB relay board", only_sends=True
        ),
        "simulator": Entry(_simulated, {}, "no box: what it shows can be looked at", wired=False, simulated=True),
    },
    usual="serial",
    stand_in=_stand_in,
)
