"""Measures print on paper: how much there is, how soft its edges are, how much of the paper is burnt out. Pure.

Each takes the grey or colour picture and a mask (1: page), and gives one number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from devices.document_scanner.images import Image

Mask = npt.NDArray[np.uint8]
INK_CONTRAST = 0.12  # darker than the paper round it by this share
_STROKE_PX = 25  # no stroke of ordinary print is thicker
_WINDOW_PX = 9  # an edge of up to 2.3 px softness happens within
_BURNT = 252
_DARK = 0.6  # of the paper's brightness
_ENOUGH_EDGES = 60
_STEP = 0.3989  # steepest slope of a unit step that is softened by one pixel: 1 / sqrt(2 pi)


def _cropped(picture: Image, mask: Mask) -> tuple[Image, Mask]:
    x, y, wide, high = cv2.boundingRect(mask)
    return picture[y : y + high, x : x + wide], mask[y : y + high, x : x + wide]


def ink_share(grey: Image, mask: Mask) -> float:
    """The share of the page that is clearly darker than the paper round it."""
    grey, mask = _cropped(grey, mask)
    smooth = cv2.GaussianBlur(grey, (0, 0), 1.0)
    paper = cv2.morphologyEx(smooth, cv2.MORPH_CLOSE, np.ones((_STROKE_PX, _STROKE_PX), np.uint8))
    ink = paper.astype(np.float32) - smooth > INK_CONTRAST * paper + 3
    return float((ink & (mask == 1)).sum() / max(1, mask.sum()))


def dark_share(grey: Image, mask: Mask) -> float:
    """The share of the page that is dark outright, on a picture of even light: large black areas are print too."""
    inside = grey[mask == 1]
    return float(np.mean(inside < _DARK * np.percentile(inside, 90))) if inside.size else 0.0


def burnt_share(frame: Image, mask: Mask, paper_level: float) -> float:
    """The share of the page that is burnt out in spots without print, on paper that is not as bright all over."""
    frame, mask = _cropped(frame, mask)
    darkest = frame.min(axis=2) if frame.ndim == 3 else frame  # noqa: PLR2004  # colour
    size = max(5, round(np.sqrt(mask.sum()) / 60)) | 1
    burnt = (cv2.GaussianBlur(darkest, (0, 0), 1.5) >= _BURNT).astype(np.uint8) & mask
    solid = cv2.morphologyEx(burnt, cv2.MORPH_OPEN, np.ones((size, size), np.uint8))
    if not solid.any() or paper_level >= _BURNT - 4:
        return 0.0
    return float(solid.sum() / max(1, mask.sum()))


def softness(grey: Image, mask: Mask) -> float:
    """How far edges of print are smeared out, in pixels (a Gaussian's sigma), in the direction where it is worst.

    A shaken picture is sharp along the movement only, so edges are looked at by the way they face.
    """
    grey, mask = _cropped(grey, mask)
    flat = grey.astype(np.float32)
    across = [(np.roll(flat, -1, axis) - np.roll(flat, 1, axis)) / 2 if axis is not None else None for axis in (1, 0)]
    dx, dy = np.asarray(across[0]), np.asarray(across[1])
    window = np.ones((_WINDOW_PX, _WINDOW_PX), np.uint8)
    span = cv2.dilate(flat, window) - cv2.erode(flat, window)
    inside = mask == 1
    strong = inside & (span > max(25.0, 0.45 * float(np.percentile(span[inside], 99))))
    steep, facing = np.hypot(dx, dy), np.arctan2(dy, dx)
    worst = 0.0
    for part in range(4):
        turned = np.abs((facing - part * np.pi / 4 + np.pi / 2) % np.pi - np.pi / 2)
        chosen = strong & (turned < np.pi / 8)
        if chosen.sum() >= _ENOUGH_EDGES:
            slope = float(np.percentile(steep[chosen] / span[chosen], 90))
            worst = max(worst, _STEP / max(slope, 1e-3))
    return worst
