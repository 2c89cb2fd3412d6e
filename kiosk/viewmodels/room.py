"""How much of a list fits a page, in each form of the screen; the same lengths as Metrics.qml, which a test compares.

Pure. Pixels of the 21.5-inch panel; a list is shown page by page, never scrolled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.session.modes import Mode
from kiosk.values import Value

if TYPE_CHECKING:
    from kiosk.session.state import Session

GAP = 24


class Form(Value, frozen=True):
    """How a screen is drawn; see Form.qml."""

    landscape: bool = False
    large: bool = False
    low: bool = False

    def _pick(self, portrait: int, landscape: int) -> int:
        return landscape if self.landscape else portrait

    @property
    def content_top(self) -> int:
        """Where content begins."""
        return self._pick(560, 44)

    @property
    def touch_top(self) -> int:
        """Above this nothing can be touched."""
        return self._pick(912, 276) if self.low else self.content_top

    @property
    def page_end(self) -> int:
        """The last pixel row of a page."""
        return self._pick(1584, 880)

    @property
    def action_height(self) -> int:
        """Of the buttons at the end of a page."""
        return self._pick(148, 128)

    @property
    def row(self) -> int:
        """Of a list."""
        return 176 if self.large else self._pick(128, 116)

    @property
    def row_gap(self) -> int:
        """Between two rows."""
        return 24 if self.large else 20

    def room(self, *, actions: bool = True, info: int = 0) -> int:
        """What a page's content may fill, below `info` pixels that are only read."""
        end = self.page_end - (self.action_height + GAP if actions else 0)
        above = self.content_top + (info + GAP if info else 0)
        return end - max(above, self.touch_top)

    def rows(self, *, actions: bool = True, info: int = 0, taken: int = 0, row: int = 0, gap: int = 0) -> int:
        """How many rows fit the room, one at least. `taken`: by other parts; `row`, `gap`: other heights."""
        between = gap or self.row_gap
        height = (row or self.row) + between
        return max(1, (self.room(actions=actions, info=info) - taken + between) // height)


def form_of(session: Session) -> Form:
    """The form of this visitor's screen."""
    return Form(session.landscape, Mode.LARGE in session.modes.on, session.always_low or Mode.LOW in session.modes.on)
