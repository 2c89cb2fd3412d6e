"""The screens at the windows: page, snapshot, ratings by the visitor; and the captions that the clerk writes for them.

A window shows numbers and never a person. Who rates is a visitor: nothing of it is answered to any console (CL-F2).
"""

from __future__ import annotations

from uuid import UUID, uuid5

from litestar import Response, get, post

from hall_server.contract.city.ratings import RatingChannel
from hall_server.contract.counter_screen import LOST, NOTES, WORDS, CounterScreen
from hall_server.contract.problems import HallProblem
from hall_server.contract.vocabulary import ActorKind
from hall_server.contract.voices import GiveRating
from hall_server.domain.rights import Right
from hall_server.flows.caller import Caller
from hall_server.web.ask_pages import wake
from hall_server.web.board_pages import number_of
from hall_server.web.clerk import form_of, go_home, seat_of, session_of
from hall_server.web.place import PageRequest, Place
from hall_server.web.window_now import invited, window_now

NO_WINDOW = "没有这个窗口"
OVER = "这次评价已经结束。"
CAPTION_MOST = 40
TOO_LONG = "一行最多 40 个字，请分两行发。"
NOBODY_HERE = "窗口前还没有人，叫到号再发。"
STARS = range(6)  # 0: would not


@get("/window/{no:str}", right=Right.OPEN, sync_to_thread=False)
def page(place: Place, no: str) -> Response[str]:
    """The screen itself, bar or tablet: window.js fills it."""
    counter = place.hall.site.counters.get(number_of(no))
    if counter is None:
        return place.not_found(NO_WINDOW)
    lost = {"words": WORDS[LOST], "note": NOTES[LOST]}  # needed when nothing can be asked
    return place.page("window/window.html", {"counter": counter, "lost": lost})


@get("/window/{no:str}/now", right=Right.OPEN, sync_to_thread=False)
def now(place: Place, no: str) -> CounterScreen | Response[str]:
    """The snapshot."""
    counter = number_of(no)
    return window_now(place, counter) if counter in place.hall.site.counters else place.not_found(NO_WINDOW)


@post("/window/{no:str}/rate/{at:str}/{stars:str}", right=Right.OPEN, status_code=200)
async def rate(place: Place, no: str, at: str, stars: str) -> Response[str]:
    """One to five stars for the visit that ended a moment ago, or 0: no, thank you. Once a visit."""
    counter, given = number_of(no), number_of(stars)
    known = counter in place.hall.site.counters and given in STARS
    ticket = invited(place, counter, at) if known else ""
    if not ticket:
        return place.refusal(OVER, 409)
    place.windows.answered(ticket)
    if given:
        caller = Caller(ActorKind.VISITOR, f"window {counter}", counter)
        order = GiveRating(stars=given, channel=RatingChannel.COUNTER)
        try:
            await place.hall.voices.rate(caller, str(uuid5(UUID(ticket), "rated at its window")), ticket, order)
        except HallProblem as problem:
            return place.refusal(OVER, problem.problem().status)
    wake(place)
    return Response("", media_type="text/html")


@post("/counter/caption", right=Right.SERVE, status_code=200)
async def caption(place: Place, request: PageRequest) -> Response[str]:
    """字幕 for the visitor at hand; no words take them away."""
    seat = seat_of(place, session_of(place, request))
    if seat is None:
        return go_home()
    words = " ".join((await form_of(request)).get("words", "").split())
    ticket = place.hall.at_counter(seat.no)
    if ticket is None or len(words) > CAPTION_MOST:
        return place.refusal(TOO_LONG if ticket else NOBODY_HERE, 409 if ticket is None else 400)
    place.windows.caption(seat.no, ticket.id, words)
    wake(place)
    return place.page("counter/caption_said.html", {"lines": place.windows.captions(seat.no, ticket.id)})


WINDOW_ROUTES = (page, now)
RATE_ROUTES = (rate,)
CAPTION_ROUTES = (caption,)
