"""The pages' event streams: a board's is public in the hall, the console's belongs to whoever is signed in there.

The talking is `push.stream`'s (the app's state carries it); here is only who may listen. No event goes out here: a
ticket's id opens its slip code, and staff numbers are nobody's business; pages fetch what they may know themselves.
One plain path per board: Litestar finds no raw handler behind a path parameter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from litestar import asgi
from litestar.exceptions import MethodNotAllowedException
from litestar.types import Receive, Scope, Send  # noqa: TC002 - the framework reads the signature

from hall_server.domain.rights import Right
from hall_server.push.stream import said_by
from hall_server.web.clerk import session_of
from hall_server.web.place import PageRequest

if TYPE_CHECKING:
    from litestar.handlers import ASGIRouteHandler

    from hall_server.web.place import Place

_HEADERS = [
    (b"content-type", b"text/plain; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-content-type-options", b"nosniff"),
]
_NOT_SIGNED_IN = 401


def stream_routes(place: Place) -> list[ASGIRouteHandler]:
    """The streams of a hall's boards, windows and consoles."""

    @asgi("/counter/stream", right=Right.WATCH, copy_scope=False)
    async def counter_stream(scope: Scope, receive: Receive, send: Send) -> None:
        request = _only_get(PageRequest(scope, receive, send))
        if session_of(place, request) is None:
            await send({"type": "http.response.start", "status": _NOT_SIGNED_IN, "headers": _HEADERS})
            await send({"type": "http.response.body", "body": b"", "more_body": False})
            return
        await request.app.state.stream.run(None, receive, send, bare=True, helps=True, say=said_by(scope))

    @asgi([f"/board/{board_id}/stream" for board_id in place.boards], right=Right.OPEN, copy_scope=False)
    async def board_stream(scope: Scope, receive: Receive, send: Send) -> None:
        request = _only_get(PageRequest(scope, receive, send))
        await request.app.state.stream.run(None, receive, send, bare=True, say=said_by(scope))

    @asgi([f"/window/{no}/stream" for no in place.hall.site.counters], right=Right.OPEN, copy_scope=False)
    async def window_stream(scope: Scope, receive: Receive, send: Send) -> None:
        request = _only_get(PageRequest(scope, receive, send))
        await request.app.state.stream.run(None, receive, send, bare=True, say=said_by(scope))

    return [counter_stream, window_stream, board_stream] if place.boards else [counter_stream, window_stream]


def _only_get(request: PageRequest) -> PageRequest:
    """A raw handler is given every method; only GET may listen."""
    if request.scope.get("method") != "GET":
        raise MethodNotAllowedException(headers={"Allow": "GET"})
    return request
