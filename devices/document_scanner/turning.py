"""Turns a page by quarters, without the library for pictures: a screen's process may do it. Pure."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from devices.values.document_scanner import PageImage

QUALITY = 88  # as `images.JPEG_QUALITY`


def turned(page: PageImage, quarters: int) -> PageImage:
    """The page turned clockwise by so many quarters; which way is up only a person can say.

    Raises ValueError when it is no picture.
    """
    if not quarters % 4:
        return page
    from PIL import Image  # a kiosk starts without it

    ways = {1: Image.Transpose.ROTATE_270, 2: Image.Transpose.ROTATE_180, 3: Image.Transpose.ROTATE_90}
    out = io.BytesIO()
    try:
        with Image.open(io.BytesIO(page.jpeg)) as image:
            image.transpose(ways[quarters % 4]).save(out, "JPEG", quality=QUALITY)
    except OSError as error:
        raise ValueError("not a picture") from error
    across, along = (page.width_px, page.width_mm), (page.height_px, page.height_mm)
    wide, high = (across, along) if quarters % 2 == 0 else (along, across)
    return replace(page, jpeg=out.getvalue(), width_px=wide[0], height_px=high[0], width_mm=wide[1], height_mm=high[1])
