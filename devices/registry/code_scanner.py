"""Code scanners."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from devices import registry
from devices.registry.kinds import Entry, Group, Kind, StandIn
from devices.registry.wires import LINE, keys, wire

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from devices.ports.code_scanner import CodeScanner, KeyTaker
    from devices.registry.kinds import Settings
    from devices.values.code_scanner import ScannedCode


GAP = {"gap_s": float}
CAMERA = {"width": int, "height": int, "second_engine": bool, "away_s": float}


def code_scanner(
    settings: Mapping[str, object],
    *,
    device: str = "code_scanner",
    claims: Callable[[ScannedCode], bool] | None = None,
) -> CodeScanner:
    """The code scanner that the settings ask for, not opened. Raises DeviceConfigError.

    `claims` says of a code whose bytes may be other ones (a camera's second decoder) whether it proves itself; without
    it such codes are dropped.
    """
    from devices.code_scanner.camera import CameraCodeScanner

    scanner = cast("CodeScanner", registry.build("code_scanner", settings, device))
    if claims is not None and isinstance(scanner, CameraCodeScanner):
        scanner.believe(claims)
    return scanner


def key_taker(scanner: CodeScanner | None) -> KeyTaker | None:
    """What a window has to hand its keys to first, if this scanner types like a keyboard."""
    from devices.code_scanner.keyboard import WedgeCodeScanner

    return scanner if isinstance(scanner, WedgeCodeScanner) else None


def _serial(device: str, settings: Settings) -> CodeScanner:
    from devices.code_scanner.driver import IDLE_GAP_S, SerialCodeScanner

    gap_s = float(settings.get("idle_gap_s", IDLE_GAP_S))
    return SerialCodeScanner(wire(device, settings), device=device, idle_gap_s=gap_s)


def _wedge(device: str, settings: Settings) -> CodeScanner:
    from devices.code_scanner.keyboard import WedgeCodeScanner
    from devices.code_scanner.wedge import GAP_S

    return WedgeCodeScanner(device=device, gap_s=float(settings.get("gap_s", GAP_S)))


def _evdev(device: str, settings: Settings) -> CodeScanner:
    from devices.code_scanner.evdev import EvdevCodeScanner
    from devices.code_scanner.wedge import GAP_S

    return EvdevCodeScanner(keys(device, settings), device=device, gap_s=float(settings.get("gap_s", GAP_S)))


def _camera(device: str, settings: Settings) -> CodeScanner:
    from devices.camera.codec import checked_address
    from devices.code_scanner.camera import CameraCodeScanner
    from devices.code_scanner.watching import AWAY_S
    from devices.transports.child import ChildProcess

    arguments = (
        checked_address(settings["address"], device),
        str(settings.get("width", 0)),
        str(settings.get("height", 0)),
        "1" if settings.get("second_engine", True) else "0",
    )
    worker = ChildProcess("devices.registry.code_camera", arguments, device=device)
    return CameraCodeScanner(worker, device=device, away_s=float(settings.get("away_s", AWAY_S)))


def _simulated(device: str, _settings: Settings) -> CodeScanner:
    from devices.code_scanner.simulator import SimulatedCodeScanner

    return SimulatedCodeScanner(device=device)


def _stand_in() -> StandIn:
    from devices.code_scanner.console import WORDS, obey
    from devices.code_scanner.emulator import CodeScannerEmulator

    return StandIn(lambda options: CodeScannerEmulator(link=options["link"]), obey, WORDS)


KIND = Kind(
    "code_scanner",
    "扫码器",
    Group.VERIFICATION,
    {
        "serial": Entry(_serial, LINE | {"idle_gap_s": float}, "scanners that send codes as lines", only_sends=True),
        "camera": Entry(_camera, CAMERA, "a camera of this machine, or one that sends MJPEG, reads QR codes"),
        "wedge": Entry(
            _wedge,
            GAP,
            "scanners that type like a keyboard, heard through the window",
            wired=False,
            only_sends=True,
            by_window=True,
        ),
        "evdev": Entry(_evdev, GAP, "scanners that type like a keyboard, taken from below the screen", only_sends=True),
        "simulator": Entry(_simulated, {}, "no box: played by a script", wired=False, simulated=True),
    },
    usual="serial",
    stand_in=_stand_in,
    stream="codes",
)
