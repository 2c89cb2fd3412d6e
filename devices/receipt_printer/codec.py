"""ESC/POS commands out: what we ask of a receipt printer, as bytes. Pure; knows no wire, no font and no slip.

Chinese text goes out in the printer's own encoding (`Letters`), and only characters that it is sure to have: those that
come back from two-byte GBK unchanged, and for GB18030 the four-byte letters of CJK Extension A, which GB 18030-2000
asks of every printer that bears its name. The four-byte ¥ (U+00A5), which a GBK printer shows as "0 6", is never sent;
its full-width sister ￥ (U+FFE5) is. Control characters are refused, so no text can carry a command.
Answers are read in `status`. Source: Epson ESC/POS command reference; names are its own (ESC @, GS v 0 …).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.values.receipt_printer import Letters

if TYPE_CHECKING:
    from devices.values.receipt_printer import Align

MAX_SLICE_ROWS = 255  # a raster is cut in slices: small printers hold no more, and the high byte stays 0
MAX_SLICE_BYTES = 2048  # … nor more bytes than the driver sends between two looks at the printer
MAX_QR_BYTES = 512
ROM_DOTS = 24  # a Chinese letter of the printer's own is 24 × 24 dots, a Latin one 12 × 24

ESC, FS, GS, DLE = 0x1B, 0x1C, 0x1D, 0x10
DOTS_PER_INCH = 203
_ALIGNMENTS = {"left": 0, "center": 1, "right": 2}
_EXTENSION_A = frozenset(map(chr, range(0x3400, 0x4DB6)))
_GBK_BYTES = 2  # of a letter
_TIMES = range(1, 9)  # GS !: three bits each way
_ONE_BYTE = 255  # GS v 0: the high byte of a width stays 0
_FIRST_PRINTABLE, _LAST_PRINTABLE = 0x20, 0x7E


class UnprintableError(ValueError):
    """Ours: something was to be sent that this printer's own letters or symbols cannot show. Draw dots instead."""

    code = "unprintable"


def sayable(text: str, letters: Letters) -> bool:
    """True when the printer's own letters can show every character of `text`."""
    return all(_letter(character, letters) for character in text)


def _letter(character: str, letters: Letters) -> bytes:
    """One character as this printer takes it; empty when it may have none for it."""
    if letters is Letters.NONE:
        return b""
    if _FIRST_PRINTABLE <= ord(character) <= _LAST_PRINTABLE:
        return character.encode("ascii")
    if letters is Letters.GB18030 and (character in _EXTENSION_A or character == "€"):
        return character.encode("gb18030")
    gbk = _gbk(character)
    return character.encode("utf-8") if gbk and letters is Letters.UTF_8 else gbk


def _gbk(character: str) -> bytes:
    try:
        encoded = character.encode("gbk")
    except UnicodeEncodeError:
        return b""
    return encoded if len(encoded) == _GBK_BYTES and encoded.decode("gbk") == character else b""


def columns(text: str) -> int:
    """Width in Latin columns of 12 dots: Chinese letters take two."""
    return sum(1 if ord(character) <= _LAST_PRINTABLE else 2 for character in text)


def own_text(text: str, letters: Letters) -> bytes:
    """Text in the printer's own letters. Raises UnprintableError for what `sayable` denies."""
    encoded = [_letter(character, letters) for character in text]
    if not all(encoded):
        raise UnprintableError(f"text has characters that no {letters.value} printer is sure to have")
    return b"".join(encoded)


def initialise(letters: Letters = Letters.GBK) -> bytes:
    """ESC @, then dots as the unit of feeds (GS P) and the printer's Chinese letters on.

    FS & for GBK and GB18030. For UTF-8, FS ( C 48 (encoding: UTF-8) and 60 (second font: Simplified Chinese).
    """
    start = bytes((ESC, 0x40, GS, 0x50, DOTS_PER_INCH, DOTS_PER_INCH))
    match letters:
        case Letters.NONE:
            return start
        case Letters.UTF_8:
            return start + bytes((FS, 0x28, 0x43, 2, 0, 0x30, 0x32)) + bytes((FS, 0x28, 0x43, 3, 0, 0x3C, 1, 20))
        case _:
            return start + bytes((FS, 0x26))


