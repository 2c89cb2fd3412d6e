"""The card reader's codec: golden frames from public sources, and properties that hold for any bytes."""

from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from devices.id_card.codec import (
    MAX_LEN,
    PREAMBLE,
    Bad,
    BadFrame,
    CardPresent,
    CardRecord,
    Command,
    Done,
    Frame,
    FrameDecoder,
    NoCard,
    Refused,
    State,
    Unexpected,
    answer_of,
    command_of,
    encode_answer,
    encode_command,
    encode_frame,
    encode_record,
)

# Requests with the checksums on which the public sources agree; independent evidence against codec and emulator.
GOLDEN_REQUESTS = {
    Command.RESET: "AA AA AA 96 69 00 03 10 FF EC",
    Command.STATUS: "AA AA AA 96 69 00 03 11 FF ED",
    Command.SAM_ID: "AA AA AA 96 69 00 03 12 FF EE",
    Command.FIND: "AA AA AA 96 69 00 03 20 01 22",
    Command.SELECT: "AA AA AA 96 69 00 03 20 02 21",
    Command.READ: "AA AA AA 96 69 00 03 30 01 32",
    Command.READ_ADDRESS: "AA AA AA 96 69 00 03 30 03 30",
    Command.READ_WITH_PRINTS: "AA AA AA 96 69 00 03 30 10 23",
}
GOLDEN_ANSWERS = [
    (Command.STATUS, "AA AA AA 96 69 00 04 00 00 90 94", Done()),
    (Command.FIND, "AA AA AA 96 69 00 08 00 00 9F 00 00 00 00 97", CardPresent()),
    (Command.FIND, "AA AA AA 96 69 00 04 00 00 80 84", NoCard()),
    (Command.SELECT, "AA AA AA 96 69 00 0C 00 00 90 00 00 00 00 00 00 00 00 9C", Done(bytes(8))),
    (Command.SELECT, "AA AA AA 96 69 00 04 00 00 81 85", Refused(State.SELECT_FAILED)),
    (Command.READ, "AA AA AA 96 69 00 04 00 00 41 45", Refused(State.READ_FAILED)),
]
RECORD = CardRecord(text=bytes(range(256)), photo=bytes(1024))

payloads = st.binary(min_size=2, max_size=64)
frames = payloads.map(encode_frame)


def decode(data, cuts=()):
    decoder, found, at = FrameDecoder(), [], 0
    for cut in [*sorted(cuts), len(data)]:
        found += decoder.feed(data[at:cut])
        at = cut
    return found


@pytest.mark.parametrize(("command", "golden"), GOLDEN_REQUESTS.items())
def test_each_command_is_encoded_as_the_sources_say(command, golden):
    assert encode_command(command) == bytes.fromhex(golden)


def test_every_command_has_a_golden_frame():
    assert set(GOLDEN_REQUESTS) == set(Command)


@pytest.mark.parametrize(("command", "golden", "meaning"), GOLDEN_ANSWERS)
def test_each_answer_means_what_the_sources_say(command, golden, meaning):
    [frame] = decode(bytes.fromhex(golden))
    assert answer_of(command, frame) == meaning


def test_text_and_photo_take_1295_bytes_with_the_length_that_the_sources_name():
    data = encode_answer(State.OK, encode_record(RECORD))
    assert len(data) == 1295
    assert data[:14] == PREAMBLE + bytes.fromhex("0508 000090 0100 0400")
    [frame] = decode(data)
    assert answer_of(Command.READ, frame) == RECORD


@pytest.mark.parametrize(("prints", "total"), [(1024, 2321), (512, 1809), (0, 1297)])
def test_text_photo_and_prints_take_the_bytes_that_the_sources_name(prints, total):
    record = CardRecord(RECORD.text, RECORD.photo, bytes(prints))
    data = encode_answer(State.OK, encode_record(record, with_prints=True))
    assert len(data) == total
    [frame] = decode(data)
    assert answer_of(Command.READ_WITH_PRINTS, frame) == record


