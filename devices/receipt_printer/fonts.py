"""Where the letters come from: finds the font files, says which face has which character. Knows no slip, no printer.

Faces: Noto Sans CJK SC in Medium and Bold (thin strokes do not survive one bit), the number face Kapok Digits when
set-up has built it, HanaMin for characters that Noto lacks. Looked for where set-up and Debian put them.
"""

from __future__ import annotations

import mmap
import struct
from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import ImageFont

from devices.errors import DeviceError

if TYPE_CHECKING:
    from collections.abc import Iterable

_PROJECT_FONTS = Path(__file__).resolve().parents[2] / "build" / "assets" / "fonts"
FOLDERS = (
    _PROJECT_FONTS,
    Path("/usr/share/kapok/fonts"),
    Path("/usr/share/fonts/opentype/noto"),
    Path("/usr/share/fonts/truetype/hanazono"),
    Path("/usr/local/share/fonts"),
)
_SC_FACE = 2  # in the Noto CJK collections: JP, KR, SC, TC, HK
_CLOSING = 0xFFFF  # the segment that closes a table of format 4 maps nothing
Buffer = bytes | mmap.mmap
_UNICODE_TABLES = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3))


class FontMissingError(DeviceError):
    """Environment: no font for the slip on this machine; install fonts-noto-cjk."""

    code = "font_missing"


class Characters:
    """Which code points a face has, as ranges: kilobytes, where a set of 65 000 numbers would take 6 MB a face."""

    __slots__ = ("_firsts", "_lasts")

    def __init__(self, ranges: Iterable[tuple[int, int]] = ()) -> None:
        ordered = sorted(ranges)
        self._firsts = array("L", (first for first, _ in ordered))
        self._lasts = array("L", (last for _, last in ordered))

    def __contains__(self, point: int) -> bool:
        at = bisect_right(self._firsts, point) - 1
        return at >= 0 and point <= self._lasts[at]


@dataclass(frozen=True)
class Face:
    """One font file (and its place in a collection), with the set of characters it can show."""

    path: str
    index: int
    characters: Characters = field(repr=False)

    def has(self, character: str) -> bool:
        return ord(character) in self.characters

    def at(self, em: int) -> ImageFont.FreeTypeFont:
        """The face at `em` dots."""
        return _sized(self.path, self.index, em)


@lru_cache(maxsize=4)  # each maps its whole file anew: sixty-four took 10 MB more and saved 4 ms a slip
def _sized(path: str, index: int, em: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, em, index=index, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=16)
def load(*names: str, index: int = 0, folders: tuple[Path, ...] = FOLDERS) -> Face | None:
    """The first of `names` that is in `folders`, or None."""
    for name in names:
        for folder in folders:
            path = folder / name
            if path.is_file():
                with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
                    return Face(str(path), index, characters_of(data, index))  # not read: a collection has 20 MB
    return None


@dataclass(frozen=True)
class Shelf:
    """The faces a slip is drawn with; `digits` and `rare` may be missing."""

    medium: Face
    bold: Face
    digits: Face | None
    digits_bold: Face | None
    rare: tuple[Face, ...]

    def pick(self, character: str, *, bold: bool, digits: bool) -> Face:
        """The face for one character: the number face if wanted and able, else Noto, else a rare-character face."""
        number = self.digits_bold if bold else self.digits
        if digits and number is not None and number.has(character):
            return number
        plain = self.bold if bold else self.medium
        return next((face for face in (plain, *self.rare) if face.has(character)), plain)


@lru_cache(maxsize=4)
def shelf(folders: tuple[Path, ...] = FOLDERS) -> Shelf:
    """All faces there are. Raises FontMissingError without Noto Sans CJK."""
    bold = load("NotoSansCJK-Bold.ttc", "NotoSansCJK-Regular.ttc", index=_SC_FACE, folders=folders)
    medium = load("NotoSansCJK-Medium.ttc", "NotoSansCJK-Bold.ttc", index=_SC_FACE, folders=folders)
    if bold is None or medium is None:
        raise FontMissingError("receipt_printer", "NotoSansCJK-Bold.ttc")
    rare = (load("HanaMinA.ttf", folders=folders), load("HanaMinB.ttf", folders=folders))
    return Shelf(
        medium=medium,
        bold=bold,
        digits=load("KapokDigits-SemiBold.ttf", "KapokDigits-Bold.ttf", folders=folders),
        digits_bold=load("KapokDigits-Bold.ttf", folders=folders),
        rare=tuple(face for face in rare if face is not None),
    )


def characters_of(data: Buffer, index: int = 0) -> Characters:
    """Code points that a font file maps, from its cmap (OpenType specification, formats 4 and 12)."""
    start = struct.unpack_from(">I", data, 12 + 4 * index)[0] if data[:4] == b"ttcf" else 0
    count = struct.unpack_from(">H", data, start + 4)[0]
    for tag, _, offset, _ in struct.iter_unpack(">4sIII", data[start + 12 : start + 12 + 16 * count]):
        if tag == b"cmap":
            return Characters(_mapped(data, offset))
    return Characters()


def _mapped(data: Buffer, cmap: int) -> Iterable[tuple[int, int]]:
    count = struct.unpack_from(">H", data, cmap + 2)[0]
    records = list(struct.iter_unpack(">HHI", data[cmap + 4 : cmap + 4 + 8 * count]))
    tables = {(platform, encoding): cmap + offset for platform, encoding, offset in records}
    for key in _UNICODE_TABLES:
        if key in tables:
            table = tables[key]
            form = struct.unpack_from(">H", data, table)[0]
            return _segments(data, table) if form == 4 else _groups(data, table)  # noqa: PLR2004 the format's number
    return ()


def _segments(data: Buffer, table: int) -> Iterable[tuple[int, int]]:
    double = struct.unpack_from(">H", data, table + 6)[0]
    ends = struct.unpack_from(f">{double // 2}H", data, table + 14)
    starts = struct.unpack_from(f">{double // 2}H", data, table + 16 + double)
    ranges = zip(starts, ends, strict=True)
    return ((first, min(last, _CLOSING - 1)) for first, last in ranges if first < _CLOSING)


def _groups(data: Buffer, table: int) -> Iterable[tuple[int, int]]:
    count = struct.unpack_from(">I", data, table + 12)[0]
    groups = struct.iter_unpack(">III", data[table + 16 : table + 16 + 12 * count])
    return ((first, last) for first, last, _ in groups)
