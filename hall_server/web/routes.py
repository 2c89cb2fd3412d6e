"""All pages of one hall as a list of routes for the app to mount: boards, console, visitors' ticket pages, their files.

Bad input never becomes a 5xx and never shows a traceback: what the pages do not know is a friendly 404, what is too
large or of the wrong method gets one sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from litestar import Response, Router, get
from litestar.connection import ASGIConnection
from litestar.di import Provide
from litestar.exceptions import HTTPException
from litestar.response import Redirect

from hall_server.domain.rights import Right
from hall_server.web.account_pages import ACCOUNT_ROUTES
from hall_server.web.announcement_pages import ANNOUNCEMENT_ROUTES
from hall_server.web.ask_pages import ASK_ROUTES
from hall_server.web.board_pages import BOARD_ROUTES
from hall_server.web.bring_pages import BRING_ROUTES
from hall_server.web.clerk import HOME, go_home, session_of
from hall_server.web.counter_pages import COUNTER_ROUTES
from hall_server.web.device_pages import DEVICE_ROUTES
from hall_server.web.download_pages import DOWNLOAD_ROUTES
from hall_server.web.gate import ForeignPageError, MustChangePinError, NoRightError, NotSignedInError, gate
from hall_server.web.greeter_pages import GREETER_ROUTES
from hall_server.web.lead_pages import LEAD_ROUTES
from hall_server.web.panel_pages import PANEL_ROUTES
from hall_server.web.paper_pages import PAPER_ROUTES
from hall_server.web.people_pages import PEOPLE_ROUTES
from hall_server.web.phone_pages import PHONE_ROUTES
from hall_server.web.place import PAGE_HEADERS, PageRequest, Place
from hall_server.web.screen_pages import OPEN_SCREEN_ROUTES, SCREEN_ROUTES
from hall_server.web.sign_in_pages import SIGN_IN_ROUTES
from hall_server.web.sign_in_provider import PROVIDER_ROUTES
from hall_server.web.streams import stream_routes
from hall_server.web.supplement_pages import SUPPLEMENT_ROUTES
from hall_server.web.ways import ACCOUNT, ways_of
from hall_server.web.window_pages import CAPTION_ROUTES, RATE_ROUTES, WINDOW_ROUTES

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from litestar.handlers import BaseRouteHandler

    from config.site import Site
    from hall_server.domain.identity_provider import IdentityProvider
    from hall_server.flows.hall import Hall
    from hall_server.flows.staff_door import StaffDoor
    from hall_server.web.announcement_pages import Announcer

Connection: TypeAlias = ASGIConnection[Any, Any, Any, Any]

OWN_PAGE = "Kapok-Page"
BODY_MAX = 4_096
NO_PAGE = "没有这一页"
NOT_HERE = "这里不能这样操作，请回到刚才的页面。"
_OK, _NOT_MODIFIED, _NOT_FOUND = 200, 304, 404


def create_web(
    hall: Hall, door: StaffDoor, site: Site, announcer: Announcer, provider: IdentityProvider | None = None
) -> list[Router]:
    """The page routes of a hall; `site` is the checked site file that the hall was made from."""
    place = Place(hall, door, site, announcer, provider)

    def refused(request: PageRequest, error: HTTPException) -> Response[str] | Redirect:
        if error.status_code == _NOT_FOUND:
            return place.not_found(NO_PAGE)
        if isinstance(error, NotSignedInError | MustChangePinError):
            return elsewhere(request, error)
        who = session_of(place, request) if isinstance(error, NoRightError) else None
        if who is not None and request.route_handler.opt.get("page"):
            return place.page("staff/not_yours.html", {"clerk": who, "ways": ways_of(who)}, error.status_code)
        answer = place.refusal(NOT_HERE, error.status_code)
        for name, value in (error.headers or {}).items():  # Allow, from a stream
            answer.set_header(name, value)
        return answer

    at_console = [
        *COUNTER_ROUTES,
        *PANEL_ROUTES,
        *PAPER_ROUTES,
        *SUPPLEMENT_ROUTES,
        *ASK_ROUTES,
        *SIGN_IN_ROUTES,
        *PROVIDER_ROUTES,
        *ACCOUNT_ROUTES,
        *PEOPLE_ROUTES,
        *CAPTION_ROUTES,
        *GREETER_ROUTES,
        *LEAD_ROUTES,
        *SCREEN_ROUTES,
        *DEVICE_ROUTES,
    ]
    console = Router("/", route_handlers=at_console, guards=[own_page_only("console")])
    boards_own = Router("/", route_handlers=[*ANNOUNCEMENT_ROUTES], guards=[own_page_only("board")])
    window = Router("/", route_handlers=[*RATE_ROUTES], guards=[own_page_only("window")])
    phone = Router("/", route_handlers=[*PHONE_ROUTES, *BRING_ROUTES], guards=[own_page_only("phone")])
    pages = Router(
        "/",
        route_handlers=[
            home,
            boards,
            nowhere,
            file,
            *BOARD_ROUTES,
            *WINDOW_ROUTES,
            *OPEN_SCREEN_ROUTES,
            window,
            *stream_routes(place),
            boards_own,
            console,
            phone,
            *DOWNLOAD_ROUTES,
        ],
        guards=[gate(place.sessions)],
        dependencies={"place": Provide(lambda: place, sync_to_thread=False)},
        exception_handlers={HTTPException: refused},
        request_max_body_size=BODY_MAX,
        include_in_schema=False,
        response_headers=PAGE_HEADERS,
    )
    return [pages]


def elsewhere(request: PageRequest, error: HTTPException) -> Response[str] | Redirect:
    """To signing in, or to changing the PIN first: a whole page is led there, what asks for a part is told."""
    way = ACCOUNT if isinstance(error, MustChangePinError) else HOME
    if request.route_handler.opt.get("page"):
        return Redirect(way, status_code=303)
    home = go_home(home=way)
    home.status_code = _OK if "hx-request" in request.headers else error.status_code  # a page only follows
    return home


@get("/", right=Right.OPEN, sync_to_thread=False)
def home(place: Place) -> Response[str]:
    """Where to go from here."""
    return place.page("lost.html", {"words": "红棉叫号", "boards": tuple(place.boards.values())})


@get("/board", right=Right.OPEN, sync_to_thread=False)
def boards() -> Redirect:
    """A board without a name: the list of them."""
    return Redirect("/")


_ELSE = [
    "/{path:path}",
    "/board/{board_id:str}/{path:path}",
    "/t/{code:str}/{path:path}",
    "/d/{name:str}/{path:path}",
    "/counter/{path:path}",
    "/account/{path:path}",
    "/people/{path:path}",
    "/greeter/{path:path}",
    "/lead/{path:path}",
    "/screen/{path:path}",
    "/screens/{path:path}",
    "/devices/{path:path}",
]


@get(
    _ELSE,
    right=Right.OPEN,
    sync_to_thread=False,
)
def nowhere(place: Place, path: str) -> Response[str]:
    """Every other address."""
    del path
    return place.not_found(NO_PAGE)


@get(["/static/{name:path}", "/assets/{name:path}"], right=Right.OPEN, sync_to_thread=False)
def file(place: Place, request: PageRequest, name: str, v: str = "") -> Response[bytes] | Response[str]:
    """One of the pages' own files."""
    shelf = request.url.path.split("/", 2)[1]
    found = place.files.find(f"{shelf}{name}")
    if found is None:
        return place.not_found(NO_PAGE)
    headers = {"Cache-Control": place.files.caching(v), "ETag": found.etag, "X-Content-Type-Options": "nosniff"}
    if request.headers.get("if-none-match") == found.etag:
        return Response(b"", status_code=_NOT_MODIFIED, headers=headers)
    return Response(found.body, headers=headers, media_type=found.media_type)


def own_page_only(page: str) -> Callable[[Connection, BaseRouteHandler], Awaitable[None]]:
    """A command must carry the header of its own kind of page, which a page of another origin cannot send."""

    async def guard(connection: Connection, _: BaseRouteHandler) -> None:
        if connection.scope.get("method") in {"GET", "HEAD"}:
            return
        same_site = connection.headers.get("sec-fetch-site", "same-origin") == "same-origin"
        if connection.headers.get(OWN_PAGE) != page or not same_site:
            raise ForeignPageError

    return guard
