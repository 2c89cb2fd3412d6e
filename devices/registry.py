"""The composition table: kind + driver name -> a box, from settings. The only production file that names drivers.

Settings are plain mappings such as {"driver": "sdt", "address": "serial:///dev/ttyUSB0?baud=115200"}.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from devices.errors import DeviceConfigError
from devices.transports import open_transport

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from devices.ports import CodeScanner, IdCardReader, ReceiptPrinter, Transport

Settings = dict[str, Any]
SHARED_KEYS = {"driver", "address", "width_mm"}  # one shape of table serves all kinds in a kiosk's file
HEAD_DOTS = {80: 576, 58: 384}  # what paper widths in mm leave to the print head


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the table: how a box is made, what else its settings may hold, and what it is for."""

    make: Callable[[str, Settings], object]
    keys: Mapping[str, type]  # beside SHARED_KEYS
    about: str
    wired: bool = True  # needs an address


def id_card_reader(settings: Mapping[str, object], *, device: str = "id_card") -> IdCardReader:
    """The card reader that the settings ask for, not opened. Raises DeviceConfigError."""
    return cast("IdCardReader", _build("id_card", settings, device))


def code_scanner(settings: Mapping[str, object], *, device: str = "code_scanner") -> CodeScanner:
    """The code scanner that the settings ask for, not opened. Raises DeviceConfigError."""
    return cast("CodeScanner", _build("code_scanner", settings, device))


def receipt_printer(settings: Mapping[str, object], *, device: str = "receipt_printer") -> ReceiptPrinter:
    """The receipt printer that the settings ask for, not opened. Raises DeviceConfigError."""
    return cast("ReceiptPrinter", _build("receipt_printer", settings, device))


def known() -> list[tuple[str, str, Entry]]:
    """The whole table: (kind, driver, entry)."""
    return [(kind, driver, entry) for (kind, driver), entry in TABLE.items()]


def card_reader_on(wire: Transport, *, device: str = "id_card") -> IdCardReader:
    """The SDT reader on a wire that was made elsewhere (one that is recorded)."""
    from devices.id_card.driver import SdtCardReader

    return SdtCardReader(wire, device=device)


def code_scanner_on(wire: Transport, *, device: str = "code_scanner") -> CodeScanner:
    """The serial scanner on a wire that was made elsewhere (one that is recorded)."""
    from devices.code_scanner.driver import SerialCodeScanner

    return SerialCodeScanner(wire, device=device)


def _build(kind: str, settings: Mapping[str, object], device: str) -> object:
    driver = settings.get("driver")
    entry = TABLE.get((kind, str(driver)))
    if entry is None:
        drivers = ", ".join(sorted(name for of, name in TABLE if of == kind))
        raise DeviceConfigError(device, f"driver {driver!r} is not known for {kind}; known are: {drivers}")
    for key, value in settings.items():
        _check(entry, key, value, device)
    if entry.wired and not settings.get("address"):
        raise DeviceConfigError(device, f"driver {driver!r} needs an address")
    return entry.make(device, dict(settings))


def _check(entry: Entry, key: str, value: object, device: str) -> None:
    expected = entry.keys.get(key, int if key == "width_mm" else str)
    if key not in SHARED_KEYS | set(entry.keys):
        keys = ", ".join(sorted(SHARED_KEYS | set(entry.keys)))
        raise DeviceConfigError(device, f"setting {key!r} is not known; known are: {keys}")
    fits = isinstance(value, int | float) if expected is float else isinstance(value, expected)
    if not fits or (isinstance(value, bool) and expected is not bool):
        raise DeviceConfigError(device, f"setting {key!r} is {value!r}, expected {expected.__name__}")
    if isinstance(value, int | float) and expected is not bool and not value > 0:
        raise DeviceConfigError(device, f"setting {key!r} is {value!r}, expected more than 0")


def _wire(device: str, settings: Settings) -> Transport:
    options = {key: settings[key] for key in ("baud", "rtscts") if key in settings}
    return open_transport(settings["address"], device=device, **options)


def _sdt(device: str, settings: Settings) -> object:
    from devices.id_card.driver import SdtCardReader
    from devices.id_card.exchange import Timing

    return SdtCardReader(
        _wire(device, settings), device=device, timing=Timing(poll_s=float(settings.get("poll_s", Timing().poll_s)))
    )


def _simulated_reader(device: str, _settings: Settings) -> object:
    from devices.id_card.simulator import SimulatedCardReader

    return SimulatedCardReader(device=device)


def _serial_scanner(device: str, settings: Settings) -> object:
    from devices.code_scanner.driver import IDLE_GAP_S, SerialCodeScanner

    gap_s = float(settings.get("idle_gap_s", IDLE_GAP_S))
    return SerialCodeScanner(_wire(device, settings), device=device, idle_gap_s=gap_s)


def _simulated_scanner(device: str, _settings: Settings) -> object:
    from devices.code_scanner.simulator import SimulatedCodeScanner

    return SimulatedCodeScanner(device=device)


def _escpos(device: str, settings: Settings) -> object:
    from devices.receipt_printer.driver import ReceiptPrinterDriver
    from devices.receipt_printer.profiles import profile_of
    from devices.values import Acknowledge, PaperProfile

    if settings.get("acknowledges", Acknowledge.AUTO) not in set(Acknowledge):
        raise DeviceConfigError(device, f"setting 'acknowledges' is none of: {', '.join(Acknowledge)}")
    width_mm = settings.get("width_mm", 80)
    if width_mm not in HEAD_DOTS:
        raise DeviceConfigError(device, f"setting 'width_mm' is {width_mm}, expected one of {sorted(HEAD_DOTS)}")
    profile = PaperProfile(width_dots=HEAD_DOTS[width_mm])
    if "model" in settings:
        profile = profile_of(settings["model"], profile)
    given = {key: settings[key] for key in _PAPER if key in settings and key != "model"}
    if "acknowledges" in given:
        given["acknowledges"] = Acknowledge(given["acknowledges"])
    profile = replace(profile, **given)
    return ReceiptPrinterDriver(_wire(device, settings), profile, device=device)


def _simulated_printer(_device: str, _settings: Settings) -> object:
    from devices.receipt_printer.simulator import SimulatedReceiptPrinter

    return SimulatedReceiptPrinter()


_LINE: dict[str, type] = {"baud": int, "rtscts": bool}
_PAPER: dict[str, type] = {
    "model": str,  # of the capability database; what else is given wins over it
    "width_dots": int,
    "dots_per_mm": float,
    "gbk_text": bool,
    "native_qr": bool,
    "has_asb": bool,
    "has_cutter": bool,
    "acknowledges": str,
    "fast": bool,
}

TABLE: dict[tuple[str, str], Entry] = {
    ("id_card", "sdt"): Entry(_sdt, _LINE | {"poll_s": float}, "SDT readers (GA 450, GA 467) on a serial line or TCP"),
    ("id_card", "simulator"): Entry(_simulated_reader, {}, "no box: played by a script", wired=False),
    ("code_scanner", "serial"): Entry(
        _serial_scanner, _LINE | {"idle_gap_s": float}, "scanners that send codes as lines"
    ),
    ("code_scanner", "simulator"): Entry(_simulated_scanner, {}, "no box: played by a script", wired=False),
    ("receipt_printer", "escpos"): Entry(_escpos, _LINE | _PAPER, "ESC/POS receipt printers on a serial line or TCP"),
    ("receipt_printer", "simulator"): Entry(_simulated_printer, {}, "no box: slips as pictures", wired=False),
}
