"""Pictures as arrays, and pages as JPEG. Pure; knows no scanner, no camera and no verdict.

Arrays are rows × columns (× blue, green, red), one byte a sample.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import cv2
import numpy as np
import numpy.typing as npt

from devices.values.document_scanner import PageImage, Verdict

if TYPE_CHECKING:
    from devices.document_scanner.codec import Picture

Image = npt.NDArray[np.uint8]
JPEG_QUALITY = 88  # print stays sharp; an A4 page at 200 dpi is some 0.4 MB
GLIMPSE_QUALITY = 60
MAX_JPEG_SIDE_PX = 20_000


class UnreadableImageError(ValueError):
    """These bytes are no JPEG picture, or one that is too large."""


def array_of(picture: Picture) -> Image:
    """The picture as an array, grey or colour; samples of 16 bits lose their low byte, single bits become 0 and 255."""
    layout = picture.layout
    raw: npt.NDArray[Any] = np.frombuffer(picture.data, np.uint8).reshape(layout.height_px, layout.row_bytes)
    if layout.bits == 1:
        return (1 - np.unpackbits(raw, axis=1)[:, : layout.width_px]) * np.uint8(255)
    samples = raw[:, :: layout.bits // 8]  # of two bytes the high one comes first
    if layout.channels == 1:
        return np.ascontiguousarray(samples)
    return np.ascontiguousarray(samples.reshape(layout.height_px, layout.width_px, 3)[:, :, ::-1])


def grey_of(image: Image) -> Image:
    """The brightness alone."""
    return image if image.ndim == 2 else np.asarray(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), np.uint8)  # noqa: PLR2004  # rows and columns


def page_of(image: Image, width_mm: float, height_mm: float, verdict: Verdict = Verdict.GOOD) -> PageImage:
    """The page that an upright picture shows."""
    done, jpeg = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])
    if not done:
        raise UnreadableImageError("cannot be written as JPEG")
    return PageImage(jpeg.tobytes(), image.shape[1], image.shape[0], width_mm, height_mm, verdict)


def glimpse_of(image: Image, wide_px: int) -> bytes:
    """A small JPEG of what a camera sees, at most `wide_px` across: to aim by, not to keep."""
    high, wide = image.shape[:2]
    if wide > wide_px:
        size = wide_px, max(1, round(high * wide_px / wide))
        image = np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), np.uint8)
    done, jpeg = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, GLIMPSE_QUALITY])
    return jpeg.tobytes() if done else b""


def pixels_of(page: PageImage) -> Image:
    """The picture of a page. Raises UnreadableImageError."""
    try:
        image = cv2.imdecode(np.frombuffer(page.jpeg, np.uint8), cv2.IMREAD_COLOR_BGR | cv2.IMREAD_IGNORE_ORIENTATION)
    except cv2.error as error:
        raise UnreadableImageError("not a picture") from error
    if image is None or max(image.shape) > MAX_JPEG_SIDE_PX:
        raise UnreadableImageError("not a picture, or too large")
    return np.asarray(image, np.uint8)
