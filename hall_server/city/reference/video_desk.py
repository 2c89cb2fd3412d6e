"""The reference city's 云窗口: sessions in a line, in memory. Nobody is there; a switch plays that somebody is."""

from __future__ import annotations

from hall_server.city.reference.problems import CityError, CityProblem
from hall_server.contract.city.video import VideoSession, VideoState, VideoWanted

_MOST = 500
_MINUTES_EACH = 5


class VideoDesk:
    """Who waits, who is spoken with, what is over. Used from one thread."""

    def __init__(self) -> None:
        self._sessions: dict[str, tuple[VideoWanted, VideoState]] = {}  # in the order of coming

    def open(self, session: str, wanted: VideoWanted) -> VideoSession:
        """The session under this id; a new one waits behind all others."""
        if session not in self._sessions:
            while len(self._sessions) >= _MOST:
                del self._sessions[next(iter(self._sessions))]
            self._sessions[session] = (wanted, VideoState.WAITING)
        return self.look(session)

    def look(self, session: str) -> VideoSession:
        """How it stands. Raises CityError(not_found)."""
        state = self._known(session)[1]
        if state is VideoState.READY:
            return VideoSession(session=session, state=state, address=f"https://video.example/{session}")
        if state is VideoState.ENDED:
            return VideoSession(session=session, state=state)
        ahead = self._waiting().index(session)
        return VideoSession(session=session, state=state, ahead=ahead, wait_min=(ahead + 1) * _MINUTES_EACH)

    def hang_up(self, session: str) -> VideoSession:
        """It is over; again is the same. Raises CityError(not_found)."""
        self._sessions[session] = (self._known(session)[0], VideoState.ENDED)
        return self.look(session)

    def answer(self) -> VideoSession:
        """Somebody picks up whoever waited longest. Raises CityError(not_found) when nobody waits."""
        waiting = self._waiting()
        if not waiting:
            raise CityError(CityProblem.NOT_FOUND)
        self._sessions[waiting[0]] = (self._known(waiting[0])[0], VideoState.READY)
        return self.look(waiting[0])

    def _known(self, session: str) -> tuple[VideoWanted, VideoState]:
        try:
            return self._sessions[session]
        except KeyError:
            raise CityError(CityProblem.NOT_FOUND, field="session") from None

    def _waiting(self) -> list[str]:
        return [one for one, (_, state) in self._sessions.items() if state is VideoState.WAITING]
