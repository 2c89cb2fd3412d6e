"""The card reader's frames and records, the card's text in all four layouts, and what a kiosk keeps of a card."""

from __future__ import annotations

from datetime import date

import msgspec

from devices.id_card.codec import (
    MAX_LEN,
    PREAMBLE,
    CardRecord,
    Command,
    Frame,
    FrameDecoder,
    Unexpected,
    answer_of,
    command_of,
    encode_answer,
    encode_command,
    encode_frame,
    encode_record,
)
from devices.id_card.identity import (
    LAYOUTS,
    CardTextError,
    encode_newest_address,
    encode_text_block,
    gb11643_check_digit,
    parse_newest_address,
    parse_text_block,
)
from devices.id_card.sam import SAM_ID_BYTES, encode_sam_id, sam_id_text
from devices.values.id_card import CardKind, IdCard
from hall_server.contract.messages import VisitorMask
from kiosk.privacy import person_from
from tests.fuzz.draw import Draw, pieces

ROOMS = (
    "devices.id_card.codec",
    "devices.id_card.identity",
    "devices.id_card.nations",
    "devices.id_card.sam",
    "hall_server.contract.identity.identity",
    "hall_server.contract.identity.masks",
    "hall_server.contract.identity.pseudonym",
    "kiosk.privacy",
)
SPOILT = 0xF0  # and more, as a case's first byte
FRAMES = (*map(encode_command, Command), encode_answer(0x90), encode_answer(0x9F, bytes(4)), encode_answer(0x41))
TODAY = date(2026, 1, 31)
KEY = bytes(32)
REASONS = {"wrong_length", "unknown_layout", "wrong_check_digit", "wrong_birth_date"}
CARDS = tuple(
    IdCard(
        kind=kind,
        number="44010019900101001" + gb11643_check_digit("44010019900101001"),
        name="样本甲",
        english_name="SAMPLE PERSON" if kind in {CardKind.FOREIGNER_2017, CardKind.FOREIGNER_2023} else "",
        sex="1",
        birth=date(1990, 1, 1),
        valid_from=date(2020, 1, 1),
        valid_until=date(2030, 1, 1),
    )
    for kind in (CardKind.RESIDENT, CardKind.HKMO_TW_RESIDENT, CardKind.FOREIGNER_2023)
)
FOREIGNER = IdCard(CardKind.FOREIGNER_2017, "AAA110090010100", "", english_name="SAMPLE PERSON", birth=date(1990, 1, 1))
BLOCKS = tuple(encode_text_block(card) for card in (*CARDS, FOREIGNER))


def attempt(data: bytes) -> None:
    """The first byte says what the rest is: a stream, a frame's inside, a text block, a card's fields, bad frames."""
    draw = Draw(data)
    kind = draw.byte()
    _spoilt(draw) if kind >= SPOILT else (_stream, _inside, _block, _fields)[kind % 4](draw)


def _stream(draw: Draw) -> None:
    size, data = draw.byte(), draw.rest()
    whole, sliced, found = FrameDecoder(), FrameDecoder(), []
    for piece in pieces(data, size):
        found += sliced.feed(piece)
        assert len(sliced._buffer) <= MAX_LEN + 7, "more is kept than one frame"
    assert whole.feed(data) == found, "the chunks make a difference"
    assert whole.mid_frame == sliced.mid_frame
    for one in found:
        if isinstance(one, Frame):
            _frame(one)


