import pytest

from devices.caller.codec import (
    PAD_KEYS,
    WIRE_KEYS,
    PadKeys,
    decode_display,
    decode_press,
    encode_display,
    encode_press,
)
from devices.transports.input_events import EV_KEY, EventsLost, InputEvent
from devices.values.caller import CallerDisplay, CallerKey


def key(code, at_s, value=1):
    return InputEvent(at_s, EV_KEY, code, value)


@pytest.mark.parametrize("pressed", list(CallerKey))
def test_every_key_is_read_as_it_was_pressed(pressed):
    assert decode_press(encode_press(pressed, 1.2)) == (pressed, 1.2)


def test_a_golden_press():
    assert encode_press(CallerKey.RECALL, 0.5) == bytes.fromhex("03 0005")


def test_an_age_beyond_the_field_is_the_longest():
    assert decode_press(encode_press(CallerKey.SERVE, 1e9)) == (CallerKey.SERVE, 6553.5)


def test_what_is_no_press_is_none():
    assert decode_press(b"") is None
    assert decode_press(b"\x01\x00") is None
    assert [code for code in range(256) if decode_press(bytes((code, 0, 0)))] == sorted(WIRE_KEYS)


@pytest.mark.parametrize("display", [CallerDisplay(), CallerDisplay(0, "A036"), CallerDisplay(65534, "AC001")])
def test_a_display_is_read_as_it_was_written(display):
    assert decode_display(encode_display(display)) == display


@pytest.mark.parametrize("label", ["号", "A12345678"])
def test_a_label_that_the_box_cannot_show_is_refused(label):
    with pytest.raises(ValueError, match=r"."):
        encode_display(CallerDisplay(1, label))


@pytest.mark.parametrize("broken", [b"", b"\x00", b"\x00\x01A\xff", b"\x00\x01123456789"])
def test_a_display_that_says_nothing_is_none(broken):
    assert decode_display(broken) is None


def test_the_key_pad_has_the_keys_of_the_console():
    pad = PadKeys()
    assert [pad.press(key(code, at)) for at, code in enumerate((96, 82, 83, 78, 74, 55, 98, 79, 73))] == [
        "next_step",
        "recall",
        "no_show",
        "transfer",
        "hold",
        "pause",
        "rate",
        "digit_1",
        "digit_9",
    ]
    assert CallerKey.CALL_NEXT not in PAD_KEYS.values()


def test_held_keys_releases_and_lost_events_are_no_presses():
    pad = PadKeys()
    assert pad.press(key(96, 1.0)) is CallerKey.NEXT_STEP
    assert pad.press(key(96, 1.3, 2)) is None
    assert pad.press(key(96, 1.4, 0)) is None
    assert pad.press(EventsLost()) is None


def test_a_worn_contact_and_the_three_zeros_of_one_key_are_one_press():
    pad = PadKeys(bounce_s=0.1)
    assert [pad.press(key(82, at)) for at in (1.0, 1.01, 1.02, 1.2)] == ["recall", None, None, "recall"]


def test_a_clock_that_is_set_back_does_not_swallow_presses():
    pad = PadKeys()
    assert pad.press(key(96, 1000.0))
    assert pad.press(key(96, 5.0))


def test_other_keys_are_counted_and_no_presses():
    pad = PadKeys()
    assert pad.press(key(69, 1.0)) is None
    assert pad.unknown == 1
