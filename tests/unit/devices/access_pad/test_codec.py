import pytest

from devices.access_pad.codec import KEYS, PadReader
from devices.transports.input_events import EV_KEY, EV_SW, EV_SYN, SW_HEADPHONE_INSERT, EventsLost, InputEvent
from devices.values.access_pad import PadKey


def key(code, at_s=1.0, value=1):
    return InputEvent(at_s, EV_KEY, code, value)


@pytest.mark.parametrize("code", list(KEYS))
def test_every_key_has_one_meaning(code):
    assert PadReader().read(key(code)) is KEYS[code]


def test_six_keys_are_there():
    assert set(KEYS.values()) == set(PadKey)


def test_held_keys_releases_bounces_and_other_events_are_no_presses():
    reader = PadReader()
    assert reader.read(key(103)) is PadKey.UP
    for event in (key(103, 1.02), key(103, 1.5, 2), key(103, 1.6, 0), InputEvent(1.7, EV_SYN, 0, 0), EventsLost()):
        assert reader.read(event) is None
    assert reader.read(key(103, 2.0)) is PadKey.UP


def test_the_plug_is_news_only_when_it_changes():
    reader = PadReader()
    turns = [InputEvent(1, EV_SW, SW_HEADPHONE_INSERT, value) for value in (0, 1, 1, 0)]
    assert [reader.read(turn) for turn in turns] == [False, True, None, False]
    assert reader.read(InputEvent(1, EV_SW, 4, 1)) is None


def test_a_pad_that_is_only_a_keyboard_tells_the_plug_with_keys():
    reader = PadReader()
    assert [reader.read(key(185)), reader.read(key(185)), reader.read(key(186))] == [True, None, False]


def test_other_keys_are_counted_and_no_presses():
    reader = PadReader()
    assert reader.read(key(1)) is None
    assert reader.unknown == 1
