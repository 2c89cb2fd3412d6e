"""Looks for the three corner marks of a QR code by their nested outlines, and cuts the code out onto a white sheet.

Reads no code. It helps where the decoder's own search fails: no quiet zone around the code, or a code so small in a
large frame that enlarging all of the frame would take too long.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cv2.typing import MatLike
    from numpy.typing import NDArray

    Points = NDArray[np.float32]

RING, MARK, HALF_MARK = 5, 7, 3.5  # modules: the light ring of a mark, the whole mark, from its edge to its middle
HOLE_SHARE = (0.2, 0.6)  # of the ring's area that its dark middle takes; 9/25 when drawn
LEAST_SIDE = 5.0  # pixels of a ring: one for each module
MOST_HOLES = 6
MOST_MARKS = 12
MARKS_OF_A_CODE = 3  # one in each of three corners
SQUARE = 4  # corners
MODULE_RATIO = 1.7  # between the marks of one code, seen askew
LEG_RATIO = 1.8
RIGHT_ANGLE = 0.45  # |cosine| that still passes for one
SURE_MODULE = 2.0  # pixels; an area is not believed at all below that, wholly at twice of it
DEPTHS = (0.6, 1.7)  # of the fourth mark, in those of the corner
SIDES = (21, 177)  # modules of the smallest and the largest code
PIXELS = 6  # of one module on the sheet
QUIET = 4  # modules around the code on the sheet
SHEET_LIMIT = 900  # pixels of the sheet's side; larger codes get fewer pixels a module
WINDOWS = ((31, 3), (15, 1))  # pixels around each that its threshold is the mean of, and shades below it; coarse, fine


@dataclass(frozen=True, slots=True)
class Mark:
    """One corner mark: its middle, one module in pixels, and the ring's four corners."""

    x: float
    y: float
    module: float
    corners: Points

    def scaled(self, times: float) -> Mark:
        """The same mark in a picture that is so many times as large."""
        return Mark(self.x * times, self.y * times, self.module * times, self.corners * times)


def marks(grey: MatLike) -> list[Mark]:
    """Nested outlines that look like corner marks of a code that is dark on light, the largest first.

    A coarse look, then a fine one (small or blurred marks) if that did not find three.
    """
    smooth = cv2.GaussianBlur(grey, (3, 3), 0)
    found: list[Mark] = []
    for window, below in WINDOWS:
        flat = cv2.adaptiveThreshold(smooth, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, window, below)
        found = max(found, _rings(flat), key=len)
        if len(found) >= MARKS_OF_A_CODE:
            break
    return sorted(found, key=lambda mark: -mark.module)[:MOST_MARKS]