def push_status(*, on: bool = True) -> bytes:
    """GS a: tell by yourself when anything changes (drawer excepted); or keep still until asked."""
    return bytes((GS, 0x61, 0x0E if on else 0))


def realtime_query(query: int) -> bytes:
    """DLE EOT n, n = 1-4."""
    return bytes((DLE, 0x04, query))


def processed_query() -> bytes:
    """GS r 1: answer when its turn comes, that is when all before it has been printed and cut."""
    return bytes((GS, 0x72, 0x01))


def process_query(token: bytes) -> bytes:
    """GS ( H 48: give `token` (four characters) back when its turn comes; `status` says which characters."""
    return bytes((GS, 0x28, 0x48, 6, 0, 0x30, 0x30)) + token


def fill() -> bytes:
    """NULs that end whatever command was broken off in the middle; a printer that waits for none skips them."""
    return bytes(MAX_SLICE_BYTES + 16)


def clear_buffer() -> bytes:
    """DLE DC4 8: throw away what was received and not printed, so that half a slip does not go on by itself later.

    Epson's printers answer 37 25 00 when it is done.
    """
    return bytes((DLE, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08))


def align(side: Align) -> bytes:
    """ESC a: left, centre or right, for whole lines."""
    return bytes((ESC, 0x61, _ALIGNMENTS[side.value]))


def indent(dots: int) -> bytes:
    """ESC $: the line starts so far from the left edge."""
    return bytes((ESC, 0x24)) + dots.to_bytes(2, "little")


def magnify(width: int, height: int) -> bytes:
    """GS !: letters 1-8 times as wide and high, Latin and Chinese alike."""
    if width not in _TIMES or height not in _TIMES:
        raise UnprintableError("letters grow 1 to 8 times")
    return bytes((GS, 0x21, (width - 1) << 4 | (height - 1)))


def bold(*, on: bool) -> bytes:
    """ESC E: letters struck twice."""
    return bytes((ESC, 0x45, int(on)))


def line_pitch(dots: int) -> bytes:
    """ESC 3: distance from line to line."""
    return bytes((ESC, 0x33, min(dots, 255)))


def line_end() -> bytes:
    """LF: print the line and go on by the pitch."""
    return b"\n"


def feed(dots: int) -> bytes:
    """ESC J as often as needed: blank paper."""
    full, rest = divmod(max(dots, 0), 255)
    return bytes((ESC, 0x4A, 255)) * full + (bytes((ESC, 0x4A, rest)) if rest else b"")


def raster(width_bytes: int, rows: bytes) -> list[bytes]:
    """GS v 0: dots, one bit each, 1 = black, most significant bit left; one command for each slice of rows.

    Raises UnprintableError when `rows` is no whole number of rows.
    """
    if not 0 < width_bytes <= _ONE_BYTE or len(rows) % width_bytes:
        raise UnprintableError("raster is no whole number of rows")
    step = width_bytes * min(MAX_SLICE_ROWS, MAX_SLICE_BYTES // width_bytes)
    return [_slice(width_bytes, rows[start : start + step]) for start in range(0, len(rows), step)]


def _slice(width_bytes: int, rows: bytes) -> bytes:
    return bytes((GS, 0x76, 0x30, 0, width_bytes, 0, len(rows) // width_bytes, 0)) + rows


def qr(content: str, module_dots: int) -> bytes:
    """GS ( k: model 2, level M, stored and printed. Raises UnprintableError for what is not short printable ASCII."""
    data = content.encode("ascii", "replace")
    if not 0 < len(data) <= MAX_QR_BYTES or not (content.isascii() and content.isprintable()):
        raise UnprintableError("a native QR code holds up to 512 printable ASCII characters")
    return b"".join(
        (
            _symbol(b"\x31\x41\x32\x00"),
            _symbol(bytes((0x31, 0x43, max(1, min(module_dots, 16))))),
            _symbol(b"\x31\x45\x31"),
            _symbol(b"\x31\x50\x30" + data),
            _symbol(b"\x31\x51\x30"),
        )
    )


def _symbol(payload: bytes) -> bytes:
    return bytes((GS, 0x28, 0x6B)) + len(payload).to_bytes(2, "little") + payload


def cut() -> bytes:
    """GS V 66: feed to the knife and cut."""
    return bytes((GS, 0x56, 0x42, 0x00))
