"""Finds a sheet by its four straight edges, where the regions between edges tell nothing (a white page on white). Pure.

Slower than by regions and more easily led astray by ruled lines, therefore only asked when those found no sheet.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import cv2
import numpy as np
import numpy.typing as npt

from devices.document_scanner.quads import Points, area, crossing, ordered, profiles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from devices.document_scanner.images import Image

_MOST_LINES = 10
_FAINT = 6.0  # levels of steepness that are an edge
_LEAST_COVER = 0.6  # of the worst side
_SAME_TURN, _SAME_PX = 0.06, 8.0  # radians, pixels: two pieces of one line
_PARALLEL = 0.5  # radians
_REACH = 4
_BEYOND_PX = 2  # out of the frame
Line = tuple[Points, Points]


def quad_of_lines(bright: Image, steep: npt.NDArray[np.float32], least_area: float) -> tuple[Points, float] | None:
    """The largest quad whose sides are edges nearly all along, darker outside on the whole; and how far they are."""
    found = []
    high, wide = bright.shape
    for quad in _quads(_lines(steep)):
        if (
            area(quad) < least_area
            or quad.min() < -_BEYOND_PX
            or (quad > (wide - 1 + _BEYOND_PX, high - 1 + _BEYOND_PX)).any()
        ):
            continue
        cover = _cover(steep, bright, quad)
        if cover >= _LEAST_COVER:
            found.append((area(quad) * cover**2, cover, quad))
    if not found:
        return None
    _, cover, quad = max(found, key=lambda one: one[0])
    return quad, cover


def _lines(steep: npt.NDArray[np.float32]) -> list[Line]:
    """The longest straight edges, each once."""
    ridge = (steep > _FAINT) & (steep >= cv2.dilate(steep, np.ones((3, 3), np.uint8)) * 0.75)
    shorter = min(steep.shape)
    pieces = cv2.HoughLinesP(
        ridge.astype(np.uint8) * 255, 1, np.pi / 360, 60, minLineLength=shorter / 9, maxLineGap=shorter / 40
    )
    if pieces is None:
        return []
    ends = sorted(np.asarray(pieces, float).reshape(-1, 2, 2), key=lambda two: -np.linalg.norm(two[1] - two[0]))
    kept: list[list[Points]] = []  # points of one line
    for two in ends[:200]:
        same = next((line for line in kept if _same(line, two)), None)
        if same is not None:
            same += list(two)
        elif len(kept) < 4 * _MOST_LINES:
            kept.append(list(two))
    kept.sort(key=lambda line: -_length(line))
    return [_ends(line) for line in kept[:_MOST_LINES]]


def _ends(line: list[Points]) -> Line:
    points = np.array(line)
    vx, vy, x, y = cv2.fitLine(points.astype(np.float32), cv2.DIST_L1, 0, 0.01, 0.01).reshape(-1)
    along = (points - (x, y)) @ np.array([vx, vy])
    return np.array([x + vx * along.min(), y + vy * along.min()]), np.array(
        [x + vx * along.max(), y + vy * along.max()]
    )


def _length(line: list[Points]) -> float:
    """How long its pieces are together: a line is what is seen of it."""
    return float(sum(np.linalg.norm(b - a) for a, b in zip(line[::2], line[1::2], strict=True)))


def _same(line: list[Points], two: Points) -> bool:
    start, end = line[0], line[1]
    along = (end - start) / max(1e-9, float(np.linalg.norm(end - start)))
    off = (two - start) @ np.array([-along[1], along[0]])
    other = (two[1] - two[0]) / max(1e-9, float(np.linalg.norm(two[1] - two[0])))
    return bool(np.abs(off).max() < _SAME_PX and abs(along[0] * other[1] - along[1] * other[0]) < _SAME_TURN)


def _quads(lines: list[Line]) -> Iterator[Points]:
    """All quads of two nearly parallel lines and two others that cross them."""
    pairs = [pair for pair in combinations(lines, 2) if _angle(*pair) < _PARALLEL]
    for (a, b), (c, d) in combinations(pairs, 2):
        if _angle(a, c) < 2 * _PARALLEL:
            continue
        corners = [crossing(*one, *other) for one, other in ((a, c), (c, b), (b, d), (d, a))]
        if all(corner is not None for corner in corners):
            yield ordered(np.array(corners))


def _angle(one: Line, other: Line) -> float:
    a, b = one[1] - one[0], other[1] - other[0]
    sine = abs(a[0] * b[1] - a[1] * b[0]) / max(1e-9, float(np.linalg.norm(a) * np.linalg.norm(b)))
    return float(np.arcsin(min(1.0, sine)))


def _cover(steep: npt.NDArray[np.float32], bright: Image, quad: Points) -> float:
    """The share of the sides that are edges, the worst side weighing as much as all; 0: brighter outside."""
    shares, falls = [], []
    for at in range(4):
        start, end = quad[at], quad[(at + 1) % 4]
        across, _ = profiles(steep, start, end, _REACH, 60)
        shares.append(float(np.mean(np.nan_to_num(across).max(axis=1) > _FAINT)))
        level, _ = profiles(bright, start, end, 2 * _REACH, 60)
        falls.append(np.nanmedian(level[:, :_REACH]) - np.nanmedian(level[:, -_REACH:]))
    if np.mean(falls) < 0 or min(shares) < _LEAST_COVER:
        return 0.0
    return 0.5 * float(min(shares) + np.mean(shares))
