"""Tells two sheets that overlap from one: the edge of the upper one runs through from side to side. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from devices.document_scanner.straighten import upright

if TYPE_CHECKING:
    from devices.document_scanner.images import Image
    from devices.document_scanner.quads import Points

_PX = 480  # of both sides when looking for it
_STROKE_PX = 5  # print is finer than this, the shadow of a sheet is not
_MOST_TURN = 10.0  # degrees between the two sheets
_STEP = 0.5
_MARGIN = 0.07  # of the page: its own edges are no seam
_LIGHT_PX = 16.0
_LEAST = 2.0  # levels of brightness, in every part of the line
_PARTS = 20  # from one side of the page to the other
_MAY_MISS = 3  # of them, but not the white margins at both ends


def has_seam(grey: Image, quad: Points) -> bool:
    """True when a straight edge runs through the page from one side to the opposite one.

    Print is closed away before; what is left of it (a seal, a photo) does not reach the page's white margins.
    """
    page = upright(grey, quad, _PX, _PX)
    page = np.asarray(cv2.morphologyEx(page, cv2.MORPH_CLOSE, np.ones((_STROKE_PX, _STROKE_PX), np.uint8)), np.uint8)
    flat = cv2.GaussianBlur(page, (0, 0), 1.0).astype(np.float32)
    flat -= cv2.GaussianBlur(flat, (0, 0), _LIGHT_PX)  # light that falls off is no edge
    return any(_seam_down(picture) for picture in (flat, np.ascontiguousarray(flat.T)))


def _seam_down(page: np.ndarray[tuple[int, ...], np.dtype[np.float32]]) -> bool:
    """An edge from top to bottom: brighter on the same side nearly everywhere along it."""
    reach = 3
    fall = np.zeros_like(page)
    fall[:, reach:-reach] = page[:, : -2 * reach] - page[:, 2 * reach :]
    high, wide = page.shape
    edge = round(_MARGIN * wide)
    for angle in np.arange(-_MOST_TURN, _MOST_TURN + _STEP / 2, _STEP):
        slope = np.tan(np.radians(angle))
        matrix = np.array([[1, slope, -slope * high / 2], [0, 1, 0]], np.float32)
        sheared = cv2.warpAffine(fall, matrix, (wide, high))
        parts = sheared[4 : 4 + (high - 8) // _PARTS * _PARTS, edge:-edge].reshape(_PARTS, -1, wide - 2 * edge)
        means = parts.mean(axis=1)
        if any(_runs_through(side * means > _LEAST) for side in (1, -1)):
            return True
    return False


def _runs_through(steps: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> bool:
    """True when some column of `_PARTS` rows is a step nearly everywhere, and out to one of the page's edges."""
    return bool(((steps.sum(axis=0) >= _PARTS - _MAY_MISS) & (steps[0] | steps[-1])).any())
