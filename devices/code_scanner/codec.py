"""Bytes of a serial code scanner -> codes, and bytes of one code -> text. Sans-IO; knows no wire and no clock.

Scanners send the code and end it with CR, LF, CR LF or nothing (then a pause ends it; the driver says when).
Nothing here raises on what comes from the wire.
"""

from __future__ import annotations

from dataclasses import dataclass

from devices.values.code_scanner import ScannedCode, Symbol

MAX_CODE_BYTES = 4096  # the largest QR code holds 2953 bytes
ENCODINGS = ("utf-8", "gb18030", "latin-1")  # tried strictly, in this order; the last takes anything
UNSEEN = Symbol()  # the scanner sends bytes and says nothing of where they were


@dataclass(frozen=True, slots=True)
class TooLong:
    """A code of more than MAX_CODE_BYTES was thrown away, up to its end."""


def decode_code(data: bytes, symbol: Symbol = UNSEEN) -> ScannedCode:
    """The text of one code by the first encoding that fits; the bytes are kept, whatever the symbol claims of them."""
    for encoding in ENCODINGS[:-1]:
        try:
            return ScannedCode(data, data.decode(encoding), encoding, symbol)
        except UnicodeDecodeError:
            continue
    return ScannedCode(data, data.decode(ENCODINGS[-1]), ENCODINGS[-1], symbol)


class CodeDecoder:
    """Cuts a byte stream into codes, whatever the chunks. Holds at most MAX_CODE_BYTES between two calls."""

    def __init__(self) -> None:
        self._code = bytearray()
        self._too_long = False

    @property
    def pending(self) -> bool:
        """True while a code has begun and is not ended."""
        return bool(self._code) or self._too_long

    def feed(self, data: bytes) -> list[ScannedCode | TooLong]:
        """Take what came, return the codes that ended in it. Empty codes (the LF behind a CR) are none."""
        found: list[ScannedCode | TooLong] = []
        *ended, rest = data.replace(b"\r", b"\n").split(b"\n")
        for piece in ended:
            self._add(piece)
            found += self.flush()
        self._add(rest)
        return found

    def flush(self) -> list[ScannedCode | TooLong]:
        """The pause has come: what is pending is a whole code."""
        code, too_long = bytes(self._code), self._too_long
        self._code.clear()
        self._too_long = False
        if too_long:
            return [TooLong()]
        return [decode_code(code)] if code else []

    def _add(self, piece: bytes) -> None:
        self._too_long = self._too_long or len(self._code) + len(piece) > MAX_CODE_BYTES
        if self._too_long:
            self._code.clear()
        else:
            self._code += piece
