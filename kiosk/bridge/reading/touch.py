"""The glass while it speaks: fingers feel first. No touch reaches a page by itself then. Knows no page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QInputEvent, QMouseEvent, QTouchEvent

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QWindow

_KIND = QEvent.Type
_DOWN = {_KIND.MouseButtonPress, _KIND.TouchBegin, _KIND.MouseButtonDblClick}
_UP = {_KIND.MouseButtonRelease, _KIND.TouchEnd}
_TAKEN = _DOWN | _UP | {_KIND.MouseMove, _KIND.TouchUpdate, _KIND.TouchCancel}


class TouchFilter(QObject):
    """Stands before `window`; while `active` it takes every touch and tells where a finger came down and went up.

    `up` gets a place in pixels of the window and the time of the touch in milliseconds, 0 when nobody knows it.
    """

    def __init__(
        self, window: QWindow, *, down: Callable[[], None], up: Callable[[float, float, int], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window, self._down, self._up = window, down, up
        self.active = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if not self.active or watched is not self._window or event.type() not in _TAKEN:
            return False
        event.accept()  # else a touch comes back as a mouse
        if event.type() in _DOWN:
            self._down()
        elif event.type() in _UP and (place := _place(event)) is not None:
            self._up(place.x(), place.y(), event.timestamp() if isinstance(event, QInputEvent) else 0)
        return True


def _place(event: QEvent) -> QPointF | None:
    """Where the first finger is, in the window."""
    if isinstance(event, QMouseEvent):
        return event.position()
    if isinstance(event, QTouchEvent) and event.pointCount():
        return event.point(0).position()
    return None
