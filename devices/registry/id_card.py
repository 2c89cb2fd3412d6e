"""Identity-card readers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from devices import registry
from devices.errors import DeviceConfigError
from devices.registry.kinds import Entry, Group, Kind, StandIn
from devices.registry.wires import LINE, wire

if TYPE_CHECKING:
    from collections.abc import Mapping

    from devices.ports.id_card import IdCardReader, PhotoDecoder
    from devices.ports.transport import Transport
    from devices.registry.kinds import Settings


BAUDS = (115200, 9600, 57600, 38400, 19200)  # bits per second, in the order in which readers are met
OPTIONS: dict[str, type] = {
    "poll_s": float,
    "left_behind_s": float,
    "find_baud": bool,
    "newest_address": bool,
    "print_lengths": bool,
    "photo_library": str,
    "photo_function": str,
}


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
    from devices.id_card.reading import Wishes

    usual, wishes = Timing(), Wishes()
    return SdtCardReader(
        wire(device, settings),
        device=device,
        timing=Timing(
            poll_s=float(settings.get("poll_s", usual.poll_s)),
            left_behind_s=float(settings.get("left_behind_s", usual.left_behind_s)),
        ),
        wishes=Wishes(
            newest_address=settings.get("newest_address", wishes.newest_address),
            print_lengths=settings.get("print_lengths", wishes.print_lengths),
        ),
        photos=_photos(device, settings),
        rates=_rates(device, settings),
    )


def _photos(device: str, settings: Settings) -> PhotoDecoder | None:
    """The vendor's library that the settings name. Raises DeviceConfigError when it is not there."""
    from devices.id_card.photo import LibraryPhotos

    library = settings.get("photo_library", "")
    if not library:
        return None
    if not Path(library).is_file():
        raise DeviceConfigError(device, f"photo_library: no file {library!r}")
    return LibraryPhotos(library, function=settings.get("photo_function", "unpack"), device=device)


def _rates(device: str, settings: Settings) -> dict[int, Transport]:
    """The other rates of a serial line, when they are to be tried."""
    if not settings.get("find_baud"):
        return {}
    address = settings["address"]
    if not address.startswith(("/", "serial:")) or "baud=" in address:
        raise DeviceConfigError(device, "find_baud needs a serial line whose address names no baud")
    at_first = settings.get("baud", BAUDS[0])
    return {baud: wire(device, settings | {"baud": baud}) for baud in BAUDS if baud != at_first}


def _simulated(device: str, _settings: Settings) -> IdCardReader:
    from devices.id_card.simulator import SimulatedCardReader

    return SimulatedCardReader(device=device)


def _stand_in() -> StandIn:
    from devices.id_card.console import WORDS, obey
    from devices.id_card.emulator import IdCardReaderEmulator
    from devices.transports.tcp_line import TcpLine

    def make(options: Mapping[str, Any]) -> IdCardReaderEmulator:
        line = None if options["port"] is None else TcpLine(options["port"])
        return IdCardReaderEmulator(line=line, link=options["link"], baud=options["baud"])

    return StandIn(make, obey, WORDS, frozenset({"link", "baud", "port"}))


KIND = Kind(
    "id_card",
    "身份证阅读器",
    Group.VERIFICATION,
    {
        "sdt": Entry(_sdt, LINE | OPTIONS, "SDT readers (GA 450, GA 467) on a serial line, TCP or USB"),
        "simulator": Entry(_simulated, {}, "no box: played by a script", wired=False, simulated=True),
    },
    usual="sdt",
    stand_in=_stand_in,
    stream="events",
)
