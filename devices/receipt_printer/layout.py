"""From a slip's blocks to rows for the paper in the printer: dots, or the printer's own letters and QR code.

One layout, two back ends. `PaperProfile.fast` (slow wires) chooses the printer's own letters and symbol where they can
do the line; the number, the boxed figures, bands, ticks and rare characters are always dots. Knows no bytes, no wire.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from devices.receipt_printer import raster
from devices.receipt_printer.blocks import Sheet
from devices.receipt_printer.codec import ROM_DOTS, columns, sayable
from devices.values.receipt_printer import Align, Band, Labelled, Qr, Span, TextLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from devices.receipt_printer.fonts import Shelf
    from devices.values.receipt_printer import Block, PaperProfile, PrintDocument

MAX_ROWS = 4000  # half a metre: more is no slip
_ROM_LARGEST = 2.5  # times the letter: beyond that its edges show and dots do better
_ROM_HEIGHT = 2  # once is 3 mm, under the smallest text we print
_ROM_SMALL = 1.3  # times the letter: up to here tall letters of single width will do
_QR_MODULES = 25
_VOID_MM = 4.0
_QR_AIR_MM = 2.0


class SlipTooLongError(ValueError):
    """Ours: the document is longer than any slip; nothing is printed."""

    code = "slip_too_long"


@dataclass(frozen=True, slots=True)
class Strip:
    """Dots over the whole width; `rows` as `raster.packed` gives them."""

    width_bytes: int
    rows: bytes

    @property
    def height(self) -> int:
        return len(self.rows) // self.width_bytes


@dataclass(frozen=True, slots=True)
class RomLine:
    """One line in the printer's own letters, twice as high and `width` times as wide as they come."""

    text: str
    align: Align
    width: int
    bold: bool
    indent: int  # dots before a line that is set left

    @property
    def height(self) -> int:
        return _ROM_HEIGHT * ROM_DOTS


@dataclass(frozen=True, slots=True)
class RomQr:
    """A QR code that the printer draws itself, centred."""

    content: str
    module_dots: int

    @property
    def height(self) -> int:
        return self.module_dots * _QR_MODULES


@dataclass(frozen=True, slots=True)
class Gap:
    """Blank paper, in dots."""

    height: int


Row = Strip | RomLine | RomQr | Gap


def lay_out(document: PrintDocument, profile: PaperProfile, shelf: Shelf) -> tuple[Row, ...]:
    """Rows from top to bottom. Raises SlipTooLongError beyond half a metre."""
    composer = _Composer(profile, shelf)
    rows: list[Row] = []
    total = 0
    for block in document.blocks:
        made = [*composer.rows(block), composer.gap(block.space_after_mm)]
        rows.extend(made)
        total += sum(row.height for row in made)
        if total > MAX_ROWS:
            raise SlipTooLongError(f"slip of more than {MAX_ROWS} rows")
    return tuple(rows)


def void_mark(profile: PaperProfile, shelf: Shelf) -> tuple[Row, ...]:
    """What is printed behind a slip that was given up, before it is cut off: nobody shall take it for one."""
    words = (Span("作废　此纸无效", _VOID_MM, bold=True),)
    composer = _Composer(profile, shelf)
    block: Block = TextLine(words, align=Align.CENTER) if profile.fast else Band(words)
    return (composer.gap(_VOID_MM), *composer.rows(block))


class _Composer:
    """Chooses for each block between the printer's own means and dots."""

    def __init__(self, profile: PaperProfile, shelf: Shelf) -> None:
        self._profile = profile
        self._sheet = Sheet(profile, raster.Letters(shelf, profile.dots_per_mm))

    def gap(self, millimetres: float) -> Gap:
        return Gap(self._sheet.dots(millimetres))

    def rows(self, block: Block) -> list[Row]:
        own: list[Row] = []
        match block:
            case TextLine():
                own = self._line(block.spans, block.right, block.align)
            case Labelled(tick=False):
                own = self._labelled(block)
            case Qr():
                own = self._qr(block)
            case _:
                pass
        return own or [Strip(self._sheet.width // 8, raster.packed(self._sheet.picture(block)))]

    def _line(self, spans: Sequence[Span], right: Sequence[Span], align: Align) -> list[Row]:
        every = (*spans, *right)
        largest = self._sheet.dots(max((span.height_mm for span in every), default=0.0)) / ROM_DOTS
        text, far = (raster.visible("".join(span.text for span in part)) for part in (spans, right))
        if not self._profile.fast or largest > _ROM_LARGEST or not sayable(text + far, self._profile.letters):
            return []
        used = columns(text) + columns(far) + bool(far)
        available = self._sheet.inner // (ROM_DOTS // 2)
        widths = (2, 1) if largest <= _ROM_SMALL else (2,)
        times = next((times for times in widths if used * times <= available), 0)
        if not times or not text:
            return []
        line = text + " " * (available // times - used + 1) + far if far else text
        indent = self._sheet.margin if align is Align.LEFT else 0
        return [RomLine(line, align, times, any(span.bold for span in every), indent)]

    def _labelled(self, block: Labelled) -> list[Row]:
        spans = [block.label, *(part for item in block.items for part in (Span(" "), item))]
        return self._line([replace(span, bold=False) for span in spans], (), Align.LEFT)

    def _qr(self, block: Qr) -> list[Row]:
        if not (self._profile.fast and self._profile.native_qr and block.content.isascii()):
            return []
        rows: list[Row] = [RomQr(block.content, self._sheet.module(block)), self.gap(_QR_AIR_MM)]
        for line in block.beside:
            rows.extend((*self.rows(replace(line, align=Align.CENTER)), self.gap(line.space_after_mm)))
        return rows
