"""播报: the sound of each call, and whose turn it is to say it. A board asks, says it if told to, and asks again.

Only calls can be said, under the number of their event, and the notice that stands: nobody can have the hall say words
of their own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, Protocol

from litestar import Response, get, post

from hall_server.contract.problems import HallProblem
from hall_server.domain.announcing import Say, Turn
from hall_server.domain.rights import Right
from hall_server.web.board_now import board_call
from hall_server.web.board_pages import number_of
from hall_server.web.place import PAGE_HEADERS, PageRequest, Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from config.site import Board

SPEAKER = "Kapok-Speaker"  # a name that the page gave itself when it was loaded
URGENT = "urgent"
SECOND = 1_000_000
_SPEAKER = re.compile(r"[0-9a-f]{8,64}\Z")
_LEAD_US = SECOND  # the caption stands for 0.3 s before the voice, and the sound has to come
_EVERY_US = 20 * SECOND  # an urgent notice is said again
_NOT_SAID = "没有这次叫号"
_NOT_A_SPEAKER = "这里不能这样操作，请回到刚才的页面。"


class Announcement(NamedTuple):
    """A WAV and how long it sounds, in seconds."""

    wav: bytes
    seconds: float


class Announcer(Protocol):
    """Whoever turns calls into sound."""

    def prepare(self) -> None:
        """Do now what would make the first call late; once."""

    async def call(self, label: str, counter: int, languages: Sequence[str]) -> Announcement:
        """The chime, the sentence twice, then once in each further language; the chime alone where nothing speaks."""

    async def notice(self, words: str, english: str, languages: Sequence[str]) -> Announcement:
        """An urgent notice."""


@post("/board/{board_id:str}/announce/{number:str}", right=Right.OPEN, status_code=200)
async def turn(place: Place, request: PageRequest, board_id: str, number: str) -> Turn | Response[str]:
    """Whether this page shall say a call, or the urgent notice now; `left` in microseconds."""
    board, speaker = place.boards.get(board_id), request.headers.get(SPEAKER, "")
    if _SPEAKER.match(speaker) is None:
        return place.refusal(_NOT_A_SPEAKER, 400)
    wanted = await _wanted(place, board, number) if board else None
    if board is None or wanted is None:
        return place.not_found(_NOT_SAID)
    zone = f"{board.zone or board.id}{wanted.apart}"
    try:
        return await place.hall.announcing.turn(
            zone, speaker, wanted.n, round(wanted.sound.seconds * SECOND) + _LEAD_US
        )
    except HallProblem:  # nothing can be kept now: asked again in a moment
        return Turn(Say.WAIT, 2 * SECOND)


@get("/board/{board_id:str}/announce/{number:str}", right=Right.OPEN)
async def sound(place: Place, board_id: str, number: str) -> Response[bytes] | Response[str]:
    """A call, or the urgent notice, as WAV."""
    board = place.boards.get(board_id)
    wanted = await _wanted(place, board, number) if board else None
    if wanted is None:
        return place.not_found(_NOT_SAID)
    return Response(wanted.sound.wav, headers=PAGE_HEADERS, media_type="audio/wav")


class _Wanted(NamedTuple):
    """What shall be said, and under which number; notices have turns of their own, `apart` from calls."""

    n: int
    sound: Announcement
    apart: str = ""


async def _wanted(place: Place, board: Board, number: str) -> _Wanted | None:
    """The call of an event number, if this board shows it; the notice that stands, once every twenty seconds."""
    if number == URGENT:
        notice = place.hall.urgent.now()
        if notice is None:
            return None
        made = await place.announcer.notice(notice.words, notice.words_en, board.speaks)
        return _Wanted(place.hall.clock.now() // _EVERY_US, made, f" {URGENT}")
    call = board_call(place.hall, board, number_of(number))
    return None if call is None else _Wanted(call.n, await place.announcer.call(call.label, call.counter, board.speaks))


ANNOUNCEMENT_ROUTES = (turn, sound)
