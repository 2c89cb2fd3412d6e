"""A4 printers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from devices import registry
from devices.registry.kinds import Entry, Group, Kind, StandIn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from devices.ports.page_printer import PagePrinter
    from devices.registry.kinds import Settings

_WISHES: dict[str, type] = {
    "copies": int,  # at most, of one job
    "max_bytes": int,
    "duplex": bool,
    "tray": str,
    "station": str,
    "device_address": str,
    "fingerprint": str,
    "trust_queue": bool,
}
_TIMES: dict[str, type] = {
    "timeout_s": float,  # without another sheet
    "attention_s": float,  # for somebody to bring paper
    "silence_s": float,  # of a printer that does not answer
}


def page_printer(settings: Mapping[str, object], *, device: str = "page_printer") -> PagePrinter:
    """The A4 printer that the settings ask for, not opened. Raises DeviceConfigError."""
    return cast("PagePrinter", registry.build("page_printer", settings, device))


def _ipp(device: str, settings: Settings) -> PagePrinter:
    from devices.page_printer.driver import IppPagePrinter, Patience, Wishes

    names = {"copies": "max_copies", "timeout_s": "progress_s"}
    wishes = {names.get(key, key): settings[key] for key in _WISHES if key in settings}
    times = {names.get(key, key): float(settings[key]) for key in _TIMES if key in settings}
    patience = replace(Patience(), **times)
    return IppPagePrinter(settings["address"], Wishes(**wishes), patience=patience, device=device)


def _simulated(device: str, _settings: Settings) -> PagePrinter:
    from devices.page_printer.simulator import SimulatedPagePrinter

    return SimulatedPagePrinter(device=device)


def _stand_in() -> StandIn:
    from devices.page_printer.console import WORDS, obey
    from devices.page_printer.emulator import PagePrinterEmulator

    names = frozenset({"port", "folder"})
    return StandIn(
        lambda options: PagePrinterEmulator(port=options["port"] or 0, folder=options["folder"], sheet_s=2.0),
        obey,
        WORDS,
        names,
    )


KIND = Kind(
    "page_printer",
    "A4打印机",
    Group.CAPTURE,
    {
        "ipp": Entry(_ipp, _WISHES | _TIMES, "A4 printers over IPP: on the network, or a queue of the local CUPS"),
        "simulator": Entry(_simulated, {}, "no box: jobs are kept", wired=False, simulated=True),
    },
    usual="ipp",
    stand_in=_stand_in,
)
