"""The pages' addresses, and the code that a phone page asks for: drawn, with its time, and as text nowhere."""

from __future__ import annotations

from typing import Any, TypeAlias

import msgspec
from litestar import Request, Response, get, post

from hall_server.city.reference.book_routes import BOOK_ROUTES
from hall_server.city.reference.code_desk import CodeDesk
from hall_server.city.reference.code_routes import person_called
from hall_server.city.reference.faults import FaultSwitch
from hall_server.city.reference.notice_desk import NoticeDesk
from hall_server.city.reference.notice_words import shown
from hall_server.city.reference.pages import Pages
from hall_server.city.reference.persons import PERSONS
from hall_server.city.reference.problems import CityError, CityProblem
from hall_server.city.reference.qr import dots_of

NO_PAGE, NOBODY = "没有这一页", "这里没有这个人"
_NOT_MODIFIED = 304
_HEARD = 8  # messages on the front page
_TURN_EARLY_MS = 5_000  # whoever holds a code to a scanner needs some seconds

Asked: TypeAlias = Request[Any, Any, Any]


class CodeShown(msgspec.Struct, frozen=True):
    """What a phone page draws. Milliseconds from the answer: how long it is good, when to ask for the next."""

    side: int
    dots: str
    life_ms: int
    left_ms: int
    turn_ms: int


@get("/", sync_to_thread=False)
def front(pages: Pages, switch: FaultSwitch, notice_desk: NoticeDesk) -> Response[str]:
    """Where to go from here, and what people heard last."""
    return pages.front(switch.now, [shown(one) for one in list(notice_desk.heard)[:_HEARD]])


@get("/phone/{name:str}", sync_to_thread=False)
def phone(pages: Pages, name: str, by: str = "") -> Response[str]:
    """A person's telephone, or the telephone of somebody of their family who shows their code for them."""
    person, holder = PERSONS.get(name), PERSONS.get(by)
    if person is None or (by and (holder is None or name not in holder.family)):
        return pages.lost(NOBODY)
    return pages.phone(person, holder)


@get(["/static/{name:path}", "/assets/{name:path}"], sync_to_thread=False)
def file(pages: Pages, request: Asked, name: str) -> Response[bytes]:
    """One of the pages' own files."""
    del name
    found = pages.files.get(request.scope["path"])
    if found is None:
        raise CityError(CityProblem.NOT_FOUND)
    headers = {"Cache-Control": "no-cache", "ETag": found.etag, "X-Content-Type-Options": "nosniff"}
    if request.headers.get("if-none-match") == found.etag:
        return Response(b"", status_code=_NOT_MODIFIED, headers=headers)
    return Response(found.body, headers=headers, media_type=found.media_type)


@get("/{path:path}", sync_to_thread=False)
def nowhere(pages: Pages, request: Asked, path: str) -> Response[str]:
    """Every other address: a page for people, a problem for machines."""
    del path
    if "text/html" not in request.headers.get("accept", ""):
        raise CityError(CityProblem.NOT_FOUND)
    return pages.lost(NO_PAGE)


@post("/phone/{name:str}/code", sync_to_thread=True)
def turn(desk: CodeDesk, name: str) -> CodeShown:
    """The next code of a person."""
    issued = desk.issue(person_called(name))
    dots = dots_of(issued.code)
    life_ms = (issued.expires_at - issued.issued_at) * 1000
    turn_ms = issued.left_ms - min(_TURN_EARLY_MS, life_ms // 4)
    return CodeShown(dots.side, dots.path, life_ms, issued.left_ms, turn_ms)


PAGE_ROUTES = (front, phone, *BOOK_ROUTES, file, nowhere)
