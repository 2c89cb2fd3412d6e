"""Each kind of block as a picture over the width of the paper. Knows type and proportions; no bytes.

Sizes that are not in the block (air, strokes, radii) are the slip's house style and stand here once, in millimetres
or, for strokes, in dots: a stroke of 3 or 4 dots is what a thermal head burns evenly.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from devices.receipt_printer import raster
from devices.receipt_printer.raster import BLACK, WHITE, Letters, Run
from devices.values.receipt_printer import Align, Band, Boxed, Headline, Labelled, Qr, Rule, TextLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from devices.values.receipt_printer import Block, PaperProfile, Span

MARGIN_MM = 2.0
RULE_DOTS, FRAME_DOTS, RADIUS_DOTS = 3, 4, 14
_LINE_AIR_MM = 1.6
_EMBLEM_AIR_MM = 1.8
_CELL_SIDE_MM = 2.5
_CELL_AIR_MM = (2.4, 1.8, 2.4)  # over the heading, between heading and big line, under the big line
_LABEL_AIR_MM, _ITEM_AIR_MM, _TICK_AIR_MM = 2.6, 4.0, 1.6
_QR_AIR_MM = 5.0
_BAND_AIR_MM = 1.9
SMALLEST_MM = 3.5  # nothing is made smaller than this to fit
_ITEM_FITTING = ((1, 1.0), (1, 0.9), (1, 0.82), (9, 0.9))
_FITTING = ((1, 1.0), (1, 0.9), (1, 0.82), (2, 0.9), (2, 0.72), (3, 0.72), (3, 0.6))  # lines, scale


@dataclass(frozen=True, slots=True)
class _Placed:
    """A run at its place in a flow of items; `opens` when it is an item's first line."""

    x: int
    run: Run
    opens: bool


