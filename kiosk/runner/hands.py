"""What a hand on the glass becomes: events, from any thread. Knows no page; the session says what counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.session.events import (
    BookingChosen,
    ChipToggled,
    ItemChosen,
    Stirred,
    ThemeChosen,
    Touch,
    Touched,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.contract.vocabulary import Chip
    from kiosk.runner.ports import Clock
    from kiosk.session.events import Event


class Hands:
    """The visitor's side of a kiosk; whoever inherits says where events go."""

    clock: Clock
    fresh_id: Callable[[], str]

    def submit(self, event: Event) -> None:
        """Hand in an event from any thread."""
        raise NotImplementedError

    def touch(self, touch: Touch) -> None:
        """A button was touched. Any thread."""
        self.submit(Touched(self.clock(), touch, self.fresh_id() if touch is Touch.PRINT_NUMBER else ""))

    def choose_theme(self, theme: str) -> None:
        """A theme was touched; "" = 常办. Any thread."""
        self.submit(ThemeChosen(self.clock(), theme))

    def choose_item(self, item_id: str) -> None:
        """A row of the list was touched. Any thread."""
        self.submit(ItemChosen(self.clock(), item_id))

    def choose_booking(self, booking_id: str) -> None:
        """One of several bookings was touched. Any thread."""
        self.submit(BookingChosen(self.clock(), booking_id, self.fresh_id()))

    def toggle_chip(self, chip: Chip) -> None:
        """A wish was touched. Any thread."""
        self.submit(ChipToggled(self.clock(), chip))

    def stir(self) -> None:
        """The glass was touched where nothing of the visit changes. Any thread."""
        self.submit(Stirred(self.clock()))
