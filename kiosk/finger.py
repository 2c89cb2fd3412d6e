"""A finger and a camera before the screen, moved by words on standard input: for scripts, demos and technicians.

Touches go through the window like a person's, so what cannot be seen or reached cannot be touched. Knows no page.
"""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtQuick import QQuickItem, QQuickView

LOOK_EVERY_MS = 50
GIVE_UP_AFTER = 60  # looks: three seconds
SETTLE_MS = 500  # a page that has just come in is drawn before it is photographed

WORDS = "tap NAME | shot FILE"


class Finger(QObject):
    """Obeys `tap NAME` (the objectName of something on the screen) and `shot FILE` (a PNG of what is seen)."""

    _said = Signal(str)

    def __init__(self, view: QQuickView) -> None:
        super().__init__(view)
        self._view = view
        self._said.connect(self._obey, Qt.ConnectionType.QueuedConnection)
        threading.Thread(target=self._listen, name="finger", daemon=True).start()

    def _listen(self) -> None:
        for line in sys.stdin:
            self._said.emit(line.strip())

    def _obey(self, line: str) -> None:
        verb, _, rest = line.partition(" ")
        if verb == "tap" and rest:
            self._tap(rest, GIVE_UP_AFTER, None)
        elif verb == "shot" and rest:
            QTimer.singleShot(SETTLE_MS, self, lambda: self._shot(rest))
        elif line:
            _say(f"unknown words {line!r}; there are: {WORDS}")

    def _tap(self, name: str, looks: int, before: QPointF | None) -> None:
        """Touch it once it stands still: what is on its way in would be missed."""
        item = self._find(name)
        place = item.mapToScene(item.boundingRect().center()) if item else None
        if place is not None and place == before:
            for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
                self._touch(kind, place)
            _say(f"tapped {name}")
        elif looks:
            QTimer.singleShot(LOOK_EVERY_MS, self, lambda: self._tap(name, looks - 1, place))
        else:
            _say(f"cannot tap {name}: it is not on the screen; there are: {' '.join(sorted(self._names()))}")

    def _touch(self, kind: QEvent.Type, place: QPointF) -> None:
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        held = left if kind is QEvent.Type.MouseButtonPress else none
        everywhere = self._view.mapToGlobal(place)
        QCoreApplication.sendEvent(
            self._view, QMouseEvent(kind, place, place, everywhere, left, held, Qt.KeyboardModifier.NoModifier)
        )

    def _shot(self, path: str) -> None:
        if self._view.grabWindow().save(path):
            _say(f"shot {path}")
        else:
            _say(f"cannot write {path}")

    def _find(self, name: str) -> QQuickItem | None:
        return next((item for item in _seen(self._view.contentItem()) if item.objectName() == name), None)

    def _names(self) -> set[str]:
        return {item.objectName() for item in _seen(self._view.contentItem()) if item.objectName()}


def _seen(item: QQuickItem) -> Iterator[QQuickItem]:
    """Items that are seen and can be touched, from the back to the front."""
    for child in item.childItems():
        if child.isVisible() and child.isEnabled():
            yield child
            yield from _seen(child)


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()
