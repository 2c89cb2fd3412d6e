"""Key codes of Linux as a US keyboard writes them."""

import pytest

from devices.code_scanner.keymap import KeyMap, strokes
from devices.transports.input_events import EV_KEY, InputEvent
from devices.values.keyboard import Press

PRINTABLE = "".join(map(chr, range(0x20, 0x7F)))
SHIFT, CAPS, CONTROL, ALT, F4, ESCAPE, LEFT, UNKNOWN = 42, 58, 29, 56, 62, 1, 105, 700


def event(code, value=1):
    return InputEvent(1.0, EV_KEY, code, value)


def written(keys, text):
    out = ""
    for code, shifted in strokes(text):
        for one in [event(SHIFT)] * shifted + [event(code), event(code, 0)] + [event(SHIFT, 0)] * shifted:
            key = keys.press(one)
            out += key.text if key else ""
    return out


def test_every_printable_character_is_typed_and_read_back():
    assert written(KeyMap(), PRINTABLE + "\t\r") == PRINTABLE + "\t\r"


def test_caps_lock_turns_letters_only():
    keys = KeyMap()
    assert keys.press(event(CAPS)) is None
    assert written(keys, "aB1!") == "Ab1!"
    keys.press(event(CAPS, 0))
    keys.press(event(CAPS))
    assert written(keys, "aB1!") == "aB1!"


@pytest.mark.parametrize("code", [F4, ESCAPE, UNKNOWN])
def test_function_keys_and_unknown_ones_are_commands(code):
    assert KeyMap().press(event(code)).press is Press.COMMAND


@pytest.mark.parametrize("held", [CONTROL, ALT])
def test_anything_with_control_or_alt_is_a_command_until_it_is_let_go(held):
    keys = KeyMap()
    assert keys.press(event(held)) is None
    assert keys.press(event(30)).press is Press.COMMAND
    keys.press(event(held, 0))
    assert keys.press(event(30)).text == "a"


def test_arrows_write_nothing_and_held_keys_repeat():
    assert KeyMap().press(event(LEFT)).press is Press.MOVE
    assert KeyMap().press(event(30, 2)).press is Press.REPEAT


def test_other_events_and_strange_values_are_no_keys():
    assert KeyMap().press(InputEvent(1.0, 2, 30, 1)) is None
    assert KeyMap().press(event(30, 7)) is None


def test_after_lost_events_nothing_is_known_to_be_held():
    keys = KeyMap()
    keys.press(event(SHIFT))
    keys.forget()
    assert keys.press(event(30)).text == "a"


def test_what_no_key_writes_is_said():
    with pytest.raises(ValueError, match="no key writes"):
        strokes("穗")
