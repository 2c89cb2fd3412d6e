"""Moves a page's side out to the end of a band that is printed right to the paper's edge. Pure.

The search for paper ends where the white does. A band goes on between the same two sides, and ends as sharply on three
sides as paper does; the shadow that a page throws does not. One that has the table's own colour cannot be told from it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
import numpy.typing as npt

from devices.document_scanner.quads import Points, crossing, line_through, profiles

if TYPE_CHECKING:
    from devices.document_scanner.images import Image

Rays = npt.NDArray[np.float32]
_WORK_PX = 1600  # the longer side of the picture that is searched: an edge is some three pixels wide there
_LEAST_DEPTH, _MOST_DEPTH = 0.025, 0.22  # of the page's length: less is a smeared edge, more a sheet of its own
_MARGIN = 0.04  # of a side, at both ends: fingers and round corners
_RAYS = 48
_TONE_PX = slice(4, 9)  # from the white's end: the band's own colour
_STEP = 10.0  # Lab levels: less is no edge
_CLOSE_PX, _REACH = 4, 8  # of an edge that is sharp, most lies within so many pixels
_SHARP = 0.6
_LEAST_RAYS, _LEAST_FLANK = 0.75, 0.7  # shares that see the band's end; of its flanks that are edges


def with_bands(frame: Image, quad: Points) -> Points:
    """The quad with those sides moved out that end at a printed band."""
    scale = min(1.0, _WORK_PX / max(frame.shape[:2]))
    small = cv2.resize(frame, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else frame
    lab = cv2.GaussianBlur(cv2.cvtColor(small, cv2.COLOR_BGR2LAB), (0, 0), 1.0).astype(np.float32)
    moved = (quad + 0.5) * scale - 0.5
    for at in range(4):
        order = np.roll(np.arange(4), -at)
        side = _beyond(lab, moved[order])
        if side is not None:
            quad, moved[order[:2]] = quad.copy(), side
            quad[order[:2]] = (side + 0.5) / scale - 0.5
    return quad


def _beyond(lab: Rays, quad: Points) -> Points | None:
    """Where the first two corners are when a band follows beyond the side between them; None: there is none."""
    first, second, third, fourth = quad
    length = float(np.linalg.norm(first - fourth))
    depth = _MOST_DEPTH * length
    ends = first + (first - fourth) * _MOST_DEPTH, second + (second - third) * _MOST_DEPTH
    share = np.linspace(_MARGIN, 1 - _MARGIN, _RAYS)[:, None, None]
    if depth < 2 * _REACH:
        return None
    along = np.linspace(0, 1, int(depth))[None, :, None]
    near, far = first + share * (second - first), ends[0] + share * (ends[1] - ends[0])
    places = near + along * (far - near)
    seen = _at(lab, places)
    off = np.linalg.norm(seen - np.median(seen[:, _TONE_PX], axis=1, keepdims=True), axis=2)
    last = np.where(off <= _STEP, np.arange(off.shape[1]), 0).max(axis=1)  # white print in the band is no end of it
    ends_here = (last > _LEAST_DEPTH * length) & (last < off.shape[1] - _REACH) & _sharp(seen, last)
    if ends_here.mean() < _LEAST_RAYS:
        return None
    found = (places[np.arange(_RAYS), last] + 0.5 * (far - near)[:, 0] / depth)[ends_here]
    line = line_through(found, (second - first) / np.linalg.norm(second - first))
    corners = line and (crossing(*line, fourth, first), crossing(*line, third, second))
    if corners is None or corners[0] is None or corners[1] is None:
        return None
    if _flank(lab, first, corners[0]) < _LEAST_FLANK or _flank(lab, corners[1], second) < _LEAST_FLANK:
        return None
    return np.array(corners)


def _at(lab: Rays, places: Points) -> Rays:
    """The colours at these places; NaN outside of the picture."""
    high, wide = lab.shape[:2]
    x, y = places[..., 0].astype(np.float32), places[..., 1].astype(np.float32)
    seen = cv2.remap(lab, x, y, cv2.INTER_LINEAR)
    seen[(x < 0) | (y < 0) | (x > wide - 1) | (y > high - 1)] = np.nan
    return np.asarray(seen, np.float32)


def _sharp(seen: Rays, at: npt.NDArray[np.intp]) -> npt.NDArray[np.bool_]:
    """True for each row that changes colour for good at its place, and most of it within a few pixels."""
    rows = np.arange(len(seen))

    def fall(reach: int) -> Rays:
        before, after = (np.clip(at + step, 0, seen.shape[1] - 1) for step in (-reach, reach))
        return np.asarray(np.linalg.norm(seen[rows, after] - seen[rows, before], axis=1), np.float32)

    close = fall(_CLOSE_PX)
    return np.asarray((close > _STEP) & (close >= _SHARP * fall(_REACH)))


def _flank(lab: Rays, start: Points, end: Points) -> float:
    """The share of a flank that is a sharp edge."""
    across, _ = profiles(lab, start, end, _REACH, _RAYS)
    return float(_sharp(across, np.full(_RAYS, _REACH)).mean())
