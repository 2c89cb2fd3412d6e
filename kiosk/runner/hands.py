"""What a hand on the glass becomes: events, from any thread. Knows no page; the session says what counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.session.events import Choice, Chosen, Stirred, Touch, Touched
from kiosk.session.hearing import ReadOut, Silenced

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.runner.ports import Clock
    from kiosk.session.events import Event
    from kiosk.session.modes import Language


class Hands:
    """The visitor's side of a kiosk; whoever inherits says where events go."""

    clock: Clock
    fresh_id: Callable[[], str]

    def submit(self, event: Event) -> None:
        """Hand in an event from any thread."""
        raise NotImplementedError

    def tick(self) -> None:
        """Whatever was touched makes its small sound at once, before anything comes of it. Any thread."""

    def touch(self, touch: Touch) -> None:
        """A button was touched. Any thread."""
        self.tick()
        self.submit(Touched(self.clock(), touch, self.fresh_id()))

    def choose(self, choice: Choice, value: str) -> None:
        """One of several was touched. Any thread."""
        self.tick()
        self.submit(Chosen(self.clock(), choice, value, self.fresh_id()))

    def stir(self) -> None:
        """The glass was touched where nothing of the visit changes. Any thread."""
        self.submit(Stirred(self.clock()))

    def read_out(self, page: str, text: str, language: Language, *, interrupt: bool = True) -> None:
        """Words that stand on this page are to be said. Any thread."""
        self.submit(ReadOut(self.clock(), page, text, language, interrupt))

    def silence(self) -> None:
        """What is being said ends. Any thread."""
        self.submit(Silenced(self.clock()))
