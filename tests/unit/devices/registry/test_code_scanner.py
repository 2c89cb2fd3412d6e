"""From settings to a camera, and to each kind of code scanner."""

import pytest

from devices.camera.driver import CaptureCamera
from devices.camera.simulator import SimulatedCamera
from devices.code_scanner.camera import CameraCodeScanner
from devices.code_scanner.evdev import EvdevCodeScanner
from devices.code_scanner.keyboard import WedgeCodeScanner
from devices.errors import DeviceConfigError
from devices.registry.camera import camera
from devices.registry.code_scanner import code_scanner, key_taker

HTTP = "http://127.0.0.1:8080/video"


@pytest.mark.parametrize(
    ("build", "settings", "kind"),
    [
        (camera, {"driver": "capture", "address": HTTP, "width": 1920, "height": 1080}, CaptureCamera),
        (camera, {"driver": "capture", "address": "/dev/v4l/by-id/usb-Camera-video-index0"}, CaptureCamera),
        (camera, {"driver": "simulator"}, SimulatedCamera),
        (code_scanner, {"driver": "camera", "address": "0", "second_engine": False, "away_s": 3}, CameraCodeScanner),
        (code_scanner, {"driver": "evdev", "address": "/dev/input/event3", "gap_s": 0.05}, EvdevCodeScanner),
        (code_scanner, {"driver": "wedge", "address": ""}, WedgeCodeScanner),
    ],
)
def test_each_driver_is_made_from_its_settings(build, settings, kind):
    assert isinstance(build(settings), kind)


@pytest.mark.parametrize(("build", "driver"), [(camera, "capture"), (code_scanner, "camera")])
@pytest.mark.parametrize("address", ["tcp://h:1", "/dev/ttyUSB0", "rtsp://h/x", "http:///x", "0 1"])
def test_an_address_that_no_camera_has_is_answered_with_the_forms(build, driver, address):
    with pytest.raises(DeviceConfigError, match="is none of: 0, /dev/video0, "):
        build({"driver": driver, "address": address})


def test_only_a_scanner_that_types_wants_the_windows_keys():
    wedge = code_scanner({"driver": "wedge"})
    assert key_taker(wedge) is wedge
    assert key_taker(code_scanner({"driver": "simulator"})) is None
    assert key_taker(None) is None
