"""Bytes of one page as scanimage sends it (PNM: P4, P5, P6) -> a picture. Sans-IO; knows no process and no clock.

Nothing here raises on what comes. Before a byte of a picture is kept its header has said how large it will be.
Formats: netpbm's pbm(5), pgm(5), ppm(5), raw forms only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

MAX_HEADER_BYTES = 512
MAX_PIXELS = 40_000_000  # A4 at 600 dpi is 34.8 million
MAX_SIDE_PX = 20_000
_CHANNELS = {b"P4": 1, b"P5": 1, b"P6": 3}
_COMMENT = re.compile(rb"#[^\n]*\n")
_SPACE = b" \t\r\n\v\f"
_WIDE = 255  # a larger maxval means two bytes a sample, the high one first
_WIDEST = 0xFFFF


@dataclass(frozen=True, slots=True)
class Layout:
    """What a header says: samples of `bits` (1, 8 or 16), `channels` of them a pixel, 1 or 3 (red, green, blue)."""

    width_px: int
    height_px: int
    channels: int
    bits: int

    @property
    def row_bytes(self) -> int:
        """Bytes of one row; rows of single bits end at a whole byte."""
        return -(-self.width_px * self.channels * self.bits // 8)

    @property
    def total_bytes(self) -> int:
        """Bytes of the whole picture."""
        return self.row_bytes * self.height_px


@dataclass(frozen=True, slots=True)
class Picture:
    """One whole picture as it came, row after row from the top; in P4, 1 is black."""

    layout: Layout
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Broken:
    """No picture. `reason`: empty | not_pnm | header | too_large | truncated | overlong."""

    reason: str


class PnmDecoder:
    """One page: `feed` what comes, then `finish` for what it is. Keeps no more than the header promises."""

    def __init__(self, max_pixels: int = MAX_PIXELS) -> None:
        self._max_pixels = max_pixels
        self._head = bytearray()
        self._body = bytearray()
        self._broken = ""
        self.layout: Layout | None = None

    @property
    def share(self) -> float:
        """How much of the picture is there, 0 to 1; 0 before the header has come."""
        return min(1.0, len(self._body) / self.layout.total_bytes) if self.layout else 0.0

    @property
    def broken(self) -> bool:
        """True when no more bytes can make it a picture."""
        return bool(self._broken)

    @property
    def kept(self) -> int:
        """Bytes that are held."""
        return len(self._head) + len(self._body)

    def feed(self, data: bytes) -> None:
        """Take what came."""
        if self.layout is None and not self._broken:
            data = self._header(data)
        if self._broken or self.layout is None:
            return
        if len(self._body) + len(data) > self.layout.total_bytes:
            self._spoil("overlong")
        else:
            self._body += data

    def finish(self) -> Picture | Broken:
        """The page has ended. Call it once: what was held is let go."""
        if self._broken:
            return Broken(self._broken)
        if self.layout is None:
            return Broken("header" if self._head else "empty")
        if len(self._body) < self.layout.total_bytes:
            self._spoil("truncated")
            return Broken("truncated")
        data = bytes(self._body)
        self._body.clear()
        return Picture(self.layout, data)

    def _spoil(self, reason: str) -> None:
        self._broken = reason
        self._head.clear()
        self._body.clear()

    def _header(self, data: bytes) -> bytes:
        """Take bytes for the header; returns those that stand behind it."""
        room = MAX_HEADER_BYTES - len(self._head)
        self._head += data[:room]
        found = _parse_header(bytes(self._head))
        if isinstance(found, str):
            self._spoil(found)
            return b""
        if found is None:
            if len(self._head) >= MAX_HEADER_BYTES:
                self._spoil("header")
            return b""
        self.layout, at = found
        behind = bytes(self._head[at:]) + data[room:]
        self._head.clear()
        width, height = self.layout.width_px, self.layout.height_px
        if max(width, height) > MAX_SIDE_PX or width * height > self._max_pixels:
            self._spoil("too_large")
        return behind


def encode_header(layout: Layout) -> bytes:
    """The header of such a picture, as scanimage writes it."""
    kind = {(1, 1): b"P4", (1, 8): b"P5", (1, 16): b"P5", (3, 8): b"P6", (3, 16): b"P6"}[layout.channels, layout.bits]
    size = b"%s\n# SANE data follows\n%d %d\n" % (kind, layout.width_px, layout.height_px)
    return size if layout.bits == 1 else size + b"%d\n" % (2**layout.bits - 1)


def _parse_header(head: bytes) -> tuple[Layout, int] | str | None:
    """The layout and where the picture begins; why there is none; or None when more bytes are needed."""
    if head[:2] not in _CHANNELS:
        return "not_pnm" if len(head) >= 2 else None  # noqa: PLR2004  # two letters say which format it is
    wanted = 2 if head[:2] == b"P4" else 3
    numbers: list[int] = []
    at = 2
    while len(numbers) < wanted:
        number = _number(head, at)
        if not isinstance(number, tuple):
            return number
        value, at = number
        numbers.append(value)
    if at >= len(head):
        return None
    width, height, top = (*numbers, 1)[:3]
    if head[at] not in _SPACE or not (width and height and 1 <= top <= _WIDEST):
        return "header"
    bits = 1 if wanted == 2 else 8 if top <= _WIDE else 16  # noqa: PLR2004  # P4 has no maxval
    return Layout(width, height, _CHANNELS[head[:2]], bits), at + 1


def _number(head: bytes, at: int) -> tuple[int, int] | str | None:
    """The number behind blanks and comments, and its end; "header": there is none; None: it is not all there."""
    while at < len(head) and (head[at] in _SPACE or head[at] == ord("#")):
        comment = _COMMENT.match(head, at) if head[at] == ord("#") else None
        if head[at] == ord("#") and comment is None:
            return None
        at = comment.end() if comment else at + 1
    end = at
    while end < len(head) and head[end : end + 1].isdigit():
        end += 1
    if end >= len(head):
        return None
    return (int(head[at:end]), end) if 0 < end - at <= 6 else "header"  # noqa: PLR2004  # MAX_SIDE_PX has five digits
