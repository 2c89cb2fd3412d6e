"""What a receipt printer says: answers of four kinds on one wire, whatever is lost, doubled or pushed between."""

from __future__ import annotations

from devices.receipt_printer.status import (
    QUERIES,
    TOKEN_LENGTH,
    TOKEN_LETTERS,
    Acknowledged,
    Answer,
    Cleared,
    Flag,
    Processed,
    Pushed,
    StatusReader,
    cleared_block,
    printer_status,
    process_block,
    processed_byte,
    pushed_packet,
    pushed_status,
    realtime_byte,
    token,
)
from tests.fuzz.draw import Draw, pieces

ROOMS = ("devices.receipt_printer.status",)
FLAGS = list(Flag)
REASONS = {"", "device_silent", "paper_out", "cover_open", "cutter_error", "printer_error", "offline"}
PAPER = frozenset({Flag.PAPER_END, Flag.PAPER_NEAR_END})


def attempt(data: bytes) -> None:
    """The first byte says what the rest is: a conversation, or what a printer would say."""
    draw = Draw(data)
    (_conversation, _said, _owed)[draw.byte() % 3](draw)


def _conversation(draw: Draw) -> None:
    """Questions and bytes in any order, the bytes to one reader at once and to another in pieces."""
    whole, sliced, answers = StatusReader(), StatusReader(), {}
    while draw.left:
        step = draw.byte()
        if step < 0x30:
            query = QUERIES[step % len(QUERIES)]
            whole.expect(query)
            sliced.expect(query)
        elif step < 0x40:
            whole.expect_processed()
            sliced.expect_processed()
        elif step < 0x50:
            whole.forget()
            sliced.forget()
        else:
            data, noise = draw.take(step - 0x4F), whole.noise
            events = whole.feed(data)
            assert events == [event for piece in pieces(data, 3) for event in sliced.feed(piece)]
            assert len(events) <= len(data)
            assert whole.noise >= noise, "noise got less"
            answers |= {event.query: event.flags for event in events if isinstance(event, Answer)}
            _judged(events)
        assert (whole.noise, whole.unasked, whole.turns) == (sliced.noise, sliced.unasked, sliced.turns)
        assert whole.turns >= 0
    assert printer_status(answers).fault in REASONS


def _judged(events: list[object]) -> None:
    for event in events:
        if isinstance(event, Pushed):
            status = pushed_status(event.flags)
            assert bool(status.fault) != status.ready, "ready and refused at once, or neither"
            assert StatusReader().feed(pushed_packet(event.flags)) == [event]
        elif isinstance(event, Acknowledged):
            assert set(event.token) <= set(TOKEN_LETTERS)
            assert StatusReader().feed(process_block(event.token)) == [event]


def _said(draw: Draw) -> None:
    """Any state of a printer, said in every way, is understood as that state."""
    bits = draw.number(2)
    flags = frozenset(flag for place, flag in enumerate(FLAGS) if bits >> place & 1)
    reader, told = StatusReader(), set()
    for query in QUERIES:
        reader.expect(query)
        (event,) = reader.feed(bytes((realtime_byte(query, flags),)))
        assert isinstance(event, Answer)
        assert event.flags <= flags
        told |= event.flags
    assert told == flags
    (pushed,) = reader.feed(pushed_packet(flags))
    assert isinstance(pushed, Pushed)
    assert pushed.flags == flags - {Flag.PAPER_STOP}, "GS a says all but one"
    reader.expect_processed()
    assert reader.feed(bytes((processed_byte(flags),))) == [Processed(flags & PAPER)]
    name = token(draw.number(4))
    assert len(name) == TOKEN_LENGTH
    reader.expect(1)
    block = process_block(name)
    at = draw.byte() % (len(block) + 1)
    answer = bytes((realtime_byte(1, flags),))  # in the middle of the block: answered at once
    events = reader.feed(block[:at] + answer + block[at:] + cleared_block())
    assert [type(event) for event in events if not isinstance(event, Answer)] == [Acknowledged, Cleared]
    assert Acknowledged(name) in events
    assert not reader.stray


def _owed(draw: Draw) -> None:
    """Bytes of any kind never pay more turns than were asked for."""
    reader = StatusReader()
    asked = draw.byte() % 5
    for _ in range(asked):
        reader.expect_processed()
    paid = sum(isinstance(event, Processed) for event in reader.feed(draw.rest()))
    assert paid == asked - reader.turns <= asked


SEEDS = (
    b"\0\0\1\2\3\x53\x12\x12\x12\x12",
    b"\0\x30\x50\0\x51\x10\0" + b"\x52\0\0\x0c" + b"\x45\x50\x12",
    b"\0\x56" + process_block(b"ABCo") + b"\x52" + cleared_block() + b"\x53" + pushed_packet(frozenset(FLAGS)),
    *(bytes((1, value >> 8, value & 0xFF, 0, 1, 2, 3, 3)) for value in (0, 0xFFF, 0x100, 0x22)),
    b"\2\3\0\x12\0\x14\x10\0\0\0\0\x60",
)
