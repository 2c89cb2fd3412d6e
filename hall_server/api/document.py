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
from hall_server.contract.applications import BeginApplication, HandInApplication
from hall_server.contract.bookings import Book, CancelBooking, CheckIn, ConfirmBooking, ExcuseBooking
from hall_server.contract.certificates import FetchCertificate, FindCertificates, TellPrinted
from hall_server.contract.city_questions import AskVideo, ReadProfile
from hall_server.contract.code_claims import ClaimCode
from hall_server.contract.counters import PauseCounter
from hall_server.contract.enrolment import AskEnrolment
from hall_server.contract.fleet import Heartbeat
from hall_server.contract.guides import Spoken
from hall_server.contract.help_calls import AnswerHelp, AskHelp
from hall_server.contract.licence_visits import (
    AskDeferral,
    DemandPaper,
    GiveConsent,
    OverridePaper,
    ReportLicence,
    ShowLicence,
)
from hall_server.contract.messages import (
    CallTicket,
    CancelTicket,
    CompleteTicket,
    ConfirmPrint,
    Empty,
    HoldTicket,
    SignIn,
    TakeTicket,
    Transfer,
)
from hall_server.contract.notice_wishes import WishNotices
from hall_server.contract.offline import AskLease, Outbox
from hall_server.contract.online_codes import VerifyCode
from hall_server.contract.problems import Problem
from hall_server.contract.progress_views import AskProgress
from hall_server.contract.remote_help import AllowScreen, SayWords
from hall_server.contract.voices import AnswerOrder, Complain, GiveRating

if TYPE_CHECKING:
    from litestar.handlers import HTTPRouteHandler

