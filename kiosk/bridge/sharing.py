"""共享屏幕: while the visitor lets it, a small blanked picture of the glass goes out each second. Qt's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Qt, QTimer
from PySide6.QtGui import QImageWriter

from kiosk.bridge.blanking import KnownWords, blanked
from kiosk.session.sharing import shares_screen

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage
    from PySide6.QtQuick import QQuickView

    from kiosk.session.state import Session

EVERY_MS = 1_000
LONG_SIDE = 960  # pixels: headings and buttons can be read
QUALITY = 70


class Viewer(Protocol):
    """Where pictures go; any thread."""

    def show_picture(self, picture: bytes) -> None:
        """A JPEG of the glass, everything personal blank."""


class ScreenSharing(QObject):
    """Shown every session with `see`."""

    def __init__(self, view: QQuickView, viewer: Viewer, qml: Path) -> None:
        super().__init__(view)
        self._view, self._viewer, self._qml = view, viewer, qml
        self._words: KnownWords | None = None
        self._session: Session | None = None
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.take)

    def see(self, session: Session) -> None:
        """A session has been shown."""
        self._session = session
        if not shares_screen(session):
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def take(self) -> None:
        """One picture, if it may be taken."""
        session = self._session
        if session is None or not shares_screen(session):
            return
        if self._words is None:
            self._words = KnownWords(self._qml)
        self._words.learn(session.modes.language, session.catalogue, session.hall)
        self._viewer.show_picture(jpeg_of(blanked(self._view, self._words)))


def jpeg_of(shot: QImage) -> bytes:
    """As small as is enough to read along."""
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"JPG"))
    writer.setQuality(QUALITY)
    writer.write(shot.scaled(LONG_SIDE, LONG_SIDE, keep, smooth))
    return bytes(buffer.data().data())
