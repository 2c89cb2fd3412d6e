"""The glass for a technician far away: only while nobody stands there, and blanked like a shared screen all the same.

Asked for from any thread, taken on Qt's.
"""

from __future__ import annotations

from concurrent.futures import Future
from concurrent.futures import TimeoutError as NeverTaken
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from kiosk.bridge.blanking import KnownWords, blanked
from kiosk.bridge.sharing import jpeg_of
from kiosk.session.resting import at_rest

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtQuick import QQuickView

    from kiosk.session.state import Session

WITHIN_S = 5.0


class IdlePicture(QObject):
    """Shown every session with `see`."""

    _asked = Signal(object)

    def __init__(self, view: QQuickView, qml: Path) -> None:
        super().__init__(view)
        self._view, self._qml = view, qml
        self._session: Session | None = None
        self._asked.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def see(self, session: Session) -> None:
        """A session has been shown."""
        self._session = session

    def shot(self) -> bytes | None:
        """A JPEG of the glass; None when somebody stands there, or nothing is drawn in time. Never on Qt's thread."""
        taken: Future[bytes | None] = Future()
        self._asked.emit(taken)
        try:
            return taken.result(WITHIN_S)
        except NeverTaken:
            return None

    def _take(self, taken: Future[bytes | None]) -> None:
        session = self._session
        if session is None or not at_rest(session):
            taken.set_result(None)
            return
        words = KnownWords(self._qml)  # made for this one picture: it is asked for once in months
        words.learn(session.modes.language, session.catalogue, session.hall)
        taken.set_result(jpeg_of(blanked(self._view, words)))
