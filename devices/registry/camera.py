"""Cameras."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from devices import registry
from devices.registry.kinds import Entry, Group, Kind, StandIn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from devices.ports.camera import Camera
    from devices.registry.kinds import Settings


def camera(settings: Mapping[str, object], *, device: str = "camera") -> Camera:
    """The camera that the settings ask for, not opened. Raises DeviceConfigError."""
    return cast("Camera", registry.build("camera", settings, device))


def _capture(device: str, settings: Settings) -> Camera:
    from devices.camera.codec import checked_address
    from devices.camera.driver import CaptureCamera

    address = checked_address(settings["address"], device)
    width, height = int(settings.get("width", 0)), int(settings.get("height", 0))
    return CaptureCamera(address, width=width, height=height, device=device)


def _simulated(device: str, _settings: Settings) -> Camera:
    from devices.camera.simulator import SimulatedCamera

    return SimulatedCamera(device=device)


def _stand_in() -> StandIn:
    from devices.camera.console import WORDS, obey
    from devices.camera.emulator import CameraEmulator

    return StandIn(lambda options: CameraEmulator(port=options["port"] or 0), obey, WORDS, frozenset({"port"}))


KIND = Kind(
    "camera",
    "摄像头",
    Group.CAPTURE,
    {
        "capture": Entry(_capture, {"width": int, "height": int}, "a camera of this machine, or one that sends MJPEG"),
        "simulator": Entry(_simulated, {}, "no camera: shown pictures by a script", wired=False, simulated=True),
    },
    usual="capture",
    stand_in=_stand_in,
)
