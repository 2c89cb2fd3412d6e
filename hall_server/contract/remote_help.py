"""远程帮办 between a kiosk and its hall: words with a person of the city, pages that they push, the visitor's screen.

A session is opened, looked at and hung up as `city_questions` says. Pages come only from hosts that the hall's site
file names (CL-E10); everything else is left out and counted.
"""

from __future__ import annotations

import msgspec

from hall_server.contract.city.talk import SomeWords, TalkLine
from hall_server.contract.city.video import VideoState
from hall_server.contract.messages import Command

PICTURE_MOST = 128 * 1024  # bytes of one picture of a screen, a JPEG
PICTURE_LIFE_S = 5.0  # after so long without a new one the last is gone


class SayWords(Command, frozen=True):
    """One line of the visitor's; the Idempotency-Key is its id."""

    words: SomeWords

    def __repr__(self) -> str:
        """Without the words."""
        return f"SayWords({len(self.words)})"


class AllowScreen(Command, frozen=True):
    """Whether the other side may see this screen; it is kept that somebody said so, and when."""

    shared: bool


class TalkView(msgspec.Struct, frozen=True, kw_only=True):
    """What came after the line that was asked with. `next`: ask with it then; `left_out`: pages not allowed."""

    session: str
    state: VideoState
    next: int
    shared: bool = False
    lines: tuple[TalkLine, ...] = ()
    left_out: int = 0


class ScreenTaken(msgspec.Struct, frozen=True, kw_only=True):
    """A picture of the screen is here, in place of the one before."""

    session: str
    size: int  # bytes


class SharedScreen(msgspec.Struct, frozen=True, kw_only=True):
    """A screen that may be looked at now. `age_ms`: since its picture came."""

    session: str
    kiosk: str
    age_ms: int
    size: int


class SharedScreens(msgspec.Struct, frozen=True):
    """All of them, the newest yes last."""

    screens: tuple[SharedScreen, ...] = ()
