"""From blocks to pieces: what has a height, paints itself at a place, and is never cut in two. QtGui.

A paragraph is one piece a line, so that no text is too long for its page. Lengths are dots of the PDF (600 an inch).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextLayout, QTextOption

from kiosk.paper.letters import Letters, hei
from kiosk.paper.sheet import Block, Code, Fact, Heading, Line, Step, Tick, Words
from kiosk.values import Value

if TYPE_CHECKING:
    from collections.abc import Callable

DPI = 600
INK, GREY = QColor("#1E1916"), QColor("#6E635A")
LEADING = 1.45  # a line's height by its letters' size
LARGER = 1.5  # 大字: nothing under 16 pt


def mm(length: float) -> float:
    """Millimetres in dots."""
    return length * DPI / 25.4


def pt(size: float) -> int:
    """Points in dots."""
    return round(size * DPI / 72)


class Piece(Value, frozen=True):
    """`draw(painter, y)` paints it with its upper edge at y; `keep`: not the last one of a page."""

    height: float
    draw: Callable[[QPainter, float], None]
    keep: bool = False


class Room(Value, frozen=True):
    """Where on the page things may stand, and how large letters are there."""

    left: float
    width: float
    scale: float
    letters: Letters


def pieces_of(block: Block, room: Room) -> list[Piece]:
    """One block's pieces, from top to bottom."""
    match block:
        case Heading():
            said = text(block.text, hei(_size(13, room), bold=True), room)
            return [gap(mm(3), keep=True), *(Piece(one.height, one.draw, keep=True) for one in said)]
        case Words():
            return [*text(block.text, hei(_size(10 if block.small else 12, room)), room), gap(mm(1.5))]
        case Tick():
            return _ticked(block, room)
        case Fact():
            return _fact(block, room)
        case Step():
            return _step(block, room)
        case Code():
            return _code(block, room)
        case Line():
            return [gap(mm(2)), Piece(mm(1), _rule(room)), gap(mm(1.5))]
        case _:  # pragma: no cover - the type checker proves it
            assert_never(block)


def text(
    words: str, font: QFont, room: Room, *, indent: float = 0.0, colour: QColor = INK, centred: bool = False
) -> list[Piece]:
    """A paragraph, one piece a line."""
    option = QTextOption(Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(room.letters.printable(words), font)
    layout.setTextOption(option)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room.width - indent)
        lines.append(line)
    layout.endLayout()
    room.letters.replaced += sum(0 in run.glyphIndexes() for run in layout.glyphRuns())  # glyph 0 is the empty box
    high = font.pixelSize() * LEADING
    found = []
    for number, line in enumerate(lines):
        lead = (high - line.height()) / 2

        def draw(painter: QPainter, y: float, line_no: int = number, lead: float = lead) -> None:
            painter.setPen(colour)
            drawn = layout.lineAt(line_no)
            drawn.draw(painter, QPointF(room.left + indent, y + lead - drawn.y()))

        found.append(Piece(high, draw, keep=number == 0 and len(lines) > 1))
    return found


def gap(height: float, *, keep: bool = False) -> Piece:
    """Nothing, so high."""
    return Piece(height, _nothing, keep=keep)


def beside(first: Piece, mark: Callable[[QPainter, float], None], *, keep: bool = False) -> Piece:
    """A piece with something painted in the margin that its indent leaves."""

    def draw(painter: QPainter, y: float) -> None:
        mark(painter, y)
        first.draw(painter, y)

    return Piece(first.height, draw, keep=first.keep or keep)


def _ticked(tick: Tick, room: Room) -> list[Piece]:
    side, indent = mm(4.5) * room.scale, mm(8) * room.scale
    first, *more = text(tick.text or " ", hei(_size(12.5, room), bold=True), room, indent=indent)

    def box(painter: QPainter, y: float) -> None:
        painter.setPen(QPen(INK, mm(0.4)))
        painter.drawRect(QRectF(room.left, y + (first.height - side) / 2, side, side))

    noted = text(tick.note, hei(_size(10.5, room)), room, indent=indent, colour=GREY) if tick.note else []
    return [beside(first, box, keep=bool(noted)), *more, *noted, gap(mm(2.2))]


def _fact(fact: Fact, room: Room) -> list[Piece]:
    indent, font = mm(28) * room.scale, hei(_size(12, room))
    label = text(fact.label, font, Room(room.left, indent, room.scale, room.letters), colour=GREY)
    value = text(fact.value or " ", hei(_size(12, room), bold=True), room, indent=indent)
    if len(label) > 1:  # too long to stand beside
        return [*text(fact.label, font, room, colour=GREY), *value, gap(mm(1.8))]
    return [beside(value[0], label[0].draw) if label else value[0], *value[1:], gap(mm(1.8))]


def _step(step: Step, room: Room) -> list[Piece]:
    side, indent = mm(3.6) * room.scale, mm(8) * room.scale
    first, *more = text(step.text or " ", hei(_size(12.5, room), bold=step.now), room, indent=indent)

    def dot(painter: QPainter, y: float) -> None:
        painter.setPen(QPen(INK, mm(0.9 if step.now else 0.35)))
        painter.setBrush(INK if step.done else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(room.left + mm(0.5), y + (first.height - side) / 2, side, side))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    said = "　".join(word for word in ("办到这里" if step.now else "已办完" if step.done else "", step.note) if word)
    noted = text(said, hei(_size(10.5, room)), room, indent=indent, colour=GREY) if said else []
    return [beside(first, dot, keep=bool(noted)), *more, *noted, gap(mm(2.2))]


def _code(code: Code, room: Room) -> list[Piece]:
    import qrcode
    from qrcode.constants import ERROR_CORRECT_M

    made = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=0)
    made.add_data(code.data)
    made.make(fit=True)
    dark = made.get_matrix()
    side, indent = mm(30), mm(36)
    module = side / len(dark)
    said = [one for words in code.beside for one in text(words, hei(_size(12, room)), room, indent=indent)]

    def draw(painter: QPainter, y: float) -> None:
        for row, modules in enumerate(dark):
            for column, is_dark in enumerate(modules):
                if is_dark:
                    painter.fillRect(QRectF(room.left + column * module, y + row * module, module, module), INK)
        at = y + max(0.0, (side - sum(one.height for one in said)) / 2)
        for one in said:
            one.draw(painter, at)
            at += one.height

    return [gap(mm(2), keep=True), Piece(max(side, sum(one.height for one in said)), draw), gap(mm(2))]


def _rule(room: Room) -> Callable[[QPainter, float], None]:
    def draw(painter: QPainter, y: float) -> None:
        painter.setPen(QPen(GREY, mm(0.2)))
        painter.drawLine(QPointF(room.left, y), QPointF(room.left + room.width, y))

    return draw


def _size(points: float, room: Room) -> int:
    return pt(points * room.scale)


def _nothing(_painter: QPainter, _y: float) -> None:
    """Nothing is painted."""
