"""Receipt printers from settings: what they may hold, and what follows from the address."""

import pytest

from devices.errors import DeviceConfigError
from devices.registry.receipt_printer import receipt_printer
from devices.values.receipt_printer import Acknowledge, Letters

SERIAL = {"driver": "escpos", "address": "/dev/ttyUSB0"}
NODE = {"driver": "escpos", "address": "file:///dev/usb/lp0"}


def test_letters_roll_and_acknowledgement_are_taken_from_the_settings():
    profile = receipt_printer(SERIAL | {"letters": "utf-8", "roll_m": 80, "acknowledges": "status"}).capabilities
    assert (profile.letters, profile.roll_m, profile.acknowledges) == (Letters.UTF_8, 80, Acknowledge.STATUS)


@pytest.mark.parametrize(("key", "value"), [("letters", "big5"), ("acknowledges", "always"), ("letters", "")])
def test_a_word_that_is_none_of_the_choices_is_refused_with_the_choices(key, value):
    with pytest.raises(DeviceConfigError, match=f"'{key}' is none of"):
        receipt_printer(SERIAL | {key: value})


def test_a_node_is_taken_for_one_that_never_answers_unless_the_settings_say_otherwise():
    assert receipt_printer(NODE).capabilities.acknowledges is Acknowledge.BLIND
    assert receipt_printer(NODE | {"acknowledges": "written"}).capabilities.acknowledges is Acknowledge.WRITTEN
    assert receipt_printer(SERIAL).capabilities.acknowledges is Acknowledge.AUTO


def test_what_is_known_of_the_roll_is_kept_where_the_owner_says():
    roll = {"printed_mm": 1500.0, "slip_mm": 150.0}
    printer = receipt_printer(SERIAL | {"roll_m": 30}, roll=roll)
    assert printer._roll.left().slips == 190
