"""配对 of screens (UI-D6): every panel opens `/screen`; on `/screens` staff say what it shows.

A panel keeps a secret in a cookie; the hall knows its hash alone. What it may show is open to everybody in the hall, so
the secret opens nothing: it tells one panel from another.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from typing import TYPE_CHECKING, NamedTuple

from litestar import Response, get, post
from litestar.datastructures import Cookie
from litestar.response import Redirect

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.domain.rights import Right
from hall_server.web.clerk import form_of, is_safe, session_of
from hall_server.web.place import PAGE_HEADERS, PageRequest, Place
from hall_server.web.problem_words import words_of
from hall_server.web.ways import SCREENS, ways_of

if TYPE_CHECKING:
    from hall_server.web.staff_sessions import StaffSession

COOKIE = "kapok_screen"
NO_CODE = "没有屏幕显示这个码，请看着屏幕再填一次。"
NO_PAGE = "请选这块屏显示什么。"
_KEPT_S = 400 * 86_400  # as long as browsers keep anything; a panel that opens the page keeps it for as long again
_SECRET = re.compile(r"[0-9a-f]{32}\Z")
_OK, _BAD = 200, 400


class ScreenNow(NamedTuple):
    """What a panel shall do: go to a page, or show its code."""

    page: str
    code: str


class Shown(NamedTuple):
    """A page that a screen can show."""

    address: str
    name: str


@get("/screen", right=Right.OPEN, sync_to_thread=False)
def screen(place: Place, request: PageRequest) -> Response[str] | Redirect:
    """Where a panel begins: its own page, or the code by which somebody gives it one."""
    secret = _secret(request) or secrets.token_hex(16)
    cookie = Cookie(
        key=COOKIE, value=secret, path="/screen", httponly=True, samesite="strict", secure=is_safe(request),
        max_age=_KEPT_S,
    )  # fmt: skip
    now = _now(place, secret)
    if now.page:
        return Redirect(now.page, status_code=303, headers=PAGE_HEADERS, cookies=[cookie])
    answer = place.page("screen/screen.html", {"code": now.code, "address": request.url.netloc + SCREENS})
    answer.cookies.append(cookie)
    return answer


@get("/screen/now", right=Right.OPEN, sync_to_thread=False)
def screen_now(place: Place, request: PageRequest) -> dict[str, str]:
    """The same for a page that waits; nothing for who keeps no cookies."""
    secret = _secret(request)
    return _now(place, secret)._asdict() if secret else ScreenNow("", "")._asdict()


@get(SCREENS, right=Right.PAIR_SCREENS, page=True, sync_to_thread=False)
def screens(place: Place, request: PageRequest) -> Response[str]:
    """All screens, and the form for one more."""
    session = _session(place, request)
    return place.page("screen/screens.html", {"clerk": session, "ways": ways_of(session), **_seen(place)})


@post(f"{SCREENS}/pair", right=Right.PAIR_SCREENS, status_code=200)
async def pair(place: Place, request: PageRequest) -> Response[str]:
    """The screen with this code shows that page."""
    form = await form_of(request)
    found, page = place.codes.screen(form.get("code", ""), place.hall.clock.now()), form.get("page", "")
    if not found:
        return _part(place, NO_CODE, _BAD)
    if page not in {one.address for one in _pages(place)}:
        return _part(place, NO_PAGE, _BAD)
    return await _told(place, request, found, page)


@post(f"{SCREENS}/let_go", right=Right.PAIR_SCREENS, status_code=200)
async def let_go(place: Place, request: PageRequest) -> Response[str]:
    """It shows a code again when it is switched on next."""
    name = (await form_of(request)).get("screen", "")
    if not place.hall.screens.page_of(name):
        return _part(place)
    return await _told(place, request, name, "")


OPEN_SCREEN_ROUTES = (screen, screen_now)
SCREEN_ROUTES = (screens, pair, let_go)


async def _told(place: Place, request: PageRequest, name: str, page: str) -> Response[str]:
    try:
        await place.hall.screens.pair(name, page, _session(place, request).staff_no)
    except HallProblem as problem:
        return _part(place, words_of(problem.code), problem.problem().status)
    place.codes.done(name)
    return _part(place)


def _now(place: Place, secret: str) -> ScreenNow:
    name = hashlib.sha256(secret.encode()).hexdigest()[:32]
    page = place.hall.screens.page_of(name)
    if page in {one.address for one in _pages(place)}:  # the site file may have lost it since
        return ScreenNow(page, "")
    return ScreenNow("", place.codes.of(name, place.hall.clock.now()))


def _pages(place: Place) -> list[Shown]:
    boards = [Shown(f"/board/{board.id}", board.name) for board in place.boards.values()]
    return boards + [Shown(f"/window/{no}", f"{no} 号窗口的屏") for no in sorted(place.hall.site.counters)]


def _seen(place: Place, refusal: str = "") -> dict[str, object]:
    pages = _pages(place)
    names = {one.address: one.name for one in pages}
    paired = [
        {"screen": one.screen, "name": names.get(one.page, one.page), "by": one.by, "at": place.hall_time(one.at)}
        for one in place.hall.screens.all()
    ]
    return {"pages": pages, "paired": paired, "refusal": refusal}


def _part(place: Place, refusal: str = "", status: int = _OK) -> Response[str]:
    return place.page("screen/screens_part.html", _seen(place, refusal), status)


def _secret(request: PageRequest) -> str:
    said = request.cookies.get(COOKIE, "")
    return said if _SECRET.match(said) else ""


def _session(place: Place, request: PageRequest) -> StaffSession:
    session = session_of(place, request)
    if session is None:
        raise HallProblem(ProblemCode.NOT_AUTHENTICATED)
    return session
