"""From a kiosk's settings to an A4 printer, and clear words for settings that are wrong."""

import pytest

from devices.errors import DeviceConfigError
from devices.page_printer.driver import IppPagePrinter
from devices.page_printer.simulator import SimulatedPagePrinter
from devices.registry.page_printer import page_printer

ADDRESS = "ipp://192.0.2.7/ipp/print"


@pytest.mark.parametrize(
    ("settings", "kind"),
    [
        ({"driver": "ipp", "address": ADDRESS}, IppPagePrinter),
        ({"driver": "ipp", "address": "ipp://localhost/printers/A4", "copies": 2, "duplex": True}, IppPagePrinter),
        ({"driver": "ipp", "address": ADDRESS, "timeout_s": 90, "attention_s": 30.0, "silence_s": 5}, IppPagePrinter),
        ({"driver": "ipp", "address": ADDRESS, "tray": "tray-2", "station": "hall1"}, IppPagePrinter),
        ({"driver": "ipp", "address": ADDRESS, "device_address": ADDRESS, "trust_queue": False}, IppPagePrinter),
        ({"driver": "simulator"}, SimulatedPagePrinter),
    ],
)
def test_each_driver_is_made_from_its_settings(settings, kind):
    assert isinstance(page_printer(settings), kind)


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"driver": "ipp"}, "needs an address"),
        ({"driver": "ipp", "address": "lpd://h"}, "address 'lpd://h' is none of: ipp://host"),
        ({"driver": "ipp", "address": ADDRESS, "copies": 0}, "setting 'copies' is 0, expected more than 0"),
        ({"driver": "ipp", "address": ADDRESS, "copies": "two"}, "setting 'copies' is 'two', expected int"),
        ({"driver": "ipp", "address": ADDRESS, "station": "Hall 1"}, "setting 'station' is 'Hall 1', expected 1 to 16"),
        ({"driver": "ipp", "address": ADDRESS, "device_address": "x"}, "address 'x' is none of"),
        ({"driver": "ipp", "address": ADDRESS, "fingerprint": "00" * 32}, "'fingerprint' is for ipps:// addresses"),
        ({"driver": "ipp", "address": "ipps://h/p", "fingerprint": "00"}, "'fingerprint' is no SHA-256"),
        ({"driver": "ipp", "address": ADDRESS, "colour": True}, "setting 'colour' is not known"),
    ],
)
def test_wrong_settings_are_answered_with_what_is_known(settings, words):
    with pytest.raises(DeviceConfigError) as caught:
        page_printer(settings)
    assert words in caught.value.detail


def test_the_settings_reach_the_driver():
    printer = page_printer({"driver": "ipp", "address": ADDRESS, "copies": 2, "max_bytes": 5000})
    assert printer.capabilities.max_bytes == 5000
