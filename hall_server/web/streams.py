"""The pages' event streams: a board's is public in the hall, the console's belongs to whoever is signed in there.

The talking is `push.stream`'s (the app's state carries it); here is only who may listen. Pages fetch what they missed
themselves, so no number is sent along.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from litestar import asgi
from litestar.types import Receive, Scope, Send  # noqa: TC002 - the framework reads the signature

from hall_server.web.clerk import session_of
from hall_server.web.place import PageRequest

if TYPE_CHECKING:
    from litestar.handlers import ASGIRouteHandler

    from hall_server.web.place import Place

_HEADERS = [(b"content-type", b"text/plain; charset=utf-8"), (b"cache-control", b"no-store")]
_NOT_FOUND, _NOT_SIGNED_IN = 404, 401


def stream_routes(place: Place) -> list[ASGIRouteHandler]:
    """The two streams of a hall's pages."""

    @asgi("/board/{board_id:str}/stream", copy_scope=False)
    async def board_stream(scope: Scope, receive: Receive, send: Send) -> None:
        request = PageRequest(scope, receive, send)
        known = request.path_params["board_id"] in place.boards
        await _listen(request, send, 200 if known else _NOT_FOUND)

    @asgi("/counter/stream", copy_scope=False)
    async def counter_stream(scope: Scope, receive: Receive, send: Send) -> None:
        request = PageRequest(scope, receive, send)
        await _listen(request, send, 200 if session_of(place, request) else _NOT_SIGNED_IN)

    return [board_stream, counter_stream]


async def _listen(request: PageRequest, send: Send, status: int) -> None:
    if status == 200:  # noqa: PLR2004 - HTTP's own number
        await request.app.state.stream.run(None, request.receive, send)
        return
    await send({"type": "http.response.start", "status": status, "headers": _HEADERS})
    await send({"type": "http.response.body", "body": b"", "more_body": False})
