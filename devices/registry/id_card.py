"""Identity-card readers."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from devices import registry
from devices.registry.kinds import Entry, Group, Kind, StandIn
from devices.registry.wires import LINE, wire

if TYPE_CHECKING:
    from collections.abc import Mapping

    from devices.ports.id_card import IdCardReader
    from devices.ports.transport import Transport
    from devices.registry.kinds import Settings


def id_card_reader(settings: Mapping[str, object], *, device: str = "id_card") -> IdCardReader:
    """The card reader that the settings ask for, not opened. Raises DeviceConfigError."""
    return cast("IdCardReader", registry.build("id_card", settings, device))


def card_reader_on(wire: Transport, *, device: str = "id_card") -> IdCardReader:
    """The SDT reader on a wire that was made elsewhere (one that is recorded)."""
    from devices.id_card.driver import SdtCardReader

    return SdtCardReader(wire, device=device)


def _sdt(device: str, settings: Settings) -> IdCardReader:
    from devices.id_card.driver import SdtCardReader
    from devices.id_card.exchange import Timing

    timing = Timing(poll_s=float(settings.get("poll_s", Timing().poll_s)))
    return SdtCardReader(wire(device, settings), device=device, timing=timing)


def _simulated(device: str, _settings: Settings) -> IdCardReader:
    from devices.id_card.simulator import SimulatedCardReader

    return SimulatedCardReader(device=device)


def _stand_in() -> StandIn:
    from devices.id_card.console import WORDS, obey
    from devices.id_card.emulator import IdCardReaderEmulator

    return StandIn(
        lambda options: IdCardReaderEmulator(link=options["link"], baud=options["baud"]),
        obey,
        WORDS,
        frozenset({"link", "baud"}),
    )


KIND = Kind(
    "id_card",
    "身份证阅读器",
    Group.VERIFICATION,
    {
        "sdt": Entry(_sdt, LINE | {"poll_s": float}, "SDT readers (GA 450, GA 467) on a serial line or TCP"),
        "simulator": Entry(_simulated, {}, "no box: played by a script", wired=False, simulated=True),
    },
    usual="sdt",
    stand_in=_stand_in,
    stream="events",
)
