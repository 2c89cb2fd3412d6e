"""The line to the city's 云窗口: open a session, look at it, hang up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.city.errors import CityAwayError
from hall_server.contract.city.video import HangUp, VideoSession

if TYPE_CHECKING:
    from hall_server.city.line import Line
    from hall_server.contract.city.video import VideoWanted


class CityVideo:
    """Belongs to a thread. Each raises CityAwayError, CityRefusedError; `session`: a UUID in its usual form."""

    def __init__(self, line: Line) -> None:
        self._line = line

    def open(self, session: str, wanted: VideoWanted) -> VideoSession:
        """A session under this id; the same however often it is asked for."""
        return _of(session, self._line.ask("/sessions", wanted, VideoSession, key=session))

    def look(self, session: str) -> VideoSession:
        """How it stands."""
        return _of(session, self._line.get(f"/sessions/{session}", VideoSession))

    def hang_up(self, session: str) -> VideoSession:
        """It is over."""
        return _of(session, self._line.ask(f"/sessions/{session}/hang-up", HangUp(), VideoSession))


def _of(session: str, found: VideoSession) -> VideoSession:
    """Somebody else's session is no answer."""
    if found.session != session:
        raise CityAwayError("nonsense")
    return found