class Sheet:
    """Draws blocks for one width of paper."""

    def __init__(self, profile: PaperProfile, letters: Letters) -> None:
        self._letters = letters
        self.dots = letters.dots
        self.width = profile.width_dots // 8 * 8
        self.margin = letters.dots(MARGIN_MM)
        self.inner = self.width - 2 * self.margin

    def picture(self, block: Block) -> Image.Image:
        """The block in grey, `width` dots wide, black on white, edges still soft."""
        match block:
            case TextLine():
                inner = self._text(block)
            case Labelled():
                inner = self._labelled(block)
            case Qr():
                inner = self._qr(block)
            case Headline():
                inner = self._headline(block)
            case Boxed():
                inner = self._boxed(block)
            case Band():
                inner = self._band(block)
            case Rule():
                inner = Image.new("L", (self.inner, RULE_DOTS), BLACK)
        sheet = raster.blank(self.width, inner.height)
        sheet.paste(inner, (self.margin, 0))
        return sheet

    def _stack(self, lines: Sequence[tuple[Run, int]], width: int, align: Align) -> Image.Image:
        """Lines under each other, each with the dots after it; nothing after the last."""
        image = raster.blank(width, sum(run.height + gap for run, gap in lines) - (lines[-1][1] if lines else 0))
        y = 0
        for run, gap in lines:
            run.draw(image, _offset(width, run.width, align), y + run.above)
            y += run.height + gap
        return image

    def _wrapped(self, spans: Sequence[Span], width: int) -> list[Run]:
        run = self._letters.run(spans)
        if run.width <= width:
            return [run]
        return [self._letters.run([line]) for span in spans for line in raster.balanced(self._letters, span, width)]

    def _fitted(self, spans: Sequence[Span], width: int, ladder: tuple[tuple[int, float], ...] = _FITTING) -> list[Run]:
        """One line, at most a fifth smaller than wished; else two or three; digits never wrap, they get smaller."""
        is_number = any(span.digits for span in spans)
        for lines, scale in ladder[: 1 if is_number else None]:
            scaled = [_scaled(span, scale) for span in spans]
            whole = self._letters.run(scaled)
            if whole.width <= width:
                return [whole]
            broken = [line for span in scaled for line in raster.balanced(self._letters, span, width)]
            if 1 < lines >= len(broken):
                return [self._letters.run([line]) for line in broken]
        if is_number:
            factor = width / self._letters.run(spans).width * 0.99
            return [self._letters.run([_scaled(span, factor) for span in spans])]
        return self._wrapped([_scaled(span, ladder[-1][1]) for span in spans], width)

    def _airy(self, runs: Iterable[Run], air_mm: float = _LINE_AIR_MM) -> list[tuple[Run, int]]:
        return [(run, self.dots(air_mm)) for run in runs]

    def _text(self, block: TextLine) -> Image.Image:
        right = self._letters.run(block.right)
        whole = self._letters.run(block.spans)
        beside = whole.width + right.width + self.dots(_EMBLEM_AIR_MM) <= self.inner
        lines = self._wrapped(block.spans, self.inner)
        if not block.right:
            return self._stack(self._airy(lines), self.inner, block.align)
        if not beside:
            return self._stack(self._airy([*lines, *self._wrapped(block.right, self.inner)]), self.inner, block.align)
        above = max(whole.above, right.above)
        image = raster.blank(self.inner, above + max(whole.below, right.below))
        whole.draw(image, 0, above)
        right.draw(image, self.inner - right.width, above)
        return image

    def _headline(self, block: Headline) -> Image.Image:
        if not block.emblem:
            return self._stack(self._airy(self._fitted(block.spans, self.inner)), self.inner, Align.CENTER)
        size = self._letters.run(block.spans).height + self.dots(0.8)
        gap = self.dots(_EMBLEM_AIR_MM)
        runs = self._fitted(block.spans, self.inner - size - gap)
        widest = max(run.width for run in runs)
        words = self._stack(self._airy(runs), widest, Align.LEFT)
        image = raster.blank(self.inner, max(size, words.height))
        left = (self.inner - size - gap - widest) // 2
        image.paste(raster.emblem(size), (left, (image.height - size) // 2))
        image.paste(words, (left + size + gap, (image.height - words.height) // 2))
        return image

    def _labelled(self, block: Labelled) -> Image.Image:
        label = self._letters.run([block.label])
        left = label.width + self.dots(_LABEL_AIR_MM)
        rows = self._flow(block, self.inner - left)
        above = max([label.above, *(placed.run.above for row in rows for placed in row)])
        below = max([label.below, *(placed.run.below for row in rows for placed in row)])
        pitch = above + below + self.dots(_LINE_AIR_MM)
        image = raster.blank(self.inner, pitch * max(len(rows), 1) - self.dots(_LINE_AIR_MM))
        label.draw(image, 0, above)
        for number, row in enumerate(rows):
            for placed in row:
                baseline = number * pitch + above
                if block.tick and placed.opens:
                    self._tick(image, left + placed.x, baseline, placed.run)
                placed.run.draw(image, left + placed.x + self._tick_room(block), baseline)
        return image

    def _flow(self, block: Labelled, room: int) -> list[list[_Placed]]:
        """Items beside each other while they fit; an item that needs more than one line stands alone."""
        rows: list[list[_Placed]] = []
        free = 0
        for item in block.items:
            runs = self._fitted([item], room - self._tick_room(block), _ITEM_FITTING)
            width = max((run.width for run in runs), default=0) + self._tick_room(block)
            if rows and len(runs) == 1 and width <= free:
                rows[-1].append(_Placed(room - free, runs[0], opens=True))
                free -= width + self.dots(_ITEM_AIR_MM)
                continue
            rows.extend([_Placed(0, run, opens=place == 0)] for place, run in enumerate(runs))
            free = room - width - self.dots(_ITEM_AIR_MM) if len(runs) == 1 else 0
        return rows

    def _tick_room(self, block: Labelled) -> int:
        tallest = max((span.height_mm for span in block.items), default=0.0)
        return self.dots(tallest * 0.86 + _TICK_AIR_MM) if block.tick else 0

    def _tick(self, image: Image.Image, x: int, baseline: int, run: Run) -> None:
        side = round(run.height * 0.82)
        bottom = baseline + run.below // 2 - 1
        ImageDraw.Draw(image).rectangle([x, bottom - side, x + side, bottom], outline=BLACK, width=RULE_DOTS)

    def _qr(self, block: Qr) -> Image.Image:
        lines = [(self._letters.run(line.spans), self.dots(line.space_after_mm)) for line in block.beside]
        widest = max((run.width for run, _ in lines), default=0) + self.dots(_QR_AIR_MM)
        module = self.module(block)
        for smaller in (module, module - 1):  # a dot less a module is worth having the words beside it
            symbol = raster.qr_image(block.content, max(smaller, 1))
            room = self.inner - symbol.width - self.dots(_QR_AIR_MM)
            if symbol.width + widest <= self.inner:
                words = self._stack(lines, room, Align.LEFT)
                image = raster.blank(self.inner, max(symbol.height, words.height))
                image.paste(symbol, (0, (image.height - symbol.height) // 2))
                image.paste(words, (self.inner - room, (image.height - words.height) // 2))
                return image
        symbol = raster.qr_image(block.content, module)
        below = [(run, gap) for line in block.beside for run, gap in self._centred(line)]
        words = self._stack(below, self.inner, Align.CENTER)
        image = raster.blank(self.inner, symbol.height + self.dots(3) + words.height)
        image.paste(symbol, ((self.inner - symbol.width) // 2, 0))
        image.paste(words, (0, symbol.height + self.dots(3)))
        return image

    def _centred(self, line: TextLine) -> list[tuple[Run, int]]:
        return [(run, self.dots(line.space_after_mm)) for run in self._wrapped(line.spans, self.inner)]

    def module(self, block: Qr) -> int:
        """Dots a module: as wished, or what lets the symbol fit."""
        modules = raster.qr_image(block.content, 1).width
        return max(1, min(self.dots(block.module_mm), self.inner // modules))

    def _boxed(self, block: Boxed) -> Image.Image:
        total = sum(block.weights)
        widths = [int(self.inner * weight / total) for weight in block.weights]
        head, between, foot = map(self.dots, _CELL_AIR_MM)
        cells = [
            (self._cell(heading, width), self._cell(big, width))
            for (heading, big), width in zip(block.cells, widths, strict=True)
        ]
        top = max(heading.height for heading, _ in cells)
        bottom = max(big.height for _, big in cells)
        image = raster.blank(self.inner, FRAME_DOTS * 2 + head + top + between + bottom + foot)
        pen = ImageDraw.Draw(image)
        frame = [0, 0, image.width - 1, image.height - 1]
        pen.rounded_rectangle(frame, RADIUS_DOTS, outline=BLACK, width=FRAME_DOTS)
        x = 0
        for (heading, big), width in zip(cells, widths, strict=True):
            if x:
                inset = FRAME_DOTS + head // 2 + 2
                pen.rectangle([x - 1, inset, x + RULE_DOTS - 2, image.height - inset - 1], fill=BLACK)
            for run, bottom_line in ((heading, FRAME_DOTS + head + top), (big, image.height - FRAME_DOTS - foot)):
                run.draw(image, x + (width - run.width) // 2, bottom_line - run.below)
            x += width
        return image

    def _cell(self, line: TextLine, width: int) -> Run:
        """The line in its cell, made smaller in steps until it fits; digits give way before words do."""
        room = width - self.dots(_CELL_SIDE_MM)
        runs = (self._letters.run([_scaled(span, 1 - step / 20) for span in line.spans]) for step in range(16))
        return next(
            (run for run in runs if run.width <= room), self._letters.run([_scaled(s, 0.2) for s in line.spans])
        )

    def _band(self, block: Band) -> Image.Image:
        runs = self._fitted(block.spans, self.inner - self.dots(4))
        words = self._stack(self._airy(runs), self.inner, Align.CENTER)
        air = self.dots(_BAND_AIR_MM)
        image = Image.new("L", (self.inner, words.height + 2 * air), BLACK)
        image.paste(words.point(lambda grey: WHITE - grey), (0, air))
        return image


def _offset(width: int, used: int, align: Align) -> int:
    if align is Align.LEFT:
        return 0
    return (width - used) // (2 if align is Align.CENTER else 1)


def _scaled(span: Span, factor: float) -> Span:
    return replace(span, height_mm=max(span.height_mm * factor, min(span.height_mm, SMALLEST_MM)))
