"""Four-sided shapes: from an outline, made exact on the picture's own edges, measured. Pure; knows no page.

Points are (x, y) in pixels, the centre of the first pixel at (0, 0); a quad is 4 × 2, clockwise from the top left one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import cv2
import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from devices.document_scanner.images import Image

Points = npt.NDArray[np.float64]
_SIDES = 4
_MIN_FIT_POINTS = 8
_FIT_ROUNDS = 5
_STEP_PX = 1
_HARDLY = 1e-6
_SHARP = 0.35  # of the whole fall within two pixels


def ordered(quad: Points) -> Points:
    """The same corners clockwise, beginning with the one that is nearest to the top left."""
    middle = quad.mean(axis=0)
    clockwise = quad[np.argsort(np.arctan2(*(quad - middle).T[::-1]))]
    return np.roll(clockwise, -int(np.argmin(clockwise.sum(axis=1))), axis=0)


def lengths(quad: Points) -> Points:
    """The four sides: top, right, bottom, left."""
    return np.asarray(np.linalg.norm(np.roll(quad, -1, axis=0) - quad, axis=1))


def area(quad: Points) -> float:
    """Square pixels."""
    x, y = quad.T
    return float(abs(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2)


def angles(quad: Points) -> Points:
    """The four inner angles in degrees."""
    before, after = np.roll(quad, 1, axis=0) - quad, np.roll(quad, -1, axis=0) - quad
    cosine = (before * after).sum(axis=1) / np.maximum(1e-9, np.linalg.norm(before, axis=1) * lengths(quad))
    return np.asarray(np.degrees(np.arccos(np.clip(cosine, -1, 1))))


def crossing(a: Points, b: Points, c: Points, d: Points) -> Points | None:
    """Where the lines a–b and c–d meet; None when they hardly do."""
    one, two = b - a, d - c
    cross = one[0] * two[1] - one[1] * two[0]
    if abs(cross) < _HARDLY * np.linalg.norm(one) * np.linalg.norm(two):
        return None
    part = ((c[0] - a[0]) * two[1] - (c[1] - a[1]) * two[0]) / cross
    return np.asarray(a + part * one)


def quad_round(outline: npt.NDArray[np.int32]) -> Points | None:
    """The quad round an outline: of its hull's sides those are left out, one after the other, that cost least area.

    A corner that is hidden (under a thumb, outside the frame) comes out where the page's sides would meet.
    """
    hull = cv2.convexHull(outline)
    hull = cv2.approxPolyDP(hull, 0.004 * cv2.arcLength(hull, closed=True), closed=True)
    points = [np.asarray(point, float) for point in hull.reshape(-1, 2)]
    while len(points) > _SIDES:
        best = min(range(len(points)), key=lambda at: _cost(points, at))
        met = _without_side(points, best)
        if met is None:
            return None
        after = (best + 1) % len(points)
        points[best] = met
        points.pop(after)
    return ordered(np.array(points)) if len(points) == _SIDES else None


def _without_side(points: list[Points], at: int) -> Points | None:
    """Where the neighbours of side `at` meet when it is left out; None: on the wrong side."""
    before, first, second, after = (points[(at + step) % len(points)] for step in (-1, 0, 1, 2))
    met = crossing(before, first, second, after)
    if met is None or np.dot(met - first, first - before) < 0 or np.dot(met - second, second - after) < 0:
        return None
    return met


def _cost(points: list[Points], at: int) -> float:
    met = _without_side(points, at)
    if met is None:
        return float("inf")
    return area(np.array([points[at], met, points[(at + 1) % len(points)]]))


def profiles(
    grey: npt.NDArray[Any], start: Points, end: Points, reach: int, count: int
) -> tuple[npt.NDArray[np.float32], Points]:
    """Brightness across the side start–end: `count` × (2·reach + 1), from inside (of a clockwise quad) to outside.

    Also the points on the side through which they go. What lies outside of the picture is NaN.
    """
    share = np.linspace(0.04, 0.96, count)[:, None]
    on = start + share * (end - start)
    along = (end - start) / max(1e-9, float(np.linalg.norm(end - start)))
    outward = np.array([along[1], -along[0]])
    steps = np.arange(-reach, reach + 1)
    at = (on[:, None, :] + steps[None, :, None] * outward).astype(np.float32)
    found = cv2.remap(grey, at[..., 0], at[..., 1], cv2.INTER_LINEAR).astype(np.float32)
    high, wide = grey.shape[:2]
    outside = (at[..., 0] < 0) | (at[..., 1] < 0) | (at[..., 0] > wide - 1) | (at[..., 1] > high - 1)
    found[outside] = np.nan
    return found, on


def refined(grey: Image, quad: Points, reach: int, *, shadowed: bool = False) -> Points:
    """The quad with each side laid through the steepest falls of brightness near it; as it was where there are none.

    First over some width, so that a smeared edge counts by its middle; then closely, where it is sharp. `shadowed`:
    closely both times, because a shadow beside the edge falls the same way and is wider than it.
    """
    sides = []
    for at in range(_SIDES):
        side = quad[at], quad[(at + 1) % _SIDES]
        side = _fitted(grey, side, *((reach // 2, 0.0) if shadowed else (reach, reach / 3))) or side
        sides.append(_fitted(grey, side, max(4, reach // 4), 0.0) or side)
    corners = [crossing(*sides[at - 1], *sides[at]) for at in range(_SIDES)]
    exact = np.array([corner if corner is not None else quad[at] for at, corner in enumerate(corners)])
    return exact if np.abs(exact - quad).max() < 4 * reach else quad


def _fitted(grey: Image, side: tuple[Points, Points], reach: int, width: float) -> tuple[Points, Points] | None:
    """The side moved to where it gets darker outwards, looked at this widely (a sigma in pixels; 0: closely)."""
    start, end = side
    count = int(np.clip(np.linalg.norm(end - start) / 6, 16, 160))
    across, on = profiles(grey, start, end, reach + _STEP_PX, count)
    sound = ~np.isnan(across).any(axis=1)
    if sound.sum() < _MIN_FIT_POINTS:
        return None
    across, on = across[sound], on[sound]
    if width:
        across = np.asarray(cv2.GaussianBlur(across, (0, 0), sigmaX=width, sigmaY=0.1), np.float32)
    fall = across[:, : -2 * _STEP_PX] - across[:, 2 * _STEP_PX :]  # positive: darker outside
    whole = np.median(across[:, : 2 * _STEP_PX].mean(axis=1) - across[:, -2 * _STEP_PX :].mean(axis=1))
    best = fall.argmax(axis=1)
    steep = fall[np.arange(len(best)), best]
    if not width and np.median(steep) < _SHARP * whole:
        return None
    shift = best - reach + _between(fall, best)
    along = (end - start) / np.linalg.norm(end - start)
    found = on + shift[:, None] * np.array([along[1], -along[0]])
    line = line_through(found[steep > max(1.0, 0.3 * float(np.median(steep)))], along)
    return line and _as_long(line, start, end)


def _as_long(line: tuple[Points, Points], start: Points, end: Points) -> tuple[Points, Points]:
    """The pieces of the line that is nearest to the side's ends."""
    at, along = line[0], line[1] - line[0]
    first, last = (at + np.dot(point - at, along) * along for point in (start, end))
    return first, last