_REFS = "#/components/schemas/{name}"
_BODIES: dict[str, type[msgspec.Struct]] = {
    "tickets": TakeTicket,
    "confirm_print": ConfirmPrint,
    "complete": CompleteTicket,
    "sign_in": SignIn,
    "hold": HoldTicket,
    "counters/{no}/pause": PauseCounter,
    "transfer": Transfer,
    "call": CallTicket,
    "tickets/{ticket_id}/cancel": CancelTicket,
    "leases": AskLease,
    "enrolments": AskEnrolment,
    "kiosks/{kiosk}/health": Heartbeat,
    "outbox": Outbox,
    "bookings": Book,
    "bookings/{booking_id}/cancel": CancelBooking,
    "confirm": ConfirmBooking,
    "excuse": ExcuseBooking,
    "check_in": CheckIn,
    "licences/consent": GiveConsent,
    "demand_paper": DemandPaper,
    "override_paper": OverridePaper,
    "licences/report": ReportLicence,
    "licences/show": ShowLicence,
    "may_defer": AskDeferral,
    "codes/claims": ClaimCode,
    "codes/verify": VerifyCode,
    "city/profile": ReadProfile,
    "city/video": AskVideo,
    "say": SayWords,
    "screen": AllowScreen,
    "certificates/find": FindCertificates,
    "certificates/document": FetchCertificate,
    "certificates/link": FetchCertificate,
    "certificates/printed": TellPrinted,
    "cases/find": AskProgress,
    "applications": BeginApplication,
    "hand_in": HandInApplication,
    "notices": WishNotices,
    "rate": GiveRating,
    "complaints": Complain,
    "answer": AnswerOrder,
    "help": AskHelp,
    "help/{help_id}/seen": AnswerHelp,
    "help/{help_id}/coming": AnswerHelp,
    "help/{help_id}/done": AnswerHelp,
}
_ARRAYS = (Spoken,)  # written as arrays; the framework would say objects
_SHAPES = (*_BODIES.values(), Empty, Problem, *_ARRAYS)
_OUR_END = rb"\\Z"  # as JSON writes it: the end of a text for Python; for the ECMA patterns of JSON Schema it is $
_KEY = "Kapok <key id>.<secret>, or <key id>.<time>.<nonce>.<machine>.<boot>.<digest>.<signature> (ADR 0019)"
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
_LIFE_AND_N = {"type": "string", "pattern": r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.(0|[1-9][0-9]{0,17})$"}
_SEEN = {
    "name": "Kapok-Seen",
    "in": "header",
    "required": False,
    "schema": _LIFE_AND_N,
    "description": "The newest of the answers before: a hall that knows less says 409 hall_rolled_back.",
}
_STANDS = {"description": "<incarnation>.<n>: where the hall stands", "schema": _LIFE_AND_N}
_RETRY_AFTER = {"description": "Whole seconds; with refusals that time mends", "schema": {"type": "integer"}}
_UNCHANGED = ("/summary", "/catalogue", "/codes/trust_list")
_ETAG = {"description": "For If-None-Match", "schema": {"type": "string"}}
_IF_NONE_MATCH = {
    "name": "If-None-Match",
    "in": "header",
    "required": False,
    "schema": {"type": "string"},
    "description": "The ETag of the answer before: 304 while nothing changed.",
}
_LAST_EVENT_ID = {
    "name": "Last-Event-ID",
    "in": "header",
    "required": False,
    "schema": {"type": "string"},
    "description": "The same as `after`, as browsers send it; where `after` is said nobody looks at it.",
}
_SAID = {"event": {"enum": ["build", "news", "help", "beat"]}, "data": {"type": "string"}, "id": {"type": "string"}}
_LINES = {"schema": {"type": "object", "properties": _SAID, "required": ["event", "data"]}}  # each event of the stream
_RAW = ("/parts/{part}", "/picture", "/parcel")
_LOOK = "/picture"  # its answer is a picture too
_JPEG = {"image/jpeg": {"schema": {"type": "string", "format": "binary"}}}
_BYTES = {  # pieces of sealed boxes, pictures of a screen
    "required": True,
    "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary", "minLength": 1}}},
}
_VISITOR = {
    "name": "Kapok-Visitor",
    "in": "header",
    "required": True,
    "schema": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
    "description": "The person's pseudonym.",
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
            _complete(where, method, operation)
    return msgspec.json.encode(told).replace(_OUR_END, b"$")


def _complete(where: str, method: str, operation: dict[str, Any]) -> None:
    """Add what the framework does not see: refusals and heads, which are said by hand."""
    responses, asked = operation["responses"], operation.setdefault("parameters", [])
    responses.pop("400", None)  # the framework's own shape, which never leaves the hall
    responses["default"] = _said("application/problem+json", "Problem", "A refusal")
    responses["default"]["headers"] = {"Retry-After": _RETRY_AFTER}
    if "{hall_id}" in where:
        asked.append(_SEEN)
    if method == "post":
        body = next((shape for end, shape in _BODIES.items() if where.endswith(f"/{end}")), Empty)
        operation["requestBody"] = _BYTES if where.endswith(_RAW) else _said("application/json", body.__name__)
        asked.append(_IDEMPOTENCY_KEY)
    if where.endswith(_UNCHANGED):
        asked.append(_IF_NONE_MATCH)
        responses["304"] = {"description": "It is the same as what the reader has"}
        responses["200"]["headers"] = {"ETag": _ETAG}
    if where.endswith(_LOOK) and method == "get":
        responses["200"]["content"] = _JPEG
    if where.endswith("/stream"):
        asked.append(_LAST_EVENT_ID)
        responses["200"] = {"description": "Until either side ends it", "content": {"text/event-stream": _LINES}}
    if where.endswith("/mine"):
        asked.append(_VISITOR)
    for response in responses.values():
        response.setdefault("headers", {})["Kapok-Seen"] = _STANDS


def _said(media_type: str, shape: str, description: str = "") -> dict[str, Any]:
    content = {media_type: {"schema": {"$ref": _REFS.format(name=shape)}}}
    return {"description": description, "content": content}
