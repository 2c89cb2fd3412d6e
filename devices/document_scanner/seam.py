"""Tells two sheets that overlap from one: the edge of the upper one runs through from side to side. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from devices.document_scanner.straighten import upright

if TYPE_CHECKING:
    from devices.document_scanner.images import Image
    from devices.document_scanner.quads import Points

_PX = 240  # of the shorter side when looking for it
_MOST_TURN = 10.0  # degrees between the two sheets
_STEP = 0.5
_MARGIN = 0.07  # of the page: its own edges are no seam
_LEAST = 2.5  # levels of brightness, on three quarters of the line


def has_seam(grey: Image, quad: Points) -> bool:
    """True when a straight edge runs through the page from one side to the opposite one.

    Print does the same nowhere: on three quarters of a line across the page, margins included, it is not darker.
    """
    page = upright(grey, quad, _PX, _PX)
    flat = cv2.GaussianBlur(page, (0, 0), 1.0).astype(np.float32)
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
        rows = sheared[4:-4:2, edge:-edge]
        low, upper = np.percentile(rows, (25, 75), axis=0)
        if low.max() > _LEAST or upper.min() < -_LEAST:
            return True
    return False