def _rings(flat: MatLike) -> list[Mark]:
    outlines, nesting = cv2.findContours(flat, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    if not outlines:
        return []
    around = nesting[0].T[3]
    holes = np.bincount(around[around >= 0], minlength=len(around))
    rings = np.flatnonzero((around < 0) & (holes > 0) & (holes <= MOST_HOLES))
    return [mark for at in rings.tolist() if (mark := _mark(outlines, nesting[0], at)) is not None]


def _mark(outlines: Sequence[MatLike], nesting: MatLike, at: int) -> Mark | None:
    ring, hole = outlines[at], outlines[_largest(outlines, nesting, nesting[at][2])]
    area = cv2.contourArea(ring)
    if area < LEAST_SIDE**2 or not HOLE_SHARE[0] < cv2.contourArea(hole) / area < HOLE_SHARE[1]:
        return None
    (x, y), (width, height), _turn = cv2.minAreaRect(ring)
    (hole_x, hole_y), _, _ = cv2.minAreaRect(hole)
    side = math.sqrt(area)
    if max(width, height) > 2 * min(width, height) or math.hypot(x - hole_x, y - hole_y) > side / RING:
        return None
    if area < 0.75 * width * height:  # a square seen askew fills its box, letters do not
        return None
    return Mark(x, y, side / RING, _corners(ring))


def _largest(outlines: Sequence[MatLike], nesting: MatLike, hole: int) -> int:
    """Of a hole and those beside it; noise makes small ones."""
    beside = [hole]
    while (hole := nesting[hole][0]) >= 0:
        beside.append(hole)
    return max(beside, key=lambda one: cv2.contourArea(outlines[one]))


def _corners(ring: MatLike) -> Points:
    """The ring's corners: of its simplest outline if that has four, else of the box around it."""
    outline = cv2.approxPolyDP(ring, 0.08 * cv2.arcLength(ring, closed=True), closed=True)
    four = outline if len(outline) == SQUARE else cv2.boxPoints(cv2.minAreaRect(ring))
    return np.asarray(four, np.float32).reshape(4, 2)


def sheets(grey: MatLike, found: list[Mark]) -> Iterator[MatLike]:
    """The codes that three of the marks may belong to, each upright on white."""
    used: set[int] = set()
    for three in itertools.combinations(range(len(found)), 3):
        if used.isdisjoint(three) and (corner := _corner([found[at] for at in three])) is not None:
            used.update(three)
            yield _sheet(grey, *corner)


def _corner(three: list[Mark]) -> tuple[Mark, Mark, Mark] | None:
    """The marks as corner, right, below; None when they do not stand like those of one code."""
    modules = [mark.module for mark in three]
    if max(modules) > MODULE_RATIO * min(modules):
        return None
    for at in range(3):
        corner, one, other = three[at], three[at - 2], three[at - 1]
        ax, ay, bx, by = one.x - corner.x, one.y - corner.y, other.x - corner.x, other.y - corner.y
        a, b = math.hypot(ax, ay), math.hypot(bx, by)
        if max(a, b) > LEG_RATIO * min(a, b) or abs(ax * bx + ay * by) > RIGHT_ANGLE * a * b:
            continue
        if not SIDES[0] - MARK - 4 <= (a + b) / 2 / (sum(modules) / 3) <= SIDES[1]:
            continue
        return (corner, one, other) if ax * by > ay * bx else (corner, other, one)
    return None


def _sheet(grey: MatLike, corner: Mark, right: Mark, below: Mark) -> MatLike:
    module = (corner.module + right.module + below.module) / 3
    span = (math.hypot(right.x - corner.x, right.y - corner.y) + math.hypot(below.x - corner.x, below.y - corner.y)) / 2
    side = min(SIDES[1], max(SIDES[0], 17 + 4 * round((span / module + MARK - 17) / 4)))
    pixels = min(PIXELS, SHEET_LIMIT / (side + 2 * QUIET))
    near, far = (QUIET + HALF_MARK) * pixels, (QUIET + side - HALF_MARK) * pixels
    to_sheet = cv2.getPerspectiveTransform(
        np.array(
            [(corner.x, corner.y), (right.x, right.y), (below.x, below.y), _fourth(corner, right, below)], np.float32
        ),
        np.array([(near, near), (far, near), (near, far), (far, far)], np.float32),
    )
    size = round((side + 2 * QUIET) * pixels)
    sheet = cv2.warpPerspective(grey, to_sheet, (size, size), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return _on_white(sheet, [_outer(mark, to_sheet) for mark in (corner, right, below)], far, pixels)


def _fourth(corner: Mark, right: Mark, below: Mark) -> tuple[float, float]:
    """Where a fourth mark would be. Seen askew, a mark's area shrinks with the third power of its depth.

    In depth-weighted coordinates the four are a parallelogram again.
    """
    three = (corner, right, below)
    sure = min(1.0, max(0.0, min(mark.module for mark in three) / SURE_MODULE - 1))  # small marks are measured badly
    depths = [mark.module ** (-2 / 3 * sure) for mark in three]
    depth = depths[1] + depths[2] - depths[0]
    if not DEPTHS[0] < depth / depths[0] < DEPTHS[1]:  # not seen askew: measured badly
        depths, depth = [1.0, 1.0, 1.0], 1.0
    x = (right.x * depths[1] + below.x * depths[2] - corner.x * depths[0]) / depth
    y = (right.y * depths[1] + below.y * depths[2] - corner.y * depths[0]) / depth
    return x, y


def _outer(mark: Mark, to_sheet: MatLike) -> Points:
    """The outer corners of the whole mark, on the sheet."""
    middle = np.array([mark.x, mark.y], np.float32)
    whole = middle + (mark.corners - middle) * (MARK / RING)
    moved = cv2.perspectiveTransform(whole.reshape(1, 4, 2), to_sheet)
    return np.asarray(moved, np.float32).reshape(4, 2)


def _on_white(sheet: MatLike, outer: list[Points], far: float, pixels: float) -> MatLike:
    """White all around the code. The fourth corner has no mark: there a little more is left standing."""
    fourth = np.full((1, 2), far + (HALF_MARK + 1) * pixels, np.float32)
    points = np.concatenate([*outer, fourth])
    if not np.isfinite(points).all():  # a mark beyond the horizon: three that belong to no code
        return sheet
    hull = cv2.convexHull(np.clip(points, -sheet.shape[0], 2 * sheet.shape[0]))
    code = np.zeros(sheet.shape[:2], np.uint8)
    cv2.fillConvexPoly(code, np.round(hull).astype(np.int32), 1)
    white = int(np.percentile(sheet, 95))
    return np.where(code == 1, sheet, np.uint8(white))
