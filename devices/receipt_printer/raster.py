"""Words as black dots: measures and draws runs of text crisply in one bit. Knows fonts and dots; no slip, no printer.

One bit has no grey to hide in: letters are drawn with the hinting of the font in grey and cut at one threshold, which
keeps horizontal strokes even; Medium is the thinnest weight. A word that Noto lacks takes its letters one by one
from the rare-character faces.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import qrcode  # has no types; comes with python-escpos
from PIL import Image, ImageDraw

from devices.values.receipt_printer import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PIL.ImageFont import FreeTypeFont

    from devices.receipt_printer.fonts import Shelf

BLACK, WHITE = 0, 255
THRESHOLD = 140  # of 255: a dot that is a little less than half covered still burns
_INK_OF_EM = 0.9  # a Chinese letter's ink, of its em square
_CAP_OF_EM = 0.7  # a digit of the number face, of its em
_INLINE_DIGITS = 0.80  # digits beside Chinese letters: of their height
_ABOVE, _BELOW = 0.86, 0.09  # a Chinese letter's ink over and under the baseline, of its em
_AIR = 0.14  # between Chinese and Latin letters, of the em, where the text has no blank of its own
IDEOGRAPHIC_SPACE = "\u3000"
_FIRST_WIDE = 0x2E80  # below are Latin letters and marks, above Chinese ones


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one face and size, `x` dots from the start of its run."""

    text: str
    font: FreeTypeFont
    x: float
    twice: bool = False  # struck again one dot to the right: rare-character faces are too thin for a thermal head


@dataclass(frozen=True, slots=True)
class Run:
    """Measured text on one baseline; all sizes in dots."""

    pieces: tuple[Piece, ...]
    width: int
    above: int
    below: int

    @property
    def height(self) -> int:
        return self.above + self.below

    def draw(self, image: Image.Image, x: int, baseline: int, ink: int = BLACK) -> None:
        """Put the run on a grey image, its start at `x`."""
        pen = ImageDraw.Draw(image)
        for piece in self.pieces:
            for shift in range(1 + piece.twice):
                pen.text((x + round(piece.x) + shift, baseline), piece.text, fill=ink, font=piece.font, anchor="ls")


def visible(text: str) -> str:
    """The text without control characters: a line break or an escape sequence cannot be drawn."""
    return "".join(character for character in text if character.isprintable() or character == IDEOGRAPHIC_SPACE)


class Letters:
    """Measures spans for one printer's dots per millimetre."""

    def __init__(self, shelf: Shelf, dots_per_mm: float) -> None:
        self._shelf = shelf
        self._dots_per_mm = dots_per_mm

    def dots(self, millimetres: float) -> int:
        return round(millimetres * self._dots_per_mm)

    def run(self, spans: Iterable[Span]) -> Run:
        """Set spans side by side on one baseline."""
        pieces: list[Piece] = []
        x, above, below = 0.0, 0, 0
        for span in spans:
            height = self.dots(span.height_mm)
            em = max(1, round(height / (_CAP_OF_EM if span.digits else _INK_OF_EM)))
            wide_em = round(height / _INK_OF_EM)
            x = self._set(span, em, pieces, x)
            above = max(above, height if span.digits else round(wide_em * _ABOVE))
            below = max(below, 0 if span.digits else round(wide_em * _BELOW))
        return Run(tuple(pieces), math.ceil(x), above, below)

    def _set(self, span: Span, em: int, pieces: list[Piece], x: float) -> float:
        previous = pieces[-1].text[-1] if pieces else ""
        narrow_em = em if span.digits else round(em * _INK_OF_EM * _INLINE_DIGITS / _CAP_OF_EM)
        text = visible(span.text)
        keyed = ((self._shelf.pick(letter, bold=span.bold, digits=narrow(letter)), letter) for letter in text)
        for face, group in groupby(keyed, key=lambda pair: pair[0]):
            part = "".join(letter for _, letter in group)
            is_number_face = face in (self._shelf.digits, self._shelf.digits_bold)
            font = face.at(narrow_em if is_number_face else em)
            if previous and narrow(previous) != narrow(part[0]) and " " not in (previous, part[0]):
                x += em * _AIR * (not is_mark(previous) and not is_mark(part[0]))
            pieces.append(Piece(part, font, x, span.bold and face in self._shelf.rare))
            x += font.getlength(part)
            previous = part[-1]
        return x


def narrow(letter: str) -> bool:
    """True for Latin letters, digits and the dashes and dots between them."""
    return ord(letter) < _FIRST_WIDE