@pytest.mark.parametrize(
    ("command", "payload"),
    [
        (Command.STATUS, b"\0\0"),  # no SW3
        (Command.STATUS, b"\0\0\x9f"),  # an answer to FIND, come late
        (Command.SELECT, b"\0\0\x80"),
        (Command.FIND, b"\0\0\x90" + bytes(8)),  # an answer to SELECT, come late
        (Command.READ, b"\0\0\x90"),  # no lengths
        (Command.READ, b"\0\0\x90" + bytes.fromhex("01000400") + bytes(100)),  # lengths that lie
        (Command.READ, b"\0\0\x90" + bytes.fromhex("00020001") + b"abc"),  # a text block of another size
    ],
)
def test_a_sound_frame_of_another_shape_is_unexpected_when_it_answers_nothing_asked(command, payload):
    assert answer_of(command, Frame(payload)) == Unexpected()


def test_an_unknown_state_is_a_refusal_that_keeps_its_number():
    assert answer_of(Command.READ, Frame(b"\0\0\x5a")) == Refused(0x5A)


def test_the_box_side_knows_commands_and_says_none_when_there_is_no_such_command():
    [frame] = decode(encode_command(Command.FIND, b"\x01"))
    assert command_of(frame) is Command.FIND
    assert command_of(Frame(b"\x77\x77")) is None


def test_nothing_personal_is_in_a_repr():
    secret = b"secret in clear"
    shown = repr(Frame(secret)) + repr(CardRecord(secret, secret)) + repr(Done(secret))
    assert "secret" not in shown


@given(payloads)
def test_decoding_gives_back_what_was_encoded(payload):
    assert decode(encode_frame(payload)) == [Frame(payload)]


@given(st.lists(frames | st.binary(max_size=40) | st.just(PREAMBLE), max_size=8).map(b"".join), st.data())
def test_any_cutting_into_chunks_gives_the_same(stream, data):
    cuts = data.draw(st.lists(st.integers(0, len(stream)), max_size=10))
    assert decode(stream, cuts) == decode(stream)
    assert decode(stream, range(1, len(stream))) == decode(stream)


@given(st.binary(max_size=80), st.lists(frames, min_size=1, max_size=3).map(b"".join))
def test_noise_before_frames_changes_nothing_in_what_follows(noise, good):
    assume(PREAMBLE not in noise + PREAMBLE[:-1])
    assert decode(noise + good) == decode(good)


@given(st.binary(max_size=300), st.lists(st.sampled_from([PREAMBLE, PREAMBLE + b"\x00\x05", b"\xaa" * 4]), max_size=6))
def test_no_input_raises_and_little_is_kept(junk, lures):
    decoder = FrameDecoder()
    for lure in lures:
        decoder.feed(lure + junk)
    for frame in decoder.feed(bytes(MAX_LEN + 64) + encode_command(Command.FIND)):
        if isinstance(frame, Frame):
            answer_of(Command.READ, frame)
            command_of(frame)


@given(frames, st.integers(0, 400), st.integers(1, 255))
def test_a_flipped_byte_never_gives_another_frame(data, at, flip):
    at %= len(data)
    spoilt = data[:at] + bytes([data[at] ^ flip]) + data[at + 1 :]
    assert all(isinstance(found, BadFrame) for found in decode(spoilt))


def test_a_sound_frame_is_found_inside_what_looked_like_a_longer_one():
    liar = PREAMBLE + (24).to_bytes(2, "big") + b"half an answer"
    assert decode(liar + encode_command(Command.FIND)) == [BadFrame(Bad.CHECKSUM), Frame(b"\x20\x01")]


@pytest.mark.parametrize("length", [0, 2, MAX_LEN + 1, 0xFFFF])
def test_an_impossible_length_is_passed_over(length):
    data = PREAMBLE + length.to_bytes(2, "big") + encode_command(Command.FIND)
    assert decode(data) == [BadFrame(Bad.LENGTH), Frame(b"\x20\x01")]


