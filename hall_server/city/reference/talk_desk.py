"""Words in the reference city's 云窗口, by session, in memory; a switch plays the other side. Used from one thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.city.reference.problems import CityError, CityProblem
from hall_server.contract.city.talk import MOST_LINES, LineKind, Speaker, Talk, TalkLine
from hall_server.contract.city.video import VideoState

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.city.reference.video_desk import VideoDesk

MOST = 500  # lines of one session


class _Room:
    """One session's."""

    def __init__(self) -> None:
        self.lines: list[TalkLine] = []
        self.said: set[str] = set()  # ids of the visitor's lines
        self.shared = False


class TalkDesk:
    """All talks. `now_us`: UTC microseconds."""

    def __init__(self, video: VideoDesk, now_us: Callable[[], int]) -> None:
        self._video = video
        self._now_us = now_us
        self._rooms: dict[str, _Room] = {}

    def hear(self, session: str, after: int) -> Talk:
        """What came after a line. Raises CityError(not_found)."""
        return self._talk(session, after)

    def say(self, session: str, line: str, words: str) -> Talk:
        """The visitor's line, once. Raises CityError(not_found | session_over)."""
        room = self._open(session)
        if line not in room.said:
            room.said.add(line)
            self._add(room, Speaker.VISITOR, words)
        return self._talk(session, len(room.lines))

    def screen(self, session: str, *, shared: bool) -> Talk:
        """Whether the visitor's screen is seen. Raises CityError(not_found | session_over)."""
        self._open(session).shared = shared
        return self._talk(session, len(self._rooms[session].lines))

    def answer(self, session: str, words: str, page: str | None) -> Talk:
        """As the other side would write. Raises CityError(not_found | session_over)."""
        room = self._open(session)
        self._add(room, Speaker.STAFF, words, page)
        return self._talk(session, len(room.lines) - 1)

    def _add(self, room: _Room, by: Speaker, words: str, page: str | None = None) -> None:
        if len(room.lines) >= MOST:
            raise CityError(CityProblem.SESSION_OVER)
        kind = LineKind.TEXT if page is None else LineKind.PAGE
        line = TalkLine(n=len(room.lines) + 1, by=by, at=self._now_us(), kind=kind, words=words, page=page)
        room.lines.append(line)

    def _open(self, session: str) -> _Room:
        if self._video.look(session).state is VideoState.ENDED:
            raise CityError(CityProblem.SESSION_OVER)
        if session not in self._rooms:
            for gone in [one for one in self._rooms if self._is_over(one)]:
                del self._rooms[gone]
            self._rooms[session] = _Room()
        return self._rooms[session]

    def _is_over(self, session: str) -> bool:
        try:
            return self._video.look(session).state is VideoState.ENDED
        except CityError:
            return True

    def _talk(self, session: str, after: int) -> Talk:
        state = self._video.look(session).state
        room = self._rooms.get(session) or _Room()
        shared = room.shared and state is not VideoState.ENDED
        return Talk(session=session, state=state, shared=shared, lines=tuple(room.lines[after : after + MOST_LINES]))
