"""演示章 无效: the seal of the reference city, drawn in strokes on a PDF's first page; nobody takes it for a real one.

No star, no organ's name, and the word 无效 (worth nothing). Needs no font: each character is a few lines. Pure.
"""

from __future__ import annotations

import re

from hall_server.city.reference.pdf_file import NoPdfError, added, first_page

SIDE = 132  # points
_EDGE = 36
# On a square of 100: each stroke from point to point, x and y by turns, y upwards.
_STROKES: dict[str, tuple[tuple[int, ...], ...]] = {
    "演": (
        *((12, 88, 24, 78), (6, 62, 18, 53), (8, 8, 24, 38), (62, 98, 62, 86), (36, 72, 36, 84, 92, 84, 88, 72)),
        *((44, 68, 84, 68), (42, 54, 84, 54, 84, 24, 42, 24, 42, 54), (42, 39, 84, 39), (63, 68, 63, 24)),
        *((52, 20, 36, 4), (74, 20, 92, 4)),
    ),
    "示": ((25, 85, 75, 85), (10, 60, 90, 60), (50, 60, 50, 8, 40, 14), (28, 42, 12, 18), (70, 42, 90, 16)),
    "章": (
        *((50, 98, 50, 88), (20, 86, 80, 86), (36, 82, 42, 70), (64, 82, 58, 70), (10, 68, 90, 68)),
        *((26, 58, 74, 58, 74, 32, 26, 32, 26, 58), (26, 45, 74, 45), (10, 20, 90, 20), (50, 32, 50, 0)),
    ),
    "无": ((22, 84, 78, 84), (8, 58, 92, 58), (48, 84, 44, 40, 10, 6), (58, 58, 58, 18, 64, 8, 88, 8, 90, 22)),
    "效": (
        *((28, 96, 32, 86), (6, 80, 52, 80), (18, 72, 8, 56), (38, 72, 50, 56), (40, 54, 28, 28, 6, 6)),
        *(
            (16, 48, 32, 22, 50, 6),
            (68, 96, 54, 64),
            (62, 80, 96, 80),
            (84, 80, 74, 36, 52, 4),
            (62, 62, 74, 28, 96, 4),
        ),
    ),
}
_CIRCLE = 0.5523  # of a quarter, as a curve
_ANNOTS = re.compile(rb"/Annots\s*(\[[^\]]*\]|\d{1,10} \d{1,5} R)")


def stamped(pdf: bytes) -> bytes:
    """The document with the seal in the lower right corner of its first page; every byte before stays. NoPdfError."""
    page = first_page(pdf)
    body = page.body.strip()
    if not body.startswith(b"<<") or not body.endswith(b">>"):
        raise NoPdfError("the page is no dictionary")
    note, drawing = page.size, page.size + 1
    _, low, right, _ = page.box
    at = (right - _EDGE - SIDE, low + _EDGE, right - _EDGE, low + _EDGE + SIDE)
    stream = _drawing()
    return added(
        pdf,
        page,
        {
            page.number: _with_note(body, note),
            note: b"<</Type/Annot/Subtype/Stamp/Rect[%.2f %.2f %.2f %.2f]/F 196/Contents(DEMO SEAL - NOT VALID)"
            b"/AP<</N %d 0 R>>>>" % (*at, drawing),
            drawing: b"<</Type/XObject/Subtype/Form/BBox[0 0 %d %d]/Resources<<>>/Length %d>>\nstream\n%s\nendstream"
            % (SIDE, SIDE, len(stream), stream),
        },
    )


def _with_note(body: bytes, note: int) -> bytes:
    known = _ANNOTS.search(body)
    if known is None:
        return body[:-2] + b"/Annots[%d 0 R]>>" % note
    if not known[1].startswith(b"["):
        raise NoPdfError("the page's notes lie elsewhere")
    return body[: known.start()] + b"/Annots%s %d 0 R]" % (known[1][:-1], note) + body[known.end() :]


def _drawing() -> bytes:
    middle = SIDE / 2
    parts = ["0.78 0.05 0.05 RG 1 J 1 j", "3 w", _circle(middle, middle - 3), "1 w", _circle(middle, middle - 8)]
    parts += ["2.2 w", *_words("演示章", 30, 72), *_words("无效", 30, 28)]
    return "\n".join(parts).encode("ascii")


def _circle(middle: float, radius: float) -> str:
    bow, ends = radius * _CIRCLE, []
    for x, y in ((1, 0), (0, 1), (-1, 0), (0, -1)):  # a quarter each, against the clock
        first = (middle + radius * x - bow * y, middle + radius * y + bow * x)
        last = (middle - radius * y, middle + radius * x)
        second = (last[0] + bow * x, last[1] + bow * y)
        ends.append(" ".join(f"{one:.2f}" for one in (*first, *second, *last)) + " c")
    return f"{middle + radius:.2f} {middle:.2f} m {' '.join(ends)} s"


def _words(text: str, size: float, low: float) -> list[str]:
    step = size * 1.08
    left = (SIDE - step * len(text) + step - size) / 2
    return [
        _line([(left + at * step + x * size / 100, low + y * size / 100) for x, y in _points(stroke)])
        for at, one in enumerate(text)
        for stroke in _STROKES[one]
    ]


def _points(stroke: tuple[int, ...]) -> list[tuple[int, int]]:
    return list(zip(stroke[::2], stroke[1::2], strict=True))


def _line(points: list[tuple[float, float]]) -> str:
    (x, y), *rest = points
    return f"{x:.2f} {y:.2f} m " + " ".join(f"{a:.2f} {b:.2f} l" for a, b in rest) + " S"
