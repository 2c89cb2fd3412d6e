"""The line to a talk in the city's 云窗口: say something, hear what came, let the screen be seen or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.city.errors import CityAwayError
from hall_server.contract.city.talk import Say, ShareScreen, Talk

if TYPE_CHECKING:
    from hall_server.city.line import Line


class CityTalk:
    """Belongs to a thread. Each raises CityAwayError, CityRefusedError; `session`: a UUID in its usual form."""

    def __init__(self, line: Line, session: str) -> None:
        self._line = line
        self._session = session
        self._path = f"/sessions/{session}"

    def say(self, line: str, words: str) -> Talk:
        """One line under this id; the same however often it is sent. The answer has no lines."""
        return self._of(self._line.ask(f"{self._path}/lines", Say(words=words), Talk, key=line))

    def hear(self, after: int) -> Talk:
        """What came after a line, in order."""
        talk = self._of(self._line.get(f"{self._path}/lines", Talk, {"after": str(after)}))
        numbers = [one.n for one in talk.lines]
        if numbers != list(range(after + 1, after + 1 + len(numbers))):
            raise CityAwayError("nonsense")
        return talk

    def screen(self, place: str, *, shared: bool) -> Talk:
        """Whether the other side may see the screen."""
        talk = self._of(self._line.ask(f"{self._path}/screen", ShareScreen(shared=shared, place=place), Talk))
        if talk.shared and not shared:
            raise CityAwayError("nonsense")  # a screen that must not be seen is not said to be unseen
        return talk

    def _of(self, talk: Talk) -> Talk:
        """Somebody else's talk is no answer."""
        if talk.session != self._session:
            raise CityAwayError("nonsense")
        return talk
