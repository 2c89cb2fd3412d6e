"""A finger and a camera before the screen, moved by words on standard input: for scripts, demos and technicians.

Touches go through the window like a person's, so what cannot be seen or reached cannot be touched. One word is obeyed
after the other: a picture shows what the touch before it led to. Knows no page.
"""

from __future__ import annotations

import contextlib
import json
import sys
import threading
from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent

from kiosk.bridge.reading.tree import read
from kiosk.runner.typed import typed_lines
from kiosk.speech.entries import TOUCHABLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtQuick import QQuickItem, QQuickView

LOOK_EVERY_MS = 50
GIVE_UP_AFTER = 60  # looks: three seconds
SETTLE_MS = 120  # a page that has just come in is drawn before it is photographed

WORDS = "tap NAME | shot FILE | look"


class Finger(QObject):
    """Obeys `tap NAME` (the objectName of something on the screen), `shot FILE` (a PNG of what is seen) and `look`.

    `look` tells in one line of JSON what can be touched, by the accessibility tree; what can be read; every word that
    any item of the scene holds, seen or not; and the clipboard: what a visit leaves behind is found there.

    Words are read from the descriptor `source` until it ends; the screen goes on without them.
    """

    _said = Signal(str)

    def __init__(self, view: QQuickView, source: int = 0) -> None:
        super().__init__(view)
        self._view = view
        self._waiting: deque[str] = deque()
        self._at_work = False
        self._said.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        threading.Thread(target=self._listen, args=(source,), name="finger", daemon=True).start()

    def _listen(self, source: int) -> None:
        with contextlib.suppress(RuntimeError, OSError):  # the window has gone, or there is no standard input
            for line in typed_lines(source):
                self._said.emit(line)

    def _hear(self, line: str) -> None:
        self._waiting.append(line)
        self._next()

    def _next(self) -> None:
        while self._waiting and not self._at_work:
            self._obey(self._waiting.popleft())

    def _obey(self, line: str) -> None:
        verb, _, rest = line.partition(" ")
        if verb == "tap" and rest:
            self._at_work = True
            self._tap(rest, GIVE_UP_AFTER, None)
        elif verb == "shot" and rest:
            self._at_work = True
            QTimer.singleShot(SETTLE_MS, self, lambda: self._shot(rest))
        elif line == "look":
            self._look()
        elif line:
            _say(f"unknown words {line!r}; there are: {WORDS}")

    def _look(self) -> None:
        targets = [found.spoken.key for found in read(self._view) if found.spoken.role in TOUCHABLE]
        glass = self._view.contentItem()
        told = {"look": targets, "seen": _texts(_seen(glass)), "words": sorted(set(_texts(_all(glass))))}
        _say(json.dumps({**told, "clipboard": QGuiApplication.clipboard().text()}, ensure_ascii=False))

    def _done(self, words: str) -> None:
        _say(words)
        self._at_work = False
        QTimer.singleShot(0, self, self._next)

    def _tap(self, name: str, looks: int, before: QPointF | None) -> None:
        """Touch it once it stands still: what is on its way in would be missed."""
        place = self._place(name)
        if place is not None and place == before:
            for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
                self._touch(kind, place)
            self._done(f"tapped {name}")
        elif looks:
            QTimer.singleShot(LOOK_EVERY_MS, self, lambda: self._tap(name, looks - 1, place))
        else:
            self._done(f"cannot tap {name}: it is not on the screen; there are: {' '.join(sorted(self._names()))}")

    def _place(self, name: str) -> QPointF | None:
        """The middle of what has this name, None unless it lies within the window."""
        item = next((item for item in _seen(self._view.contentItem()) if item.objectName() == name), None)
        if item is None:
            return None
        place = item.mapToScene(item.boundingRect().center())
        return place if self._view.contentItem().contains(place) else None

    def _touch(self, kind: QEvent.Type, place: QPointF) -> None:
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        held = left if kind is QEvent.Type.MouseButtonPress else none
        everywhere = self._view.mapToGlobal(place)
        QCoreApplication.sendEvent(
            self._view, QMouseEvent(kind, place, place, everywhere, left, held, Qt.KeyboardModifier.NoModifier)
        )

    def _shot(self, path: str) -> None:
        self._done(f"shot {path}" if self._view.grabWindow().save(path) else f"cannot write {path}")

    def _names(self) -> set[str]:
        return {item.objectName() for item in _seen(self._view.contentItem()) if item.objectName()}


def _seen(item: QQuickItem) -> Iterator[QQuickItem]:
    """Items that are seen and can be touched, from the back to the front."""
    for child in item.childItems():
        if child.isVisible() and child.isEnabled():
            yield child
            yield from _seen(child)


def _all(item: QQuickItem) -> Iterator[QQuickItem]:
    """Every item of the scene, seen or not."""
    for child in item.childItems():
        yield child
        yield from _all(child)


def _texts(items: Iterator[QQuickItem]) -> list[str]:
    return [word for item in items if (word := str(item.property("text") or ""))]


def _say(words: str) -> None:
    with contextlib.suppress(OSError):  # whoever listened has gone
        sys.stdout.write(words + "\n")
        sys.stdout.flush()
