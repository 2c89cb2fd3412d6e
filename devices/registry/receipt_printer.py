"""Receipt printers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from devices import registry
from devices.errors import DeviceConfigError
from devices.registry.kinds import Entry, Group, Kind, StandIn
from devices.registry.wires import LINE, wire

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping
    from enum import StrEnum

    from devices.ports.receipt_printer import ReceiptPrinter
    from devices.registry.kinds import Settings

HEAD_DOTS = {80: 576, 58: 384}  # what paper widths in mm leave to the print head
_PAPER: dict[str, type] = {
    "model": str,  # of the capability database; what else is given wins over it
    "width_dots": int,
    "dots_per_mm": float,
    "letters": str,
    "native_qr": bool,
    "has_asb": bool,
    "has_cutter": bool,
    "acknowledges": str,
    "fast": bool,
    "roll_m": float,
}


def receipt_printer(
    settings: Mapping[str, object],
    *,
    device: str = "receipt_printer",
    roll: MutableMapping[str, float] | None = None,
) -> ReceiptPrinter:
    """The receipt printer that the settings ask for, not opened; `roll` is where it keeps what it knows of its paper.

    Raises DeviceConfigError.
    """
    printer = cast("ReceiptPrinter", registry.build("receipt_printer", settings, device))
    if roll is not None:
        printer.keep_roll_in(roll)
    return printer


def _escpos(device: str, settings: Settings) -> ReceiptPrinter:
    from devices.receipt_printer.driver import ReceiptPrinterDriver
    from devices.receipt_printer.profiles import profile_of
    from devices.values.receipt_printer import Acknowledge, Letters, PaperProfile

    choices: dict[str, type[StrEnum]] = {"acknowledges": Acknowledge, "letters": Letters}
    for key, choice in choices.items():
        if key in settings and settings[key] not in set(choice):
            raise DeviceConfigError(device, f"setting {key!r} is none of: {', '.join(choice)}")
    width_mm = settings.get("width_mm", 80)
    if width_mm not in HEAD_DOTS:
        raise DeviceConfigError(device, f"setting 'width_mm' is {width_mm}, expected one of {sorted(HEAD_DOTS)}")
    profile = PaperProfile(width_dots=HEAD_DOTS[width_mm])
    if "model" in settings:
        profile = profile_of(settings["model"], profile)
    given = {key: settings[key] for key in _PAPER if key in settings and key != "model"}
    if settings["address"].startswith("file:"):
        given.setdefault("acknowledges", Acknowledge.BLIND)  # one that answers all the same is told by the settings
    given |= {key: choice(given[key]) for key, choice in choices.items() if key in given}
    return ReceiptPrinterDriver(wire(device, settings), replace(profile, **given), device=device)


def _simulated(_device: str, _settings: Settings) -> ReceiptPrinter:
    from devices.receipt_printer.simulator import SimulatedReceiptPrinter

    return SimulatedReceiptPrinter()


def _stand_in() -> StandIn:
    from devices.receipt_printer.console import WORDS, obey
    from devices.receipt_printer.emulator import ReceiptPrinterEmulator

    names = frozenset({"port", "link", "folder", "mm_per_s"})
    return StandIn(
        lambda options: ReceiptPrinterEmulator(**{name: options[name] for name in names}), obey, WORDS, names
    )


KIND = Kind(
    "receipt_printer",
    "凭条打印机",
    Group.TICKETS,
    {
        "escpos": Entry(_escpos, LINE | _PAPER, "ESC/POS receipt printers on a serial line, TCP, USB or a device node"),
        "simulator": Entry(_simulated, {}, "no box: slips as pictures", wired=False, simulated=True),
    },
    usual="escpos",
    stand_in=_stand_in,
)
