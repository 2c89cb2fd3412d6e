"""From settings to a box, and clear words for settings that are wrong."""

import pytest

from devices import registry
from devices.code_scanner.driver import SerialCodeScanner
from devices.code_scanner.simulator import SimulatedCodeScanner
from devices.errors import DeviceConfigError
from devices.id_card.driver import SdtCardReader
from devices.id_card.simulator import SimulatedCardReader
from devices.receipt_printer.driver import ReceiptPrinterDriver
from devices.receipt_printer.simulator import SimulatedReceiptPrinter
from devices.registry.code_scanner import code_scanner
from devices.registry.id_card import id_card_reader
from devices.registry.receipt_printer import receipt_printer

SERIAL = "serial:///dev/ttyUSB0?baud=9600"


@pytest.mark.parametrize(
    ("build", "settings", "kind"),
    [
        (id_card_reader, {"driver": "sdt", "address": SERIAL, "poll_s": 1}, SdtCardReader),
        (id_card_reader, {"driver": "simulator"}, SimulatedCardReader),
        (code_scanner, {"driver": "serial", "address": SERIAL, "idle_gap_s": 0.1}, SerialCodeScanner),
        (code_scanner, {"driver": "simulator", "address": "", "width_mm": 80}, SimulatedCodeScanner),
        (
            receipt_printer,
            {"driver": "escpos", "address": "tcp://h:9100", "width_mm": 58},
            ReceiptPrinterDriver,
        ),
        (receipt_printer, {"driver": "escpos", "address": SERIAL, "has_asb": False}, ReceiptPrinterDriver),
        (
            receipt_printer,
            {"driver": "escpos", "address": SERIAL, "model": "TM-T88V", "fast": True},
            ReceiptPrinterDriver,
        ),
        (receipt_printer, {"driver": "simulator"}, SimulatedReceiptPrinter),
    ],
)
def test_each_driver_is_made_from_its_settings(build, settings, kind):
    assert isinstance(build(settings), kind)


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"driver": "std"}, "driver 'std' is not known for id_card; known are: sdt, simulator"),
        ({}, "driver None is not known"),
        ({"driver": ["sdt"]}, "is not known"),
        ({"driver": "sdt"}, "driver 'sdt' needs an address"),
        ({"driver": "sdt", "address": 5}, "setting 'address' is 5, expected str"),
        ({"driver": "sdt", "address": SERIAL, "bauds": 1}, "setting 'bauds' is not known; known are: address, baud,"),
        ({"driver": "sdt", "address": SERIAL, "baud": "fast"}, "setting 'baud' is 'fast', expected int"),
        ({"driver": "sdt", "address": SERIAL, "baud": True}, "setting 'baud' is True, expected int"),
        ({"driver": "sdt", "address": "/dev/x", "baud": 0}, "setting 'baud' is 0, expected more than 0"),
        ({"driver": "sdt", "address": "/dev/x", "poll_s": -1.0}, "setting 'poll_s' is -1.0, expected more than 0"),
        ({"driver": "sdt", "address": "/dev/x", "poll_s": float("nan")}, "expected more than 0"),
        ({"driver": "sdt", "address": "/dev/x", "poll_s": float("inf")}, "less than infinity"),
        ({"driver": "sdt", "address": "/dev/x", "baud": 10**9}, "baud 1000000000 is not in"),
        ({"driver": "sdt", "address": "com1"}, "address 'com1' is none of"),
    ],
)
def test_wrong_settings_are_answered_with_what_is_known(settings, words):
    with pytest.raises(DeviceConfigError, match="id_card: device_config: ") as caught:
        id_card_reader(settings)
    assert words in caught.value.detail


def test_a_paper_width_that_no_printer_has_is_refused():
    with pytest.raises(DeviceConfigError, match="expected one of"):
        receipt_printer({"driver": "escpos", "address": SERIAL, "width_mm": 70})


def test_a_printer_model_that_nobody_knows_is_refused():
    with pytest.raises(DeviceConfigError, match="model 'X' is not known"):
        receipt_printer({"driver": "escpos", "address": SERIAL, "model": "X"})


def test_every_line_of_the_table_says_what_it_is_for():
    assert [kind.name for kind in registry.known()] == list(registry.NAMES)
    for kind in registry.known():
        assert kind.chinese
        assert all(entry.about for entry in kind.drivers.values())
        assert not kind.drivers[kind.usual].simulated


def test_a_kind_that_is_not_there_is_answered_with_those_that_are():
    with pytest.raises(DeviceConfigError, match="toaster: device_config: no such kind of device; known are: id_card,"):
        registry.build("toaster", {"driver": "x"})
