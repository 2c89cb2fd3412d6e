"""A sheet becomes a PDF: pieces are put on pages, then painted with head, foot and 第 n / N 页. QtGui, memory only.

The file says nothing of anybody: no title, no author, no name of a kiosk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from kiosk.paper.letters import Letters, hei, song
from kiosk.paper.pieces import DPI, GREY, LARGER, Piece, Room, gap, mm, pieces_of, pt, text
from kiosk.paper.sheet import Line
from kiosk.values import Value

if TYPE_CHECKING:
    from kiosk.paper.sheet import Sheet

A4_MM = (210.0, 297.0)
SIDE_MM, TOP_MM, BOTTOM_MM = 20.0, 16.0, 14.0
MOST_PAGES = 40  # a sheet of ours is one page or two


class SheetTooLongError(ValueError):
    """It would be more than MOST_PAGES."""


class Painted(Value, frozen=True):
    """`replaced`: so many letters no font of this machine has."""

    pdf: bytes
    pages: int
    replaced: int


def paint(sheet: Sheet) -> Painted:
    """The PDF of a sheet; a QGuiApplication must be there. Raises SheetTooLongError."""
    letters = Letters()
    room = Room(mm(SIDE_MM), mm(A4_MM[0] - 2 * SIDE_MM), LARGER if sheet.large else 1.0, letters)
    feet = text(" · ".join(sheet.foot) or " ", hei(pt(9)), _without_number(room), colour=GREY)
    space = mm(A4_MM[1] - TOP_MM - BOTTOM_MM) - sum(one.height for one in feet) - mm(4)
    body = [piece for block in sheet.blocks for piece in pieces_of(block, room)]
    pages = paginated(_head(sheet, room), _head_again(sheet, room), body, space)
    if len(pages) > MOST_PAGES:
        raise SheetTooLongError
    out = QBuffer()
    out.open(QIODevice.OpenModeFlag.WriteOnly)
    _paint_pages(out, pages, feet, room)
    return Painted(bytes(out.data().data()), len(pages), letters.replaced)


def paginated(first: list[Piece], others: list[Piece], body: list[Piece], space: float) -> list[list[Piece]]:
    """The pieces of each page. What stays with its next goes over with it; nothing is lost, however high."""
    pages, page, used, empty = [], list(first), _height(first), True
    for group in _groups(body):
        if not empty and used + _height(group) > space:
            pages.append(page)
            page, used, empty = list(others), _height(others), True
        page += group
        used += _height(group)
        empty = False
    return [*pages, page]


def _groups(body: list[Piece]) -> list[list[Piece]]:
    groups: list[list[Piece]] = []
    together = False
    for piece in body:
        if together:
            groups[-1].append(piece)
        else:
            groups.append([piece])
        together = piece.keep
    return groups


def _height(pieces: list[Piece]) -> float:
    return sum(piece.height for piece in pieces)


def _head(sheet: Sheet, room: Room) -> list[Piece]:
    hall = text(sheet.hall_name, hei(pt(11)), room, colour=GREY, centred=True) if sheet.hall_name else []
    title = text(sheet.title, song(pt(20 * (1.25 if sheet.large else 1))), room, centred=True)
    return [*hall, *title, *pieces_of(Line(), room)]


def _head_again(sheet: Sheet, room: Room) -> list[Piece]:
    return [*text(f"{sheet.title}（续）", song(pt(12)), room), *pieces_of(Line(), room), gap(mm(1))]


def _without_number(room: Room) -> Room:
    return Room(room.left, room.width - mm(28), 1.0, room.letters)


def _paint_pages(out: QBuffer, pages: list[list[Piece]], feet: list[Piece], room: Room) -> None:
    writer = QPdfWriter(out)
    writer.setResolution(DPI)
    size = QPageSize(QSizeF(*A4_MM), QPageSize.Unit.Millimeter, "A4", QPageSize.SizeMatchPolicy.FuzzyMatch)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    writer.setCreator("")
    painter = QPainter(writer)
    try:
        for number, page in enumerate(pages, 1):
            if number > 1:
                writer.newPage()
            _column(painter, page, mm(TOP_MM))
            foot_at = mm(A4_MM[1] - BOTTOM_MM) - _height(feet)
            _column(painter, feet, foot_at)
            _number(painter, f"第 {number} / {len(pages)} 页", foot_at, room)
    finally:
        painter.end()


def _column(painter: QPainter, pieces: list[Piece], y: float) -> None:
    for piece in pieces:
        piece.draw(painter, y)
        y += piece.height


def _number(painter: QPainter, words: str, y: float, room: Room) -> None:
    narrow = Room(room.left + room.width - mm(26), mm(26), 1.0, room.letters)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    for piece in text(words, hei(pt(9)), narrow, colour=GREY, centred=True)[:1]:
        piece.draw(painter, y)
