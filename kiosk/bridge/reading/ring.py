"""Where the focus is among the things that can be touched. Pure.

It begins at the page's question, before the first of them, and goes round. A page that is drawn anew keeps it by name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.speech.entries import Spoken

QUESTION = -1


class Ring:
    """`at` is QUESTION or the place of a stop, from 0."""

    def __init__(self) -> None:
        self.stops: tuple[Spoken, ...] = ()
        self.at = QUESTION

    @property
    def here(self) -> Spoken | None:
        """The stop under the focus; None at the question."""
        return self.stops[self.at] if self.at != QUESTION else None

    def begin(self, stops: Sequence[Spoken]) -> None:
        """Another page: its question has the focus."""
        self.stops, self.at = tuple(stops), QUESTION

    def renew(self, stops: Sequence[Spoken]) -> None:
        """The same page in a new state: the same stop, or the one that has taken its place."""
        here = self.here
        self.stops = tuple(stops)
        if here is None:
            return
        if not self.focus(here.key):
            self.at = min(self.at, len(self.stops) - 1)

    def focus(self, key: str) -> bool:
        """Go to the stop of this name; False and no move when there is none."""
        place = next((place for place, stop in enumerate(self.stops) if stop.key == key), None)
        if place is None:
            return False
        self.at = place
        return True

    def lead(self) -> None:
        """From the question to what leads on, or to the first stop."""
        red = next((place for place, stop in enumerate(self.stops) if stop.leads), 0)
        self.at = red if self.stops else QUESTION

    def move(self, by: int) -> Spoken | None:
        """So many stops on (or back), around the end through the question; what is there then."""
        around = len(self.stops) + 1
        self.at = (self.at + 1 + by) % around - 1
        return self.here
