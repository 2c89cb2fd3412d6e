"""Pictures for those who stand in for a camera: a blank, a code on a sheet, a file. Nothing in production uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from pathlib import Path

    from cv2.typing import MatLike

JPEG_QUALITY = 90


def blank(width: int = 640, height: int = 480, grey: int = 150) -> MatLike:
    """Nothing before the camera."""
    return np.full((height, width, 3), grey, np.uint8)


def sheet(data: bytes, *, module: int = 6, width: int = 640, height: int = 480) -> MatLike:
    """A QR code with these bytes on white paper in the middle of the view; `module` is in pixels.

    Raises ValueError when it does not fit.
    """
    import qrcode
    from qrcode.util import MODE_8BIT_BYTE, QRData

    code = qrcode.QRCode(border=4)
    code.add_data(QRData(data, mode=MODE_8BIT_BYTE))
    code.make(fit=True)
    dark = np.array(code.get_matrix(), bool).repeat(module, 0).repeat(module, 1)
    side = dark.shape[0]
    if side > min(width, height):
        raise ValueError("the code does not fit into the picture")
    view = np.full((height, width, 3), 150, np.uint8)
    top, left = (height - side) // 2, (width - side) // 2
    view[top : top + side, left : left + side] = np.where(dark, 20, 235).astype(np.uint8)[..., None]
    return view


def from_file(path: Path) -> MatLike:
    """A picture from a file. Raises ValueError when it is none."""
    image = cv2.imread(str(path), cv2.IMREAD_COLOR)
    if image is None:
        raise ValueError(f"{path} holds no picture")
    return image


def as_jpeg(image: MatLike) -> bytes:
    """The picture as a camera would send it."""
    good, data = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])
    if not good:
        raise ValueError("cannot be written as JPEG")
    return data.tobytes()
