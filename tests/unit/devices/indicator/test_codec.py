import random

import pytest

from devices.indicator.codec import (
    RelayDecoder,
    decode_light,
    decode_state,
    encode_light,
    encode_relay,
    encode_state,
)
from devices.values.indicator import Colour, Light, Pattern
from devices.values.lamp import Lamp


def test_golden_bytes():
    assert encode_light(Light(Colour.RED, Pattern.FAST)) == b"\1\2"
    assert encode_relay(1, on=True) == bytes.fromhex("A00101A2")  # as sellers' pages have it
    assert encode_relay(1, on=False) == bytes.fromhex("A00100A1")


@pytest.mark.parametrize("colour", list(Colour))
@pytest.mark.parametrize("pattern", list(Pattern))
def test_a_light_is_read_as_it_was_written(colour, pattern):
    light = Light(colour, pattern)
    assert decode_light(encode_light(light)) == light
    assert decode_state(encode_state(Lamp.FADING, light)) == (Lamp.FADING, light)


@pytest.mark.parametrize("broken", [b"", b"\1", b"\6\0", b"\0\3"])
def test_what_shows_nothing_is_none(broken):
    assert decode_light(broken) is None
    assert decode_state(b"\x09" + broken) == (Lamp.UNKNOWN, None)


@pytest.mark.parametrize("channel", [0, 9, -1])
def test_a_channel_that_no_board_has_is_an_error(channel):
    with pytest.raises(ValueError, match="channel"):
        encode_relay(channel, on=True)


def test_orders_to_a_relay_are_found_between_any_bytes_at_every_cut():
    chance = random.Random(2)
    for _ in range(200):
        noise = bytes(byte for byte in chance.randbytes(8) if byte != 0xA0)
        data = noise + encode_relay(3, on=True) + noise + encode_relay(3, on=False)
        cut = chance.randrange(len(data) + 1)
        decoder = RelayDecoder()
        assert decoder.feed(data[:cut]) + decoder.feed(data[cut:]) == [(3, True), (3, False)]
