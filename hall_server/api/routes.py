"""The API put together: one router under /api/v1 with its body limit and error shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from litestar import Router
from litestar.datastructures import MutableScopeHeaders

from hall_server.api import commanding, reading
from hall_server.api.problems import HANDLERS

if TYPE_CHECKING:
    from litestar.types import Message, Scope

PATH = "/api/v1"
BODY_LIMIT = 16 * 1024


def create_api() -> Router:
    """The router; the app's state carries `hall`, `reader` and `stream`."""
    handlers = [*reading.HANDLERS, *commanding.HANDLERS]
    return Router(PATH, route_handlers=handlers, exception_handlers=HANDLERS, request_max_body_size=BODY_LIMIT)


async def say_where_we_are(message: Message, scope: Scope) -> None:
    """On every answer of the API: this life of the hall and its newest number, to be sent back as `Kapok-Seen`."""
    if message["type"] != "http.response.start" or not scope["path"].startswith("/api/"):
        return
    hall = scope["litestar_app"].state.hall
    headers = MutableScopeHeaders.from_message(message)
    headers["Kapok-Seen"] = f"{hall.incarnation}.{hall.n}"
    headers.setdefault("Cache-Control", "no-store")
