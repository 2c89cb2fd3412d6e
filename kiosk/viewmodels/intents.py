"""What a visitor may want, one slot per intent: QML calls it, the doorway takes it to the session. Knows no page.

What counts as a touch, and what it leads to, is the session's business; here only words become values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.session.events import Choice, Touch

if TYPE_CHECKING:
    from kiosk.session.state import Session


class Doorway(Protocol):
    """The kiosk behind the glass; every method may be called from the screen's thread."""

    session: Session

    def touch(self, touch: Touch) -> None:
        """A button without words of its own."""

    def choose(self, choice: Choice, value: str) -> None:
        """One of several: a theme, a row, a wish, a mode, a key of a pad."""

    def stir(self) -> None:
        """A touch that changes nothing of the visit: somebody is there."""


class Intents(QObject):
    """The visitor's side of the screen."""

    later = Signal(str)  # something that only a person can do today: the screen says where to go
    touched = Signal()

    def __init__(self, doorway: Doorway, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._doorway = doorway

    @Slot(str)
    def touch(self, name: str) -> None:
        """A button without words of its own; `name` is a Touch."""
        self.touched.emit()
        self._doorway.touch(Touch(name))

    @Slot()
    def ask_for_help(self) -> None:
        """请人帮忙. How the call stands is the session's business."""
        self.touched.emit()
        self._doorway.touch(Touch.HELP)

    @Slot(str, str)
    def choose(self, choice: str, value: str) -> None:
        """One of several; `choice` is a Choice."""
        self.touched.emit()
        self._doorway.choose(Choice(choice), value)

    @Slot(str)
    def ask_later(self, function: str) -> None:
        """Something of a later day: 预约报到, 打印证明, 大字 …; nothing of the visit changes."""
        self.later.emit(function)
        self._doorway.stir()

    @Slot()
    def stir(self) -> None:
        """A touch on something that is only unfolded, or on no button at all."""
        self._doorway.stir()
