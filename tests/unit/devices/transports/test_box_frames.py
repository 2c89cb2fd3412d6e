import random

import pytest

from devices.transports.box_frames import (
    MAX_DATA,
    BoxFrame,
    FrameDecoder,
    FrameKind,
    crc16,
    encode_frame,
)

HELLO = BoxFrame(FrameKind.ASK, 1, b"\x48\x12\x34")
LONG = BoxFrame(FrameKind.EVENT, 255, bytes(range(MAX_DATA)))
EMPTY = BoxFrame(FrameKind.TAKEN, 0)


def decoded(data):
    decoder = FrameDecoder()
    return decoder.feed(data) + decoder.flush()


def test_the_checksum_is_the_published_one():
    assert crc16(b"123456789") == 0x4B37  # the check value of CRC-16/MODBUS


def test_golden_frames():
    assert encode_frame(HELLO).hex(" ") == "02 05 51 01 48 12 34 71 1f"
    assert encode_frame(EMPTY).hex(" ") == "02 02 4b 00 e6 f0"


@pytest.mark.parametrize("frame", [HELLO, LONG, EMPTY])
def test_a_frame_is_read_as_it_was_written_at_every_cut(frame):
    data = encode_frame(frame)
    for cut in range(len(data) + 1):
        decoder = FrameDecoder()
        assert decoder.feed(data[:cut]) + decoder.feed(data[cut:]) == [frame]
        assert (decoder.noise, decoder.broken, decoder.pending) == (0, 0, False)


def test_merged_frames_come_in_order():
    assert decoded(encode_frame(HELLO) + encode_frame(LONG) + encode_frame(EMPTY)) == [HELLO, LONG, EMPTY]


@pytest.mark.parametrize("noise", [b"\xff", b"\x02", b"\x02\xfa", b"\x02\x02\x51", b"\x02\x00\x02\xff", bytes(300)])
def test_the_next_good_frame_is_found_behind_noise(noise):
    assert decoded(noise + encode_frame(HELLO)) == [HELLO]


def test_one_flipped_bit_anywhere_spoils_one_frame_and_not_the_next():
    data = encode_frame(HELLO)
    for place in range(len(data) * 8):
        spoiled = bytearray(data)
        spoiled[place // 8] ^= 1 << place % 8
        assert decoded(bytes(spoiled) + encode_frame(EMPTY)) == [EMPTY]


def test_a_whole_frame_of_an_unknown_kind_is_passed_over():
    body = b"\x03\x7a\x01\x02"
    assert decoded(b"\x02" + body + crc16(body).to_bytes(2, "little") + encode_frame(HELLO)) == [HELLO]


def test_any_bytes_in_any_chunks_give_the_same_frames():
    chance = random.Random(5)
    for _ in range(300):
        data = b"".join(
            encode_frame(HELLO) if chance.random() < 0.3 else chance.randbytes(chance.randrange(8)) for _ in range(20)
        )
        whole, sliced, found, at = FrameDecoder(), FrameDecoder(), [], 0
        while at < len(data):
            size = chance.randrange(1, 9)
            found += sliced.feed(data[at : at + size])
            at += size
        assert whole.feed(data) == found
        assert whole.flush() == sliced.flush()
        assert whole.noise == sliced.noise


def test_too_much_data_is_refused_before_it_is_sent():
    with pytest.raises(ValueError, match="holds"):
        encode_frame(BoxFrame(FrameKind.ASK, 1, bytes(MAX_DATA + 1)))


SPOILT = 100_000  # frames; the fuzzers' codec `counter_boxes` goes on with more


def spoilt(luck, data):
    """A frame after an accident: bytes flipped, lost, doubled, put in, or cut off."""
    data, at, accident = bytearray(data), luck.randrange(len(data)), luck.randrange(5)
    if accident == 0:
        data[at] ^= luck.randint(1, 255)
    elif accident == 1:
        del data[at : at + luck.randint(1, 5)]
    elif accident == 2:
        data[at:at] = data[at : at + luck.randint(1, 5)]
    elif accident == 3:
        data[at:at] = luck.choice((b"\x02", b"\x02\x0f", b"\x02\xfa\x51", luck.randbytes(3)))
    else:
        del data[at:]
    return bytes(data)


@pytest.mark.slow
def test_after_any_spoilt_frame_the_next_good_one_is_found():
    luck = random.Random(11)
    kinds = [encode_frame(BoxFrame(kind, 9, data)) for kind in FrameKind for data in (b"", b"\x50\x01", b"\x02" * 9)]
    decoder = FrameDecoder()
    for number in range(SPOILT):
        good = BoxFrame(FrameKind.EVENT, number % 256, number.to_bytes(3, "big"))
        found = decoder.feed(spoilt(luck, luck.choice(kinds)) + encode_frame(good)) + decoder.flush()
        assert found[-1] == good
        assert not decoder.pending
