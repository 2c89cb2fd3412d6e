"""The API put together: one router under /api/v1 with its body limit and error shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from litestar import Response, Router, get
from litestar.datastructures import MutableScopeHeaders

from hall_server.api import commanding, reading
from hall_server.api.document import document
from hall_server.api.problems import HANDLERS

if TYPE_CHECKING:
    from litestar.types import Message, Scope

PATH = "/api/v1"
BODY_LIMIT = 16 * 1024
_TOLD = [*reading.HANDLERS, *commanding.HANDLERS]


def create_api(hall_id: str) -> Router:
    """The router of one hall; the app's state carries `hall`, `reader` and `stream`."""
    handlers = [*_TOLD, reading.stream_of(hall_id), openapi]
    return Router(PATH, route_handlers=handlers, exception_handlers=HANDLERS, request_max_body_size=BODY_LIMIT)


@get("/openapi.json", include_in_schema=False, sync_to_thread=False)
def openapi() -> Response[bytes]:
    """The API in OpenAPI 3.1; open to everybody, no page around it."""
    return Response(document(PATH, tuple(_TOLD)), media_type="application/vnd.oai.openapi+json")


async def say_where_we_are(message: Message, scope: Scope) -> None:
    """On every answer of the API: this life of the hall and its newest number, to be sent back as `Kapok-Seen`."""
    if message["type"] != "http.response.start" or not scope["path"].startswith("/api/"):
        return
    hall = scope["litestar_app"].state.hall
    headers = MutableScopeHeaders.from_message(message)
    headers["Kapok-Seen"] = f"{hall.incarnation}.{hall.n}"
    headers.setdefault("Cache-Control", "no-store")