def test_endless_noise_is_not_kept():
    decoder = FrameDecoder()
    for _ in range(50):
        assert decoder.feed(b"\xaa" * 10_000) == []
    assert not decoder.mid_frame
    assert decoder.feed(encode_command(Command.FIND)) == [Frame(b"\x20\x01")]


def test_a_reset_forgets_the_half_frame():
    decoder = FrameDecoder()
    decoder.feed(encode_command(Command.FIND)[:8])
    assert decoder.mid_frame
    decoder.reset()
    assert not decoder.mid_frame
    assert decoder.feed(encode_command(Command.STATUS)) == [Frame(b"\x11\xff")]


LONG = encode_answer(State.OK, encode_record(CardRecord(RECORD.text, RECORD.photo, bytes(1024)), with_prints=True))


def test_the_longest_answer_is_whole_wherever_it_is_cut_in_two():
    [whole] = decode(LONG)
    for at in range(len(LONG) + 1):
        assert decode(LONG, [at]) == [whole]


@pytest.mark.parametrize("data", [LONG, encode_command(Command.FIND), encode_answer(State.FOUND, bytes(4))])
def test_a_frame_that_stops_anywhere_gives_nothing_and_the_next_one_is_found_once_silence_is_noticed(data):
    follower = encode_answer(State.OK, b"follower")
    for end in range(len(data)):
        decoder = FrameDecoder()
        found = decoder.feed(data[:end]) + decoder.feed(follower) + decoder.silence()
        assert [one for one in found if isinstance(one, Frame)] == [Frame(b"\0\0\x90follower")]
        assert not decoder.mid_frame


def test_silence_says_nothing_where_nothing_is_unfinished():
    decoder = FrameDecoder()
    assert decoder.silence() == []
    assert decoder.feed(encode_command(Command.FIND)) + decoder.silence() == [Frame(b"\x20\x01")]
    assert decoder.feed(PREAMBLE[:3]) + decoder.silence() == []
    assert decoder.feed(PREAMBLE[3:] + b"\0\3") + decoder.silence() == [BadFrame(Bad.LENGTH)]


SPOILT = 100_000  # frames; the fuzzers' codec `id_card` goes on with more


def spoilt(luck, data):
    """A frame after an accident: bytes flipped, lost, doubled, put in, or cut off."""
    data = bytearray(data)
    for _ in range(luck.randint(1, 3)):
        at = luck.randrange(len(data) or 1)
        accident = luck.randrange(5)
        if accident == 0 and data:
            data[at] ^= luck.randint(1, 255)
        elif accident == 1:
            del data[at : at + luck.randint(1, 9)]
        elif accident == 2:
            data[at:at] = data[at : at + luck.randint(1, 9)]
        elif accident == 3:
            data[at:at] = luck.choice([PREAMBLE, PREAMBLE + b"\x0f\xff", luck.randbytes(5)])
        else:
            del data[at:]
    return bytes(data)


def test_after_any_spoilt_frame_the_next_good_one_is_found():
    luck = Random(11)
    kinds = [encode_command(command) for command in Command] + [encode_answer(state) for state in State] + [LONG[:90]]
    decoder, lost = FrameDecoder(), 0
    for number in range(SPOILT):
        good = Frame(b"\0\0\x90" + number.to_bytes(4, "big"))
        found = decoder.feed(spoilt(luck, luck.choice(kinds)))
        found += decoder.feed(encode_frame(good.payload)) + decoder.silence()
        assert not decoder.mid_frame
        if good not in found:  # only when a wrong length and a right checksum took a part of it for their own
            assert isinstance(found[-1], BadFrame | Frame)
            assert any(isinstance(one, Frame) for one in found)
            lost += 1
            assert decoder.feed(encode_frame(good.payload)) == [good]
    assert lost < SPOILT / 100
