"""The API's own description, OpenAPI 3.1: routes as the framework sees them, the commands' bodies from the contract.

Made by an application of its own: in the hall's the framework would bring a page for unknown paths along.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import msgspec
from litestar import Litestar, Router
from litestar.openapi import OpenAPIConfig
from litestar.openapi.spec import Components, SecurityScheme

from hall_server.api.examples import EXAMPLES
from hall_server.contract.bookings import Book, CancelBooking, CheckIn, ConfirmBooking, ExcuseBooking
from hall_server.contract.messages import (
    CallTicket,
    CompleteTicket,
    ConfirmPrint,
    Empty,
    HoldTicket,
    SignIn,
    TakeTicket,
    Transfer,
)
from hall_server.contract.offline import AskLease, Outbox
from hall_server.contract.problems import Problem

if TYPE_CHECKING:
    from litestar.handlers import HTTPRouteHandler

_REFS = "#/components/schemas/{name}"
_BODIES: dict[str, type[msgspec.Struct]] = {
    "tickets": TakeTicket,
    "confirm_print": ConfirmPrint,
    "complete": CompleteTicket,
    "sign_in": SignIn,
    "hold": HoldTicket,
    "transfer": Transfer,
    "call": CallTicket,
    "leases": AskLease,
    "outbox": Outbox,
    "bookings": Book,
    "bookings/{booking_id}/cancel": CancelBooking,
    "confirm": ConfirmBooking,
    "excuse": ExcuseBooking,
    "check_in": CheckIn,
}
_SHAPES = (*_BODIES.values(), Empty, Problem)
_OUR_END = rb"\\Z"  # as JSON writes it: the end of a text for Python; for the ECMA patterns of JSON Schema it is $
_KEY = "Kapok <key id>.<secret>"
_ABOUT = (
    "Every POST carries an Idempotency-Key (a UUID); for a take it is the ticket's id. "
    "Errors are application/problem+json with a permanent `code`. "
    "Answers carry Kapok-Seen: <incarnation>.<n>; send the newest one back with every request."
)
_IDEMPOTENCY_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": True,
    "schema": {"type": "string", "format": "uuid"},
    "description": "The same key gives the same answer, for the business day and 72 hours more.",
}


@lru_cache(1)
def document(path: str, handlers: tuple[HTTPRouteHandler, ...]) -> bytes:
    """The description as JSON of these handlers under `path`."""
    key = SecurityScheme(type="apiKey", name="Authorization", security_scheme_in="header", description=_KEY)
    config = OpenAPIConfig(
        title="Kapok hall",
        version="1",
        description=_ABOUT,
        components=Components(security_schemes={"kapok": key}),
        security=[{"kapok": []}],
        render_plugins=[],
        use_handler_docstrings=True,
    )
    told: dict[str, Any] = Litestar(
        [Router(path, route_handlers=handlers)], openapi_config=config
    ).openapi_schema.to_schema()
    _, shapes = msgspec.json.schema_components(_SHAPES, ref_template=_REFS)
    told["components"]["schemas"] |= shapes
    for name, shape in told["components"]["schemas"].items():
        if name in EXAMPLES:
            shape["examples"] = [EXAMPLES[name]]
    for where, item in told["paths"].items():
        for method, operation in item.items():
            operation["responses"]["default"] = _said("application/problem+json", "Problem", "A refusal")
            if method == "post":
                body = next((shape for end, shape in _BODIES.items() if where.endswith(f"/{end}")), Empty)
                operation["requestBody"] = _said("application/json", body.__name__)
                operation.setdefault("parameters", []).append(_IDEMPOTENCY_KEY)
    return msgspec.json.encode(told).replace(_OUR_END, b"$")


def _said(media_type: str, shape: str, description: str = "") -> dict[str, Any]:
    content = {media_type: {"schema": {"$ref": _REFS.format(name=shape)}}}
    return {"description": description, "content": content}
