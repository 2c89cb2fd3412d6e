"""Screens that visitors of 远程帮办 let somebody see: the last picture of each, in memory, for seconds.

A picture comes only after a yes, from the kiosk that said it, and goes with a no, the end of the talk, or silence.
Another process of the hall has none of them, and a start forgets all: then the kiosk asks its visitor again. No HTTP.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.remote_help import PICTURE_LIFE_S, PICTURE_MOST, SharedScreen, SharedScreens
from hall_server.domain.ticket import SECOND

if TYPE_CHECKING:
    from hall_server.domain.seams import Clock

MOST = 64  # talks of one hall at once
YES_LIFE_S = 120  # a kiosk that sent nothing for so long is off, or its visitor gone
JPEG = b"\xff\xd8\xff"


@dataclass(slots=True)
class _Yes:
    """One visitor's yes; steady microseconds."""

    kiosk: str
    told_at: int
    picture: bytes = b""
    came_at: int = 0
    seen_by: frozenset[str] = frozenset()


class Screens:
    """By the talk's session. Used from the hall's loop alone."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._yes: dict[str, _Yes] = {}

    def allow(self, session: str, kiosk: str) -> None:
        """The visitor at this kiosk said yes. The oldest yes goes when there are too many."""
        self.age()
        self._yes.pop(session, None)
        self._yes[session] = _Yes(kiosk, self._clock.steady())
        while len(self._yes) > MOST:
            del self._yes[next(iter(self._yes))]

    def end(self, session: str) -> None:
        """Nobody sees it any more; again is the same."""
        self._yes.pop(session, None)

    def put(self, session: str, kiosk: str, picture: bytes) -> None:
        """In place of the one before. HallProblem(screen_not_shared | bad_request)."""
        self.age()
        yes = self._yes.get(session)
        if yes is None or yes.kiosk != kiosk:
            raise HallProblem(ProblemCode.SCREEN_NOT_SHARED)
        if not picture.startswith(JPEG) or len(picture) > PICTURE_MOST:
            raise HallProblem(ProblemCode.BAD_REQUEST, f"expected a JPEG of {PICTURE_MOST} bytes at most", field="$")
        yes.picture, yes.told_at = picture, self._clock.steady()
        yes.came_at = yes.told_at

    def now(self) -> SharedScreens:
        """Those that have a picture."""
        self.age()
        now = self._clock.steady()
        return SharedScreens(
            tuple(
                SharedScreen(session=name, kiosk=yes.kiosk, age_ms=(now - yes.came_at) // 1000, size=len(yes.picture))
                for name, yes in self._yes.items()
                if yes.picture
            )
        )

    def picture(self, session: str) -> bytes:
        """The last one. HallProblem(not_found) when there is none now."""
        self.age()
        yes = self._yes.get(session)
        if yes is None or not yes.picture:
            raise HallProblem(ProblemCode.NOT_FOUND, "no such screen is shared now")
        return yes.picture

    def first_look(self, session: str, who: str) -> bool:
        """Whether this one looks for the first time since the yes."""
        yes = self._yes[session]
        first = who not in yes.seen_by
        yes.seen_by |= {who}
        return first

    def age(self) -> None:
        """Forget pictures that are old, and a yes that nothing came of for long."""
        now = self._clock.steady()
        for session, yes in tuple(self._yes.items()):
            if now - yes.told_at >= YES_LIFE_S * SECOND:
                del self._yes[session]
            elif now - yes.came_at >= PICTURE_LIFE_S * SECOND:
                yes.picture = b""
