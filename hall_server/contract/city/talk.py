"""在线文字交流 in a session of the 云窗口: lines that both sides write, pages that are pushed, the visitor's screen.

It is the deaf visitor's channel as well as everybody's (CL-E10). A hall passes lines on and keeps none. Lines have
numbers without gaps in each session: whoever lost an answer asks for what came after the last one that they have.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec

from hall_server.contract.bookings import Moment
from hall_server.contract.city.links import WebPage
from hall_server.contract.city.video import VideoState
from hall_server.contract.city.wire import Word

MOST_LINES = 50  # of one answer
WORDS_MAX = 500
Words = Annotated[str, msgspec.Meta(max_length=WORDS_MAX, pattern=r"^[^\x00-\x09\x0b-\x1f\x7f]*\Z")]
SomeWords = Annotated[Words, msgspec.Meta(min_length=1)]
LineNo = Annotated[int, msgspec.Meta(ge=1, le=100_000)]


class Speaker(StrEnum):
    """Who wrote a line."""

    VISITOR = "visitor"
    STAFF = "staff"


class LineKind(StrEnum):
    """What a line is."""

    TEXT = "text"
    PAGE = "page"  # 网页推送: to be opened on the kiosk's screen, if the hall allows its host


class Say(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`POST /video/sessions/{session}/lines`, the line's id as Idempotency-Key: sent again it is one line."""

    words: SomeWords

    def __repr__(self) -> str:
        """Without the words."""
        return f"Say({len(self.words)})"


class ShareScreen(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`POST /video/sessions/{session}/screen`: the visitor lets the other side see this screen, or no longer."""

    shared: bool
    place: Word  # the kiosk's id


class TalkLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line. `page` stands with kind `page` and only then; `words` may say what it is."""

    n: LineNo
    by: Speaker
    at: Moment
    kind: LineKind = LineKind.TEXT
    words: Words = ""
    page: WebPage | None = None

    def __post_init__(self) -> None:
        if (self.kind is LineKind.PAGE) != (self.page is not None):
            msg = "a page goes with kind page"
            raise ValueError(msg)

    def __repr__(self) -> str:
        """Without the words."""
        return f"TalkLine(n={self.n}, by={self.by.value!r}, kind={self.kind.value!r})"


class Talk(msgspec.Struct, frozen=True, kw_only=True):
    """`GET /video/sessions/{session}/lines?after=<n>`: fifty at most, in order; the answer to the others.

    `shared`: whether the visitor's screen is seen.
    """

    session: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z")]
    state: VideoState
    shared: bool = False
    lines: Annotated[tuple[TalkLine, ...], msgspec.Meta(max_length=MOST_LINES)] = ()
