"""What a visitor may want, one slot per intent: QML calls it, an event goes to the session. Knows no page.

Time and fresh ids are handed in. A second touch within 400 ms is the same finger and is ignored.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from hall_server.contract.vocabulary import Chip
from kiosk.session.events import ChipToggled, ItemChosen, ThemeChosen, Touch, Touched

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.session.events import Event

SAME_FINGER_S = 0.4


class Intents(QObject):
    """The visitor's side of the screen. `post` takes the event to the session's loop."""

    later = Signal(str)  # something that this machine cannot do yet: says where to go
    touched = Signal()  # any touch that counted

    def __init__(
        self,
        post: Callable[[Event], None],
        now: Callable[[], float],
        fresh_id: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._post, self._now, self._fresh_id = post, now, fresh_id
        self._last = float("-inf")

    def _first_touch(self) -> bool:
        now = self._now()
        if now - self._last < SAME_FINGER_S:
            return False
        self._last = now
        self.touched.emit()
        return True

    @Slot(str)
    def touch(self, name: str) -> None:
        """A button without words of its own; `name` is a Touch."""
        if self._first_touch():
            wanted = Touch(name)
            fresh = self._fresh_id() if wanted is Touch.PRINT_NUMBER else ""
            self._post(Touched(at=self._now(), touch=wanted, fresh_id=fresh))

    @Slot(str)
    def choose_theme(self, theme: str) -> None:
        if self._first_touch():
            self._post(ThemeChosen(at=self._now(), theme=theme))

    @Slot(str)
    def choose_item(self, item_id: str) -> None:
        if self._first_touch():
            self._post(ItemChosen(at=self._now(), item_id=item_id))

    @Slot(str)
    def toggle_chip(self, chip: str) -> None:
        if self._first_touch():
            self._post(ChipToggled(at=self._now(), chip=Chip(chip)))

    @Slot(str)
    def ask_later(self, function: str) -> None:
        """Something of a later day: 预约报到, 打印证明, 大字 …; nothing of the visit changes."""
        if self._first_touch():
            self.later.emit(function)
