"""The API put together: one router under /api/v1 with its body limit and error shapes."""

from __future__ import annotations

from litestar import Response, Router, get

from hall_server.api import (
    application_routes,
    asking_routes,
    booking_routes,
    certificate_routes,
    code_routes,
    commanding,
    corner_routes,
    enrol_routes,
    fleet_routes,
    help_routes,
    item_routes,
    kiosk_routes,
    licence_routes,
    metric_routes,
    post_routes,
    reading,
    talk_routes,
    urgent_routes,
    voice_routes,
)
from hall_server.api.document import document
from hall_server.api.door import guard
from hall_server.api.front import BODY_LIMIT, PATH
from hall_server.api.problems import HANDLERS
from hall_server.domain.rights import Right

TOLD = [
    *reading.HANDLERS,
    *item_routes.HANDLERS,
    *commanding.HANDLERS,
    *kiosk_routes.HANDLERS,
    *corner_routes.HANDLERS,
    *booking_routes.HANDLERS,
    *licence_routes.HANDLERS,
    *post_routes.HANDLERS,
    *code_routes.HANDLERS,
    *enrol_routes.HANDLERS,
    *fleet_routes.HANDLERS,
    *asking_routes.HANDLERS,
    *talk_routes.HANDLERS,
    *certificate_routes.HANDLERS,
    *application_routes.HANDLERS,
    *voice_routes.HANDLERS,
    *help_routes.HANDLERS,
    *urgent_routes.HANDLERS,
]


def create_api() -> Router:
    """The router behind `front`; the app's state carries `hall` and `reader`."""
    handlers = [*TOLD, *metric_routes.HANDLERS, openapi]
    return Router(
        PATH,
        route_handlers=handlers,
        guards=[guard],
        exception_handlers=HANDLERS,
        request_max_body_size=BODY_LIMIT,
    )


@get("/openapi.json", right=Right.OPEN, include_in_schema=False, sync_to_thread=False)
def openapi() -> Response[bytes]:
    """The API in OpenAPI 3.1; open to everybody, no page around it."""
    return Response(document(PATH, tuple(TOLD)), media_type="application/vnd.oai.openapi+json")
