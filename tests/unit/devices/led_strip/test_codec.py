import pytest

from devices.led_strip.codec import decode_show, decode_state, encode_show, encode_state, encode_text
from devices.values.lamp import Lamp
from devices.values.led_strip import StripEffect, StripText


def test_a_golden_line():
    said, replaced = encode_show(StripText("3号", StripEffect.STATIC, 6, 3), columns=16)
    assert said == bytes.fromhex("00 06 03 33 bac5")
    assert replaced == 0


@pytest.mark.parametrize(
    ("text", "shown", "replaced"),
    [
        ("请A036号到3号窗口", "请A036号到3号窗口", 0),
        ("二〇二六", "二零二六", 0),
        ("①㊣", "①正", 0),
        ("¥5", "￥5", 0),
        ("ﬁne", "fine", 0),
        ("䶮𠀀", "□□", 2),
        ("€", "□", 1),
        ("a\nb\tc\x1b[2J\u202e", "a b c [2J ", 0),
        ("", "", 0),
        ("\ud800", " ", 0),
    ],
)
def test_what_gb2312_lacks_is_shown_alike_or_as_a_box(text, shown, replaced):
    said, count = encode_text(text)
    assert (said.decode("gb2312"), count) == (shown, replaced)


def test_every_character_there_is_becomes_something_that_the_strip_knows():
    for code in [*range(0x3000), *range(0x4E00, 0x9FFF, 7), *range(0xF900, 0x11000), *range(0x20000, 0x20100)]:
        said, _ = encode_text(chr(code))
        assert said.decode("gb2312").isprintable()


def test_a_line_is_read_as_it_was_written():
    for effect in StripEffect:
        line = StripText("三号窗口", effect, 1, 5)
        assert decode_show(encode_show(line, columns=16)[0]) == line


@pytest.mark.parametrize(
    "broken",
    [b"", b"\0\1", b"\3\1\1", b"\0\0\1", b"\0\x09\1", b"\0\1\0", b"\0\1\6", b"\0\1\1\xff", b"\0\1\1" + b"x" * 201],
)
def test_what_shows_nothing_is_none(broken):
    assert decode_show(broken) is None


@pytest.mark.parametrize("lamp", [Lamp.OK, Lamp.FADING, Lamp.INOP])
@pytest.mark.parametrize("showing", [True, False])
def test_a_state_is_read_as_it_was_said(lamp, showing):
    assert decode_state(encode_state(lamp, showing=showing)) == (lamp, showing)


def test_a_state_that_says_nothing_is_unknown():
    assert decode_state(b"") == decode_state(b"\x09") == (Lamp.UNKNOWN, False)


def test_what_is_shown_does_not_stand_in_a_repr():
    assert repr(StripText("请陈先生")) == "StripText(4 characters, static)"