def _spoilt(draw: Draw) -> None:
    """Frames after accidents, each followed by a good one and by silence: the good one is found, or else the next."""
    decoder, number = FrameDecoder(), 0
    while draw.left:
        frame, accident = bytearray(draw.pick(FRAMES)), draw.byte()
        at = draw.byte() % len(frame)
        if accident & 1:
            frame[at] ^= draw.byte()
        if accident & 2:
            del frame[at : at + accident // 16]
        if accident & 4:
            frame[at:at] = draw.take(accident // 16)
        if accident & 8:
            frame[at:at] = PREAMBLE + draw.take(2)
        number += 1
        good = Frame(b"\0\0\x90" + number.to_bytes(4, "big"))
        found = decoder.feed(bytes(frame)) + decoder.feed(encode_frame(good.payload)) + decoder.silence()
        assert not decoder.mid_frame, "still waiting after silence"
        if good not in found:  # a wrong length with a right checksum has taken a part of it
            assert any(isinstance(one, Frame) for one in found), "a good frame was lost"
            assert decoder.feed(encode_frame(good.payload)) == [good], "not found again"


def _inside(draw: Draw) -> None:
    payload = draw.rest()[: MAX_LEN - 1]
    newest = parse_newest_address(payload)
    assert parse_newest_address(encode_newest_address(newest)) == newest
    number = sam_id_text(payload)
    assert bool(number) == (len(payload) == SAM_ID_BYTES)
    assert not number or encode_sam_id(*map(int, number.replace(".", "-").split("-"))) == payload
    if len(payload) >= 2:
        assert FrameDecoder().feed(encode_frame(payload)) == [Frame(payload)]
        _frame(Frame(payload))


def _frame(frame: Frame) -> None:
    asked = command_of(frame)
    assert asked is None or frame.payload.startswith(asked.value)
    for command in Command:
        answer = answer_of(command, frame)
        if isinstance(answer, CardRecord):
            with_prints = command is Command.READ_WITH_PRINTS
            assert encode_record(answer, with_prints=with_prints) == frame.payload[3:]
            _text(answer.text)
        assert "b'" not in repr(answer), "content in a repr"


def _block(draw: Draw) -> None:
    kind = draw.byte()
    block = bytearray(BLOCKS[kind % len(BLOCKS)])
    while draw.left:
        at = draw.byte() & 0xFE
        block[at : at + 2] = draw.take(2).ljust(2, b"\0")
    if kind & 0x80:
        _mend(block)
    _text(bytes(block))
    read = FrameDecoder().feed(encode_answer(0x90, encode_record(CardRecord(bytes(block), b""))))
    assert not isinstance(answer_of(Command.READ, read[0]), Unexpected)  # type: ignore[arg-type] # a frame of ours


def _mend(block: bytearray) -> None:
    """Give the block's number the check digit that it should have, so that what stands behind it is read."""
    digits = bytes(block[122:156]).decode("utf-16-le", "replace")
    if digits.isascii() and digits.isdigit() and len(digits) == 17:
        block[156:158] = gb11643_check_digit(digits).encode("utf-16-le")


def _fields(draw: Draw) -> None:
    """Made-up values in the places of a layout: the fields that are not guessed byte by byte."""
    kind = draw.pick(list(LAYOUTS))
    block = bytearray(BLOCKS[list(LAYOUTS).index(kind) % len(BLOCKS)])
    for places in LAYOUTS[kind].values():
        if draw.byte() & 1:
            for at, length in places:
                block[at : at + length] = draw.take(length).ljust(length, b" ")
    _mend(block)
    _text(bytes(block))
    assert FrameDecoder().feed(encode_command(Command.READ)) == [Frame(Command.READ.value)]


def _text(block: bytes) -> None:
    try:
        card = parse_text_block(block)
    except CardTextError as error:
        if error.reason not in REASONS:
            raise
        return
    assert parse_text_block(encode_text_block(card)) == card, "read, written and read again is another card"
    card.expired_on(TODAY)
    assert card.number[2:-1] not in repr(card) or len(card.number) < 8
    try:
        person = person_from(card, KEY, TODAY)
    except ValueError:  # a card without a number
        return
    mask = VisitorMask(person.pseudonym, person.name_mask, person.number_mask)
    msgspec.json.decode(msgspec.json.encode(mask), type=VisitorMask)  # the hall takes what a kiosk makes


SEEDS = (
    bytes((SPOILT, 3, 0xF1, 5, 1, 0, 0x32, 7, 4, 0x24, 2, 1, 2, 9, 8, 6, 0x0F, 0xFF)),
    b"\1" + encode_sam_id(5, 1, 20240301, 465706, 1058989032),
    b"\1" + encode_newest_address("某某路2号"),
    b"\0\3" + encode_command(Command.FIND) + b"\xaa\xaa" + encode_answer(0x9F, bytes(4)),
    b"\0\x40" + encode_answer(0x90, encode_record(CardRecord(BLOCKS[0], bytes(16)))) + encode_answer(0x41),
    b"\0\1" + encode_answer(0x90, encode_record(CardRecord(BLOCKS[3], b"", b"ab"), with_prints=True)),
    b"\0\2\xaa\xaa\xaa\x96\x69\x00\x04\x30\x01\x00\xff" + encode_command(Command.READ_ADDRESS),
    *(bytes((1,)) + command.value for command in Command),
    *(bytes((2, 0x80 | index)) + b"\x24\x31\x00" for index in range(4)),
    *(bytes((3, index)) + b"\1" + "甲乙".encode("utf-16-le") for index in range(4)),
)
