"""Pictures of a visit for QML: `image://visit/live`, `…/certificate`, `…/page/2`. Kept by the runner, not by Qt.

QML asks with `cache: false`, and with something new behind a `?` when the picture has changed (`live?17`): Qt loads an
address once. What is not there is one clear dot, so that a page that is late shows nothing and complains of nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

if TYPE_CHECKING:
    from collections.abc import Callable

NAME = "visit"


class VisitPictures(QQuickImageProvider):
    """`picture` gives the bytes (JPEG, PNG) under a name, b"" for none; called on the screen's thread."""

    def __init__(self, picture: Callable[[str], bytes]) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._picture = picture

    def requestImage(self, name: str, size: QSize, requested: QSize) -> QImage:  # noqa: N802 - Qt's name
        """The picture under `name`, no larger than `requested` where QML says how large it will be."""
        image = QImage.fromData(self._picture(name.partition("?")[0]))
        if image.isNull():
            image = QImage(1, 1, QImage.Format.Format_ARGB32)
            image.fill(Qt.GlobalColor.transparent)
        size.setWidth(image.width())
        size.setHeight(image.height())
        if requested.width() > 0 and requested.width() < image.width():
            return image.scaledToWidth(requested.width(), Qt.TransformationMode.SmoothTransformation)
        return image


def no_picture(_name: str) -> bytes:
    """For a screen without a kiosk behind it."""
    return b""
