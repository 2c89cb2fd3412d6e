"""Blackens parts of a page for good: the pixels are gone, not covered. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from devices.document_scanner.images import page_of, pixels_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from devices.values.document_scanner import PageImage


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a page: left, top, right, bottom as shares of its width and height, 0 to 1."""

    left: float
    top: float
    right: float
    bottom: float

    def __post_init__(self) -> None:
        if not (0 <= self.left < self.right <= 1 and 0 <= self.top < self.bottom <= 1):
            raise ValueError("a box has its left before its right and its top above its bottom, all within 0 to 1")


def redacted(page: PageImage, boxes: Sequence[Box]) -> PageImage:
    """The page with the boxes black, compressed anew: nothing of what stood there is left in any byte of it.

    A box grows to whole blocks of 16 × 16 pixels, so that no block of the JPEG holds ink from within and paper from
    without. Raises UnreadableImageError.
    """
    image = pixels_of(page)
    high, wide = image.shape[:2]
    for box in boxes:
        left, top = (int(np.floor(share * size / 16)) * 16 for share, size in ((box.left, wide), (box.top, high)))
        right, bottom = (
            int(np.ceil(share * size / 16)) * 16 for share, size in ((box.right, wide), (box.bottom, high))
        )
        cv2.rectangle(image, (left, top), (right - 1, bottom - 1), (0, 0, 0), cv2.FILLED)
    return page_of(image, page.width_mm, page.height_mm, page.verdict)
