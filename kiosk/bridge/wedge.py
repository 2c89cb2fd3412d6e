"""Keys on their way to the window: first to the scanner that types like a keyboard; what a person typed comes back.

Thin on purpose: whose keys they are is decided behind `KeyTaker`. Shortcuts never fire from a keyboard here, because
they would before anybody knows whether a code has pressed them.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from devices.values.keyboard import key_for

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

    from devices.ports.code_scanner import KeyTaker
    from devices.values.keyboard import Key

    Origin = tuple[int, Qt.KeyboardModifier, str, bool]

LATER_MS = 15  # than the decoder wants to be asked: keys that wait in Qt's queue come first
KEY = Qt.Key
QUIET = {KEY.Key_Shift, KEY.Key_Control, KEY.Key_Alt, KEY.Key_AltGr, KEY.Key_Meta, KEY.Key_CapsLock, KEY.Key_NumLock}
MOVES = {
    KEY.Key_Backspace,
    KEY.Key_Delete,
    KEY.Key_Insert,
    KEY.Key_Home,
    KEY.Key_End,
    KEY.Key_PageUp,
    KEY.Key_PageDown,
    KEY.Key_Left,
    KEY.Key_Right,
    KEY.Key_Up,
    KEY.Key_Down,
    KEY.Key_Backtab,
}
COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class WedgeFilter(QObject):
    """Stands before `window` for as long as it lives."""

    def __init__(self, window: QWindow, scanner: KeyTaker) -> None:
        super().__init__(window)
        self._window, self._scanner = window, scanner
        self._handing_on = False
        self._pressed = 0
        self._pause = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._pause.timeout.connect(self._paused)
        window.installEventFilter(self)
        window.destroyed.connect(scanner.detach)
        scanner.attach()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if self._handing_on or watched is not self._window or not isinstance(event, QKeyEvent):
            return False
        if Qt.Key(event.key()) in QUIET:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # "mine": no shortcut for it
        elif event.type() == QEvent.Type.KeyPress:
            self._press(event)
        return True  # a release too: whoever gets the press gets one with it

    def _press(self, event: QKeyEvent) -> None:
        stamp = event.timestamp()  # when it was pressed, not when Qt came to it
        at = stamp / 1000 if stamp else time.monotonic()
        key, text = Qt.Key(event.key()), event.text()
        move = key in MOVES
        command = bool(event.modifiers() & COMMANDING) or (not move and len(text) != 1)
        origin: Origin = (event.key(), event.modifiers(), text, event.isAutoRepeat())
        mine = key_for("" if move else text, at, command=command, repeat=event.isAutoRepeat(), origin=origin)
        self._pressed += 1
        self._hand_on(self._scanner.press(mine))
        self._wait(at)

    def _wait(self, now: float) -> None:
        wake_at = self._scanner.wake_at
        if wake_at is None:
            self._pause.stop()
        else:
            self._pause.start(round((wake_at - now) * 1000) + LATER_MS)

    def _paused(self) -> None:
        """Nothing came for long enough; unless it waits in Qt's queue behind this."""
        pressed = self._pressed
        QTimer.singleShot(0, self, lambda: self._settle(pressed))

    def _settle(self, pressed: int) -> None:
        if pressed == self._pressed:
            self._hand_on(self._scanner.look())

    def _hand_on(self, keys: tuple[Key, ...]) -> None:
        self._handing_on = True
        try:
            for key in keys:
                code, modifiers, text, repeat = cast("Origin", key.origin)
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QCoreApplication.sendEvent(self._window, QKeyEvent(kind, code, modifiers, text, repeat))
        finally:
            self._handing_on = False
