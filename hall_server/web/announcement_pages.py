"""播报: the sound of each call, and whose turn it is to say it. A board asks, says it if told to, and asks again.

Only calls can be said, under the number of their event: nobody can have the hall say words of their own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, Protocol

from litestar import Response, get, post

from hall_server.contract.problems import HallProblem
from hall_server.domain.announcing import Say, Turn
from hall_server.domain.rights import Right
from hall_server.web.board_now import board_call
from hall_server.web.board_pages import NO_BOARD, number_of
from hall_server.web.place import PAGE_HEADERS, PageRequest, Place

if TYPE_CHECKING:
    from collections.abc import Sequence

SPEAKER = "Kapok-Speaker"  # a name that the page gave itself when it was loaded
_SPEAKER = re.compile(r"[0-9a-f]{8,64}\Z")
_LEAD_US = 1_000_000  # the caption stands for 0.3 s before the voice, and the sound has to come
_NO_CALL = "没有这次叫号"
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
    """Whether this page shall say a call; `left` in microseconds."""
    board, speaker = place.boards.get(board_id), request.headers.get(SPEAKER, "")
    if _SPEAKER.match(speaker) is None:
        return place.refusal(_NOT_A_SPEAKER, 400)
    call = board_call(place.hall, board, number_of(number)) if board else None
    if board is None or call is None:
        return place.not_found(_NO_CALL)
    sound = await place.announcer.call(call.label, call.counter, board.speaks)
    length = round(sound.seconds * 1_000_000) + _LEAD_US
    try:
        return await place.hall.announcing.turn(board.zone or board.id, speaker, call.n, length)
    except HallProblem:  # nothing can be kept now: asked again in a moment
        return Turn(Say.WAIT, 2 * _LEAD_US)


@get("/board/{board_id:str}/announce/{number:str}", right=Right.OPEN)
async def sound(place: Place, board_id: str, number: str) -> Response[bytes] | Response[str]:
    """A call as WAV."""
    board = place.boards.get(board_id)
    if board is None:
        return place.not_found(NO_BOARD)
    call = board_call(place.hall, board, number_of(number))
    if call is None:
        return place.not_found(_NO_CALL)
    return wav_of(await place.announcer.call(call.label, call.counter, board.speaks))


def wav_of(made: Announcement) -> Response[bytes]:
    """Sound as an answer."""
    return Response(made.wav, headers=PAGE_HEADERS, media_type="audio/wav")


ANNOUNCEMENT_ROUTES = (turn, sound)
