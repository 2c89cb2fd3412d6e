"""A picture from the glass or the feeder -> a page: turned straight by its own lines, and judged. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.document_scanner.images import UnreadableImageError, array_of, page_of
from devices.document_scanner.judge import judge_flat
from devices.document_scanner.straighten import level

if TYPE_CHECKING:
    from devices.document_scanner.codec import Picture
    from devices.values.document_scanner import PageImage

LEAST_PX = 24  # a scanner that sends less is out of its mind


def flat_page(picture: Picture, size_mm: tuple[float, float]) -> PageImage:
    """The page on a picture of the whole glass, `size_mm` wide and high. Raises UnreadableImageError."""
    if min(picture.layout.width_px, picture.layout.height_px) < LEAST_PX:
        raise UnreadableImageError("too small for a page")
    image = level(array_of(picture))
    return page_of(image, *size_mm, judge_flat(image))
