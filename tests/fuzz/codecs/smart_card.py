"""What a chip may say while a social-security card is read, what its items may hold, and what a chip may be asked."""

from __future__ import annotations

from devices.smart_card.apdu import MAX_ANSWER, answer_of
from devices.smart_card.card import Manner, VirtualCard, made_up
from devices.smart_card.codec import FILES, record_of, value_of
from devices.smart_card.reading import MAX_COMMANDS, Unread, reading
from devices.values.smart_card import SlotTrouble, SocialSecurityCard
from tests.fuzz.draw import Draw

ROOMS = (
    "devices.smart_card.apdu",
    "devices.smart_card.card",
    "devices.smart_card.codec",
    "devices.smart_card.reading",
)
HOLDER = made_up("样本甲", "44010019900101001X")
ITEMS = [item for file in FILES for item in file.items]
MANNERS = list(Manner)
REASONS = {"refused", *(trouble.value for trouble in SlotTrouble)}
STATUSES = (0x9000, 0x6282, 0x6A83, 0x6982, 0x6985, 0x6A82, 0x6D00, 0x6105, 0x61FF, 0x6C05, 0x6C00)


def attempt(data: bytes) -> None:
    """The first byte says what the rest is: a hostile chip, a card that is spoilt, an item, or commands."""
    draw = Draw(data)
    (_chip, _spoilt, _item, _asked)[draw.byte() % 4](draw)


def _chip(draw: Draw) -> None:
    """Whatever it says: records with a true head, a status alone, any bytes; then silence."""

    def said(sent: bytes) -> bytes:
        how = draw.byte()
        body = draw.take(how % 40)
        if how & 0x40:
            body = bytes((sent[2], len(body))) + body
        return body + draw.pick(STATUSES).to_bytes(2, "big") if how & 0x80 else body

    _read(said)


def _spoilt(draw: Draw) -> None:
    """A card of any manners whose answers are cut, turned or replaced here and there; the next card is a good one."""
    card = VirtualCard(HOLDER, frozenset(MANNERS[draw.byte() % len(MANNERS)] for _ in range(draw.byte() % 4)))

    def said(sent: bytes) -> bytes:
        answer, how = card.answer(sent), draw.byte()
        if how == 1:
            return answer[: draw.byte() % (len(answer) + 1)]
        if how == 2:
            at = draw.byte() % len(answer)
            return answer[:at] + bytes((answer[at] ^ (draw.byte() or 1),)) + answer[at + 1 :]
        return draw.take(how % 32) if how > 0xE0 else answer

    _read(said)
    assert _read(VirtualCard(HOLDER).answer) == HOLDER, "something of one card went into the next"


def _read(said) -> SocialSecurityCard | Unread:  # type: ignore[no-untyped-def] # a chip
    talk, count = reading(), 1
    sent = next(talk)
    while True:
        assert len(sent) >= 5, "half a command"
        try:
            sent = talk.send(said(sent))
        except StopIteration as end:
            read: SocialSecurityCard | Unread = end.value
            break
        count += 1
        assert count <= MAX_COMMANDS, "it goes on and on"
    if isinstance(read, Unread):
        assert read.reason in REASONS
        return read
    assert read.card_id or read.card_number
    for item in ITEMS:
        value = getattr(read, item.field)
        assert not value or item.field not in read.missing, "read and missing"
        assert not isinstance(value, str) or len(value) < 12 or value not in repr(read), "content in a repr"
    return read


def _item(draw: Draw) -> None:
    item = draw.pick(ITEMS)
    value = draw.rest()[: item.length].ljust(item.length, b"\xff")
    assert value_of(item, bytes((item.tag, item.length)) + value) == value
    meaning = item.read(value)
    if meaning:
        assert item.read(value_of(item, record_of(item, meaning)) or b"") == meaning, "written and read is another"


def _asked(draw: Draw) -> None:
    card = VirtualCard(HOLDER, frozenset({draw.pick(MANNERS)}))
    while draw.left:
        answer = card.answer(draw.take(draw.byte() % 24))
        assert 2 <= len(answer) <= MAX_ANSWER
        assert answer_of(answer).status, "an answer without a status"


SEEDS = (
    b"\0" + b"\x80\0" * 40,
    b"\0\x80\0" + b"\x90\x07" * 30,
    b"\0" + (b"\xd0" + b"1" * 16 + b"\0") * 20,
    b"\0" + b"\x80\x09" * 20,
    *(bytes((1, 1, index)) + b"\0" * 20 + b"\x01\x04\x02\x03\x01" for index in range(len(MANNERS))),
    *(bytes((2, index)) + b"20210301" for index in range(len(ITEMS))),
    b"\2\x08" + "样本甲".encode("gb18030"),
    b"\3\0\x14\x00\xa4\x04\x00\x0f" + bytes.fromhex("7378312E73682EC9E7BBE1B1A3D5CF") + b"\x05\x00\xb2\x01\x2c\x00",
)
