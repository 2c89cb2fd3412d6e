"""Lays a page upright: out of its perspective, or by the lines that stand on it. Pure; changes no corner."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from devices.document_scanner.images import Image, grey_of
from devices.document_scanner.quads import Points, lengths
from devices.values.document_scanner import A4_MM

A4_RATIO = A4_MM[1] / A4_MM[0]
A4_TOLERANCE = 0.12  # a slanted view changes the sides' ratio by as much
CARD_MM = (85.6, 53.98)  # ISO/IEC 7810 ID-1
_CARD_SHARE, _CARD_TOLERANCE = 0.45, 0.08
_MOST_PX = 3508  # A4 at 300 dpi
_LEVEL_PX = 700
_MOST_LEAN = 5.0  # degrees; more than that was meant so
_LEAST_LEAN = 0.2


def is_card(quad: Points, frame_px: float) -> bool:
    """True for what has the shape of an identity card and is too small for a page; `frame_px`: longer side."""
    sides = lengths(quad)
    long_side, short_side = sorted((float(sides[0] + sides[2]) / 2, float(sides[1] + sides[3]) / 2))[::-1]
    ratio = long_side / short_side / (CARD_MM[0] / CARD_MM[1])
    return long_side < _CARD_SHARE * frame_px and abs(ratio - 1) < _CARD_TOLERANCE


def page_size(quad: Points, frame_px: float) -> tuple[int, int, float, float]:
    """How large the upright page should be: pixels and millimetres, across and down; `frame_px`: its longer side.

    Never more pixels than were seen. What has nearly the shape of A4 or of an identity card is taken to be one; for
    anything else the millimetres are those of a page that is as wide as A4.
    """
    sides = lengths(quad)
    wide, high = float(max(sides[0], sides[2])), float(max(sides[1], sides[3]))
    long_side, short_side = max(wide, high), min(wide, high)
    long_mm, short_mm = long_side / short_side * A4_MM[0], A4_MM[0]
    if is_card(quad, frame_px):
        long_mm, short_mm = CARD_MM
    elif abs(long_side / short_side / A4_RATIO - 1) < A4_TOLERANCE:
        short_mm, long_mm = A4_MM
    long_px = min(_MOST_PX, long_side)
    short_px = long_px * short_mm / long_mm
    if high >= wide:
        return round(short_px), round(long_px), short_mm, long_mm
    return round(long_px), round(short_px), long_mm, short_mm


def upright(image: Image, quad: Points, wide: int, high: int) -> Image:
    """The inside of the quad as a picture of this size."""
    there = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32) - 0.5
    matrix = cv2.getPerspectiveTransform(quad.astype(np.float32), there)
    flags = cv2.INTER_CUBIC if lengths(quad).min() < 2 * min(wide, high) else cv2.INTER_AREA
    return np.asarray(
        cv2.warpPerspective(image, matrix, (wide, high), flags=flags, borderMode=cv2.BORDER_REPLICATE), np.uint8
    )


def lean(image: Image) -> float:
    """By how many degrees the printed lines fall to the right; 0 when there are none, or not clearly so."""
    grey = grey_of(image)
    scale = min(1.0, _LEVEL_PX / max(grey.shape))
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8))
    ink = np.clip(paper.astype(np.float32) - small - 12, 0, 90)
    edge = max(2, min(ink.shape) // 25)
    ink[:edge], ink[-edge:], ink[:, :edge], ink[:, -edge:] = 0, 0, 0, 0
    if ink.mean() < 0.05:  # noqa: PLR2004  # nothing stands there
        return 0.0
    coarse = _sharpest(ink, np.arange(-_MOST_LEAN - 0.5, _MOST_LEAN + 0.6, 0.5))
    fine = _sharpest(ink, np.arange(coarse - 0.4, coarse + 0.41, 0.1))
    return 0.0 if abs(fine) > _MOST_LEAN else fine


def _sharpest(ink: npt.NDArray[np.float32], candidates: npt.NDArray[np.float64]) -> float:
    """The angle at which rows of print and gaps between them stand out most."""
    return float(
        max(candidates, key=lambda angle: (float(np.var(_turned(ink, float(angle)).sum(axis=1))), -abs(angle)))
    )


def _turned(image: npt.NDArray[np.float32], angle: float) -> npt.NDArray[np.float32]:
    high, wide = image.shape
    matrix = cv2.getRotationMatrix2D((wide / 2, high / 2), angle, 1.0)
    return np.asarray(cv2.warpAffine(image, matrix, (wide, high), flags=cv2.INTER_LINEAR), np.float32)


def level(image: Image) -> Image:
    """The page turned so that its lines are level; as it is when they are, or when there are none."""
    angle = lean(image)
    if abs(angle) < _LEAST_LEAN:
        return image
    high, wide = image.shape[:2]
    matrix = cv2.getRotationMatrix2D((wide / 2, high / 2), angle, 1.0)
    return np.asarray(
        cv2.warpAffine(image, matrix, (wide, high), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE), np.uint8
    )
