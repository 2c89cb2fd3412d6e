"""Document scanners: flatbeds and feeders behind SANE, and document cameras."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast
from urllib.parse import parse_qs

from devices import registry
from devices.registry.kinds import Entry, Group, Kind, StandIn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from devices.ports.camera import Camera
    from devices.ports.document_scanner import DocumentScanner, FieldReader
    from devices.registry.kinds import Settings

_ADDRESS = re.compile(r"(?:sane:)?(?P<name>.+?)(?:\?(?P<query>(?:config|program)=.*))?", re.DOTALL)


def document_scanner(settings: Mapping[str, object], *, device: str = "document_scanner") -> DocumentScanner:
    """The document scanner that the settings ask for, not opened. Raises DeviceConfigError."""
    return cast("DocumentScanner", registry.build("document_scanner", settings, device))


def document_scanner_apart(settings: Mapping[str, object], *, device: str = "document_scanner") -> DocumentScanner:
    """The same in a process of its own, for a process that shows a screen. Raises DeviceConfigError."""
    from devices.document_scanner.apart import ApartDocumentScanner

    registry.checked("document_scanner", settings, device)
    return ApartDocumentScanner("devices.registry.document_scanner_apart", settings, device=device)


def field_reader() -> FieldReader:
    """What reads form fields in pages, where a recogniser is installed; without, each reading says so."""
    from devices.document_scanner.reader import ProcessFieldReader

    return ProcessFieldReader()


def _sane(device: str, settings: Settings) -> DocumentScanner:
    from devices.document_scanner.driver import SaneDocumentScanner
    from devices.document_scanner.process import Patience

    name, config_folder, program = sane_address(settings["address"])
    patience = Patience(silence_s=float(settings.get("silence_s", Patience().silence_s)))
    return SaneDocumentScanner(name, program=program, config_folder=config_folder, patience=patience, device=device)


def sane_address(address: str) -> tuple[str, str, str]:
    """SANE's name of the scanner, its configuration folder (empty: the system's), the program.

    `sane:NAME?config=FOLDER&program=FILE`; all but the name may be left out. The name may hold any letter, for some
    back ends make names with question marks of their own.
    """
    found = _ADDRESS.fullmatch(address)
    name, query = (found["name"], parse_qs(found["query"] or "")) if found else (address, {})
    return name, query.get("config", [""])[0], query.get("program", ["scanimage"])[0]


def _camera(device: str, settings: Settings) -> DocumentScanner:
    from devices.document_scanner.camera import CameraDocumentScanner

    eye: Settings = {key: settings[key] for key in ("address", "width", "height") if key in settings}
    camera = cast("Camera", registry.build("camera", eye | {"driver": "capture"}, device))
    return CameraDocumentScanner(camera, device=device)


def _simulated(device: str, _settings: Settings) -> DocumentScanner:
    from devices.document_scanner.simulator import SimulatedDocumentScanner

    return SimulatedDocumentScanner(device=device)


def _stand_in() -> StandIn:
    from devices.document_scanner.console import WORDS, obey
    from devices.document_scanner.emulator import DocumentScannerEmulator

    return StandIn(lambda options: DocumentScannerEmulator(options["folder"]), obey, WORDS, frozenset({"folder"}))


KIND = Kind(
    "document_scanner",
    "材料扫描仪",
    Group.CAPTURE,
    {
        "sane": Entry(_sane, {"silence_s": float}, "flatbeds and feeders that SANE knows (scanimage -L)"),
        "camera": Entry(_camera, {"width": int, "height": int}, "document cameras: of this machine, or sending MJPEG"),
        "simulator": Entry(_simulated, {}, "no box: played by a script", wired=False, simulated=True),
    },
    usual="sane",
    stand_in=_stand_in,
)