def is_mark(letter: str) -> bool:
    """True for Chinese punctuation, which brings its own air."""
    return letter in CLOSING or letter in OPENING


CLOSING = "、，。；：？！）】》」』”’％·…"
OPENING = "（【《「『“‘"


def units(text: str) -> list[str]:
    """Cut text where a line may break: between Chinese letters and words, never before 、 or ）, never after （."""
    found: list[str] = []
    for letter in visible(text):
        glued = bool(found) and (
            letter in CLOSING
            or found[-1][-1] in OPENING
            or (narrow(letter) and narrow(found[-1][-1]) and " " not in (letter, found[-1][-1]))
        )
        if glued:
            found[-1] += letter
        else:
            found.append(letter)
    return found


def wrap(letters: Letters, span: Span, width: int) -> list[Span]:
    """Break one span into lines of at most `width` dots; a unit longer than a line is cut where it must be."""
    lines: list[str] = []
    line = ""
    for unit in _fitting(letters, span, width):
        candidate = (line + unit).lstrip()
        if line.strip() and letters.run([_with(span, candidate.rstrip())]).width > width:
            lines.append(line.rstrip())
            candidate = unit.lstrip()
        line = candidate
    return [_with(span, text) for text in (*lines, line.rstrip()) if text]


def _fitting(letters: Letters, span: Span, width: int) -> list[str]:
    parts: list[str] = []
    for unit in units(span.text):
        too_long = letters.run([_with(span, unit)]).width > width
        parts.extend(unit if too_long else [unit])
    return parts


def balanced(letters: Letters, span: Span, width: int) -> list[Span]:
    """Like `wrap`, with lines of about the same length."""
    lines = wrap(letters, span, width)
    for limit in range(letters.run([span]).width // max(len(lines), 1), width, 8):
        even = wrap(letters, span, limit)
        if len(even) == len(lines):
            return even
    return lines


def _with(span: Span, text: str) -> Span:
    return Span(text, span.height_mm, bold=span.bold, digits=span.digits)


def blank(width: int, height: int) -> Image.Image:
    """White paper, in grey so that edges can be thresholded once at the end."""
    return Image.new("L", (width, max(height, 1)), WHITE)


def packed(image: Image.Image) -> bytes:
    """Rows of bits, 1 = black, most significant bit left; the width must be a multiple of 8."""
    return image.point(lambda grey: 255 if grey < THRESHOLD else 0).convert("1", dither=Image.Dither.NONE).tobytes()


def qr_image(content: str, module: int) -> Image.Image:
    """A QR code, model 2, level M, `module` dots a module, without quiet zone."""
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=0)
    code.add_data(content)
    code.make(fit=True)
    matrix = code.get_matrix()
    image = Image.new("L", (len(matrix), len(matrix)), WHITE)
    image.putdata([BLACK if cell else WHITE for row in matrix for cell in row])
    return image.resize((len(matrix) * module,) * 2, Image.Resampling.NEAREST)


def emblem(size: int) -> Image.Image:
    """The red-cotton flower, five petals round a crown of stamens, `size` dots square."""
    scale, petals = 8, 5
    side = size * scale
    image = Image.new("L", (side, side), WHITE)
    pen = ImageDraw.Draw(image)
    centre = side / 2
    for petal in range(petals):
        turn = math.tau * petal / petals - math.tau / 4
        pen.polygon([_polar(centre, r * side / 2, turn + a) for r, a in _petal()], fill=BLACK)
    for petal in range(petals):
        turn = math.tau * petal / petals - math.tau / 4
        x, y = _polar(centre, side * 0.19, turn)
        pen.line([(centre, centre), (x, y)], fill=WHITE, width=round(side * 0.030))
        pen.ellipse([x - side * 0.033, y - side * 0.033, x + side * 0.033, y + side * 0.033], fill=WHITE)
    return image.resize((size, size), Image.Resampling.BOX)


def _petal() -> list[tuple[float, float]]:
    """One petal's outline as (radius, angle) from its own axis: broad, rounded, with a small notch at the rim."""
    outline = [(0.16, -0.5)]
    for step in range(-20, 21):
        angle = step / 20 * 0.54
        shoulder = 1 - 0.42 * (abs(step) / 20) ** 3.2
        notch = 0.10 * math.exp(-((step / 4.5) ** 2))
        outline.append((shoulder - notch, angle))
    return [*outline, (0.16, 0.5)]


def _polar(centre: float, radius: float, angle: float) -> tuple[float, float]:
    return centre + radius * math.cos(angle), centre + radius * math.sin(angle)
