"""ESC/POS as a printer reads it: bytes in, in any chunks, commands out. Pure; knows no paper and no fault.

Part of the emulator, the other half of `codec`. Which bytes of text belong together depends on the printer's `letters`;
one that has UTF-8 reads GBK until FS ( C says otherwise, and again after ESC @. What it does not know it skips and
counts in `unknown`; what is larger than any slip needs is skipped without being kept and counted in `rejected`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from devices.receipt_printer.codec import DLE, ESC, FS, GS
from devices.values.receipt_printer import Letters

MAX_RASTER_BYTES = 256 * 1024
MAX_SYMBOL_BYTES = 4096
_SPACE = 0x20
_GBK_LEAD = 0x81
_LF, _CR, _HT = 0x0A, 0x0D, 0x09
_RASTER_HEAD = 8
_SYMBOL_HEAD = 5


class Kind(StrEnum):
    """What a command asks for."""

    INIT = "init"
    TEXT = "text"
    LINE_END = "line_end"
    FEED = "feed"
    PITCH = "pitch"
    ALIGN = "align"
    MAGNIFY = "magnify"
    BOLD = "bold"
    INDENT = "indent"
    REVERSE = "reverse"
    CHINESE = "chinese"
    RASTER = "raster"
    SYMBOL = "symbol"
    CUT = "cut"
    PROCESSED = "processed"
    PROCESS_ID = "process_id"
    PUSH_STATUS = "push_status"
    REALTIME = "realtime"
    CLEAR = "clear"
    ENCODING = "encoding"


IMMEDIATE = frozenset({Kind.REALTIME, Kind.CLEAR})  # done when received, not in their turn


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its small numbers in `args`, its payload in `data`."""

    kind: Kind
    args: tuple[int, ...] = ()
    data: bytes = b""


# prefix -> (number of argument bytes, what it is; None: known, of no consequence here)
_FIXED: dict[tuple[int, int], tuple[int, Kind | None]] = {
    (ESC, 0x40): (0, Kind.INIT),
    (ESC, 0x61): (1, Kind.ALIGN),
    (ESC, 0x45): (1, Kind.BOLD),
    (ESC, 0x33): (1, Kind.PITCH),
    (ESC, 0x4A): (1, Kind.FEED),
    (ESC, 0x24): (2, Kind.INDENT),
    (ESC, 0x74): (1, None),  # code page
    (ESC, 0x52): (1, None),  # international set
    (ESC, 0x4D): (1, None),  # font
    (ESC, 0x2D): (1, None),  # underline
    (FS, 0x26): (0, Kind.CHINESE),
    (FS, 0x2E): (0, Kind.CHINESE),
    (GS, 0x21): (1, Kind.MAGNIFY),
    (GS, 0x42): (1, Kind.REVERSE),
    (GS, 0x50): (2, None),  # motion units: dots are taken anyway
    (GS, 0x61): (1, Kind.PUSH_STATUS),
    (GS, 0x72): (1, Kind.PROCESSED),
    (DLE, 0x04): (1, Kind.REALTIME),
    (DLE, 0x05): (1, None),  # recover
}
_CLEAR_TAIL = b"\x08\x01\x03\x14\x01\x06\x02\x08"
_BRACKETS = {(GS, 0x6B): Kind.SYMBOL, (GS, 0x48): Kind.PROCESS_ID, (FS, 0x43): Kind.ENCODING}
_LEAST, _WITH_ONE = 2, 3  # bytes of a command: its two, and with one argument
_COLUMNS_HEAD, _24_DOTS = 5, 32  # ESC * m nL nH; from this m on a column has three bytes
_CHINESE_ON = 0x26  # FS &; FS . is off
_CUT_FEEDS = {0x41, 0x42, 0x61, 0x62, 0x67, 0x68}  # GS V m n; other m stand alone


_GB18030_DIGITS = range(0x30, 0x3A)  # second and fourth of four bytes
_UTF_8_LEADS = ((0xC2, 1), (0xE0, 2), (0xF0, 3), (0xF5, 0))  # from this byte on, so many bytes follow
_UTF_8_GOES_ON = range(0x80, 0xC0)
_ENCODE, _UTF_8_NAMES = b"\x30", frozenset({b"\x02", b"\x32"})  # FS ( C 48, m = 2 or 50


def _utf_8_size(first: int, rest: bytes) -> int:
    """As `CommandParser._letter_size`; a lead byte without what has to follow stands alone."""
    more = next((count for lead, count in reversed(_UTF_8_LEADS) if first >= lead), 0)
    for at in range(more):
        if at >= len(rest):
            return 0
        if rest[at] not in _UTF_8_GOES_ON:
            return 1
    return 1 + more


