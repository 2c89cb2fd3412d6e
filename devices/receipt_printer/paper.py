"""The paper in the emulated printer: commands become dots as the head would burn them, a cut gives a picture.

Knows type and dots; no faults, no wire. The printer's own letters are shown as 24 × 24 dots blown up, as on paper.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from PIL import Image, ImageDraw, ImageOps
from qrcode.exceptions import DataOverflowError

from devices.receipt_printer import fonts, raster
from devices.receipt_printer.codec import ROM_DOTS
from devices.receipt_printer.parser import Command, Kind
from devices.values.receipt_printer import Letters

MAX_SLIP_ROWS = 8000
_MONO_SC_FACE = 7  # of NotoSansCJK-Bold.ttc
_MARGINS = {576: 32, 384: 40}  # dots of paper beside the head: 80 and 58 mm
_TOP_ROWS, _BOTTOM_ROWS = 16, 32
_DEFAULT_PITCH = 30
_QR_STORE, _QR_PRINT, _QR_SIZE = b"\x31\x50", b"\x31\x51", b"\x31\x43"


@dataclass
class _Style:
    """What ESC @ sets back."""

    align: int = 0
    width: int = 1
    height: int = 1
    bold: bool = False
    reverse: bool = False
    chinese: bool = False
    encoding: str = ""
    pitch: int = _DEFAULT_PITCH
    module: int = 3
    symbol: str = ""


@dataclass
class Roll:
    """Paper since the last cut. `text` and `codes` are what the printer's own letters and symbols said on it."""

    width: int = 576
    letters: Letters = Letters.GBK
    text: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    dropped_rows: int = 0
    _rows: list[Image.Image] = field(default_factory=list)
    _length: int = 0
    _line: list[Image.Image] = field(default_factory=list)
    _words: str = ""
    _style: _Style = field(default_factory=_Style)

    @property
    def has_ink(self) -> bool:
        """True when something was printed since the last cut."""
        return any(part.getextrema() != (raster.WHITE, raster.WHITE) for part in self._rows)

    def render(self, command: Command) -> Image.Image | None:
        """The rows that this command brings out of the head, black on white; None when it only sets something."""
        match command:
            case Command(Kind.LINE_END):
                return self._end_line()
            case Command(Kind.FEED, (dots,)):
                return self._blank(dots)
            case Command(Kind.RASTER, (width, rows), data):
                return self._across(_picture(width * 8, rows, data))
            case Command(Kind.SYMBOL, data=data):
                return self._symbol(data)
            case _:
                self._set(command)
                return None

    def _set(self, command: Command) -> None:
        style = self._style
        match command:
            case Command(Kind.INIT):
                self._style, self._line, self._words = _Style(), [], ""
            case Command(Kind.TEXT, data=data):
                self._write(data)
            case Command(Kind.ENCODING, data=data):
                if data[:1] == b"\x30":
                    style.encoding = "utf-8" if data[1:] in {b"\x02", b"\x32"} else ""
            case Command(Kind.INDENT, (low, high)):
                self._line = [raster.blank(min(low + high * 256, self.width), 1)]
            case Command(Kind.MAGNIFY, (size,)):
                style.width, style.height = (size >> 4 & 7) + 1, (size & 7) + 1
            case Command(Kind.ALIGN | Kind.PITCH | Kind.BOLD | Kind.REVERSE | Kind.CHINESE as kind, (value,)):
                setattr(style, kind.value, value if kind in {Kind.ALIGN, Kind.PITCH} else bool(value & 1))
            case _:
                pass

    def forget(self) -> None:
        """As switched off and on: a line that was not ended and all that was set is gone; what is on paper stays."""
        self._set(Command(Kind.INIT))

    def append(self, rows: Image.Image) -> None:
        """The head burns these rows."""
        if self._length + rows.height > MAX_SLIP_ROWS:
            self.dropped_rows += rows.height
            return
        self._rows.append(rows)
        self._length += rows.height

    def cut(self) -> Image.Image:
        """The slip as it falls out, with the margins that the head cannot reach; the roll starts anew."""
        margin = _MARGINS.get(self.width, 0)
        slip = raster.blank(self.width + 2 * margin, _TOP_ROWS + self._length + _BOTTOM_ROWS)
        y = _TOP_ROWS
        for rows in self._rows:
            slip.paste(rows, (margin, y))
            y += rows.height
        self._rows, self._length, self.text, self.codes = [], 0, [], []
        return slip.convert("1", dither=Image.Dither.NONE)

    def _blank(self, dots: int) -> Image.Image | None:
        return raster.blank(self.width, dots) if dots else None

    def _across(self, picture: Image.Image) -> Image.Image:
        rows = raster.blank(self.width, picture.height)
        rows.paste(picture, (max(0, self.width - picture.width) * self._style.align // 2, 0))
        return rows

    def _write(self, data: bytes) -> None:
        text = data.decode(self._encoding, errors="replace")
        self._words += text
        self._line.extend(self._letter(character) for character in text)

    @property
    def _encoding(self) -> str:
        """How this printer reads text now."""
        if self._style.encoding:
            return self._style.encoding
        if self.letters is Letters.NONE or not self._style.chinese:
            return "cp437"
        return "gb18030" if self.letters is Letters.GB18030 else "gbk"

    def _letter(self, character: str) -> Image.Image:
        face = fonts.load("NotoSansCJK-Bold.ttc", index=_MONO_SC_FACE)
        if face is None:
            raise fonts.FontMissingError("receipt_printer", "NotoSansCJK-Bold.ttc")
        cell = raster.blank(ROM_DOTS // 2 if character.isascii() else ROM_DOTS, ROM_DOTS)
        ImageDraw.Draw(cell).text((0, ROM_DOTS - 4), character, fill=raster.BLACK, font=face.at(ROM_DOTS), anchor="ls")
        cell = cell.point(lambda grey: raster.WHITE if grey >= raster.THRESHOLD else raster.BLACK)
        style = self._style
        cell = cell.resize((cell.width * style.width, cell.height * style.height), Image.Resampling.NEAREST)
        return ImageOps.invert(cell) if style.reverse else cell

    def _end_line(self) -> Image.Image | None:
        parts, self._line = self._line, []
        self.text.append(self._words)
        self._words = ""
        rows = raster.blank(self.width, max([self._style.pitch, *(part.height for part in parts)]))
        x = max(0, self.width - sum(part.width for part in parts)) * self._style.align // 2
        for part in parts:
            rows.paste(part, (x, 0))
            x += part.width
        return rows

    def _symbol(self, data: bytes) -> Image.Image | None:
        style = self._style
        if data.startswith(_QR_SIZE):
            style.module = max(1, min(data[2], 16)) if len(data) > 2 else style.module  # noqa: PLR2004 the size byte
        elif data.startswith(_QR_STORE):
            style.symbol = data[3:].decode("latin-1")
        elif data.startswith(_QR_PRINT) and style.symbol:
            return self._qr(style.symbol)
        return None

    def _qr(self, content: str) -> Image.Image | None:
        try:
            symbol = raster.qr_image(content, self._style.module)
        except (DataOverflowError, ValueError):  # more than the largest symbol holds: a printer prints none
            return None
        self.codes.append(content)
        return self._across(symbol)


def _picture(width: int, rows: int, data: bytes) -> Image.Image:
    return ImageOps.invert(Image.frombytes("1", (width, rows), data).convert("L"))
