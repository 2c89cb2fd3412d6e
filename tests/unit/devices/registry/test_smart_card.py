"""What a kiosk's file may say of its reader of social-security cards."""

import pytest

from devices.errors import DeviceConfigError
from devices.registry.smart_card import smart_card_reader
from devices.smart_card.driver import Timing


def test_the_settings_reach_the_driver():
    reader = smart_card_reader({"driver": "pcsc", "answer_s": 2, "left_behind_s": 7, "reader": "ACS"})
    assert (reader._timing.answer_s, reader._timing.left_behind_s) == (2, 7)
    assert reader._slot._wanted == "ACS"
    assert smart_card_reader({"driver": "pcsc"})._timing == Timing()


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"left_behind_s": 0}, "expected more than 0"),
        ({"reader": 5}, "expected str"),
        ({"pin": "123456"}, "is not known"),
        ({"address": "com1"}, "expected pcsc:"),
        ({"address": "pcsc://["}, "expected pcsc:"),
        ({"address": "pcsc:?slot=1"}, "expected pcsc:"),
    ],
)
def test_settings_that_cannot_be_are_refused(more, words):
    with pytest.raises(DeviceConfigError, match=words):
        smart_card_reader({"driver": "pcsc"} | more)