class CommandParser:
    """Feeds on bytes; keeps what is not complete yet."""

    def __init__(self, letters: Letters = Letters.GBK) -> None:
        self._letters = letters
        self._utf_8 = False
        self.unknown = 0
        self.rejected = 0
        self._buffer = bytearray()
        self._skip = 0

    def feed(self, data: bytes) -> list[Command]:
        """Take what came; return the commands that are complete now."""
        self._buffer += data
        found: list[Command] = []
        while self._drop_skipped() and self._buffer:
            step = self._step()
            if step is None:
                break
            used, command = step
            del self._buffer[:used]
            if command is not None:
                found.append(command)
        return found

    def _drop_skipped(self) -> bool:
        dropped = min(self._skip, len(self._buffer))
        del self._buffer[:dropped]
        self._skip -= dropped
        return self._skip == 0

    def _step(self) -> tuple[int, Command | None] | None:
        first = self._buffer[0]
        if first >= _SPACE:
            return self._text()
        if first in {ESC, FS, GS, DLE}:
            return self._escape()
        if first == _LF:
            return 1, Command(Kind.LINE_END)
        self.unknown += first not in {_CR, _HT, 0}
        return 1, None

    def _text(self) -> tuple[int, Command] | None:
        end = 0
        while end < len(self._buffer) and self._buffer[end] >= _SPACE:
            step = self._letter_size(end)
            if not step or end + step > len(self._buffer):
                break  # a part of a Chinese letter
            end += step
        return (end, Command(Kind.TEXT, data=bytes(self._buffer[:end]))) if end else None

    def _letter_size(self, at: int) -> int:
        """How many bytes the letter has that begins there; 0 when the bytes that tell are not here yet."""
        first, rest = self._buffer[at], self._buffer[at + 1 : at + 4]
        if self._utf_8:
            return _utf_8_size(first, bytes(rest))
        if first < _GBK_LEAD:
            return 1
        if self._letters is not Letters.GB18030:
            return 2
        return (4 if rest[0] in _GB18030_DIGITS else 2) if rest else 0

    def _escape(self) -> tuple[int, Command | None] | None:
        if len(self._buffer) < _LEAST:
            return None
        prefix = (self._buffer[0], self._buffer[1])
        if prefix in _FIXED:
            return self._fixed(*_FIXED[prefix])
        special = {
            (GS, 0x76): self._raster,
            (GS, 0x28): self._bracket,
            (FS, 0x28): self._bracket,
            (GS, 0x56): self._cut,
            (DLE, 0x14): self._clear,
            (ESC, 0x2A): self._columns,
        }.get(prefix)
        if special is not None:
            return special()
        self.unknown += 1
        return 2, None

    def _fixed(self, count: int, kind: Kind | None) -> tuple[int, Command | None] | None:
        if len(self._buffer) < 2 + count:
            return None
        args = tuple(self._buffer[2 : 2 + count])
        if kind is Kind.INIT:
            self._utf_8 = False
        if kind is Kind.CHINESE:
            args = (int(self._buffer[1] == _CHINESE_ON),)
        return 2 + count, Command(kind, args) if kind else None

    def _raster(self) -> tuple[int, Command | None] | None:
        if len(self._buffer) < _RASTER_HEAD:
            return None
        width = int.from_bytes(self._buffer[4:6], "little")
        rows = int.from_bytes(self._buffer[6:8], "little")
        return self._payload(_RASTER_HEAD, width * rows, MAX_RASTER_BYTES, Kind.RASTER, (width, rows))

    def _bracket(self) -> tuple[int, Command | None] | None:
        if len(self._buffer) < _SYMBOL_HEAD:
            return None
        size = int.from_bytes(self._buffer[3:5], "little")
        kind = _BRACKETS.get((self._buffer[0], self._buffer[2]))
        if kind is Kind.ENCODING and self._letters is not Letters.UTF_8:
            kind = None
        whole = len(self._buffer) >= _SYMBOL_HEAD + size
        self.unknown += kind is None and whole
        if kind is Kind.ENCODING and whole and self._buffer[_SYMBOL_HEAD : _SYMBOL_HEAD + size].startswith(_ENCODE):
            self._utf_8 = bytes(self._buffer[_SYMBOL_HEAD + 1 : _SYMBOL_HEAD + size]) in _UTF_8_NAMES
        return self._payload(_SYMBOL_HEAD, size, MAX_SYMBOL_BYTES, kind, ())

    def _columns(self) -> tuple[int, Command | None] | None:
        if len(self._buffer) < _COLUMNS_HEAD:
            return None
        size = int.from_bytes(self._buffer[3:_COLUMNS_HEAD], "little") * (3 if self._buffer[2] >= _24_DOTS else 1)
        self.unknown += len(self._buffer) >= _COLUMNS_HEAD + size
        return self._payload(_COLUMNS_HEAD, size, MAX_RASTER_BYTES, None, ())

    def _payload(
        self, head: int, size: int, limit: int, kind: Kind | None, args: tuple[int, ...]
    ) -> tuple[int, Command | None] | None:
        if size > limit:
            self.rejected += 1
            self._skip = size
            return head, None
        if len(self._buffer) < head + size:
            return None
        data = bytes(self._buffer[head : head + size])
        return head + size, Command(kind, args, data) if kind and size else None

    def _cut(self) -> tuple[int, Command | None] | None:
        if len(self._buffer) < _WITH_ONE:  # GS V m
            return None
        length = _WITH_ONE + (self._buffer[2] in _CUT_FEEDS)
        return None if len(self._buffer) < length else (length, Command(Kind.CUT))

    def _clear(self) -> tuple[int, Command | None] | None:
        if len(self._buffer) < _WITH_ONE:  # DLE DC4 fn
            return None
        if self._buffer[2] != _CLEAR_TAIL[0]:
            self.unknown += 1
            return _WITH_ONE, None
        if len(self._buffer) < 2 + len(_CLEAR_TAIL):
            return None
        known = bytes(self._buffer[2 : 2 + len(_CLEAR_TAIL)]) == _CLEAR_TAIL
        self.unknown += not known
        return 2 + len(_CLEAR_TAIL), Command(Kind.CLEAR) if known else None
