"""What a code scanner sends, and what a kiosk reads in it: codes cut from a stream, slip codes; and typed lines."""

from __future__ import annotations

import os
import re
import uuid

from devices.code_scanner.codec import ENCODINGS, MAX_CODE_BYTES, CodeDecoder, TooLong, decode_code
from devices.values.code_scanner import ScannedCode
from hall_server.contract.slip_code import PREFIX, SlipCodeError, parse_slip_code, slip_code
from kiosk.runner.typed import LINE_LIMIT, typed_lines
from tests.fuzz.draw import Draw, pieces

ROOMS = (
    "devices.code_scanner.codec",
    "hall_server.contract.crockford",
    "hall_server.contract.slip_code",
    "kiosk.runner.typed",
)
REASONS = {"prefix", "length", "digit", "range", "modes"}
SAMPLE = slip_code(uuid.UUID(int=0x1234_5678_9ABC_DEF0).bytes, "L")


def attempt(data: bytes) -> None:
    """The first byte says what the rest is: a stream, a slip code, the inside of one, or typed lines."""
    draw = Draw(data)
    (_stream, _code, _inside, _typed)[draw.byte() % 4](draw)


def _stream(draw: Draw) -> None:
    size, times, data = draw.byte(), draw.byte() % 8, draw.rest()
    if times:
        data *= 1 << times  # longer than the longest code, now and then
    data = data[: 3 * MAX_CODE_BYTES]
    whole, sliced, found = CodeDecoder(), CodeDecoder(), []
    for piece in pieces(data, size):
        found += sliced.feed(piece)
        assert len(sliced._code) <= MAX_CODE_BYTES
    assert whole.feed(data) == found, "the chunks make a difference"
    assert whole.pending == sliced.pending
    rest = sliced.flush()
    assert whole.flush() == rest
    assert bool(rest) <= 1
    assert not sliced.pending
    for code in [*found, *rest]:
        if not isinstance(code, TooLong):
            _text(code)
    kept = b"\n".join(code.data for code in [*found, *rest] if isinstance(code, ScannedCode))
    if not any(isinstance(code, TooLong) for code in [*found, *rest]):
        assert kept == b"\n".join(filter(None, re.split(rb"[\r\n]+", data))), "bytes were lost"


def _text(code: ScannedCode) -> None:
    assert code.encoding in ENCODINGS
    assert code.text.encode(code.encoding) == code.data, "the text is not what came"
    assert decode_code(code.data) == code
    _slip(code.text)


def _code(draw: Draw) -> None:
    _slip(decode_code(draw.rest()).text)


def _inside(draw: Draw) -> None:
    """A code with right digits, and something behind or before it."""
    ticket, modes = draw.take(16).ljust(16, b"\0"), draw.take(draw.byte() % 4).decode("latin-1")
    try:
        made = slip_code(ticket, modes)
    except SlipCodeError as error:
        if error.reason not in REASONS:
            raise
        return
    found, read = parse_slip_code(made)
    assert (found, read) == (ticket, modes.upper())
    for spelt in (made.lower(), f"https://hall.invalid/t/{made}", f" {made}\n"):
        assert parse_slip_code(spelt) == (found, read), spelt
    _slip(made + decode_code(draw.rest()).text)


def _slip(text: str) -> None:
    try:
        ticket, modes = parse_slip_code(text)
    except SlipCodeError as error:
        if error.reason not in REASONS:
            raise
        return
    assert parse_slip_code(slip_code(ticket, modes)) == (ticket, modes), "read, written and read again is another one"
    assert len(ticket) == 16


def _typed(draw: Draw) -> None:
    data = draw.rest()[:8192]
    reading, writing = os.pipe()
    try:
        os.write(writing, data)
        os.close(writing)
        assert all(len(line) <= LINE_LIMIT and "\n" not in line for line in typed_lines(reading))
    finally:
        os.close(reading)


SEEDS = (
    b"\0\4\0" + SAMPLE.encode() + b"\r\n" + b"second\n\r" + "第二".encode("gb18030") + b"\n\xff\xfe",
    b"\0\7\7" + b"x" * 200,
    b"\1" + SAMPLE.encode(),
    b"\1" + f"https://hall.invalid/t/{PREFIX}:".encode() + b"0" * 26,
    b"\1" + f"{PREFIX}:".encode() + b"Z" * 26,
    b"\1" + f"{PREFIX}:".encode() + b"il0O" * 6 + b"12:LH",
    b"\2" + bytes(range(16)) + b"\1L",
    b"\3look\nscan x\n" + b"y" * 300 + b"\nend",
)