def _between(fall: npt.NDArray[np.float32], best: npt.NDArray[np.intp]) -> Points:
    """The top of the parabola through the steepest place and its neighbours, in pixels."""
    rows = np.arange(len(best))
    inner = np.clip(best, 1, fall.shape[1] - 2)
    left, middle, right = (fall[rows, inner + step].astype(float) for step in (-1, 0, 1))
    bend = left - 2 * middle + right
    shift = np.where(np.abs(bend) > _HARDLY, (left - right) / np.where(bend == 0, 1, 2 * bend), 0)
    return np.asarray(np.where(inner == best, np.clip(shift, -0.5, 0.5), 0))


def line_through(found: Points, along: Points) -> tuple[Points, Points] | None:
    """Two points of the line through most of these, those far off left out; None when it does not run `along`."""
    spread = np.inf
    for _ in range(_FIT_ROUNDS):
        if len(found) < _MIN_FIT_POINTS:
            return None
        vx, vy, x, y = cv2.fitLine(found.astype(np.float32), cv2.DIST_L1, 0, 0.01, 0.01).reshape(-1)
        off = np.abs((found[:, 0] - x) * vy - (found[:, 1] - y) * vx)
        if spread <= 1.0:
            break
        spread = max(1.0, 2 * float(np.median(off)))
        found = found[off <= spread]
    if abs(vx * along[0] + vy * along[1]) < 0.97:  # noqa: PLR2004  # 14 degrees: that is another line
        return None
    turn = 1.0 if vx * along[0] + vy * along[1] > 0 else -1.0
    return np.array([x, y], float), np.array([x + turn * vx, y + turn * vy], float)
