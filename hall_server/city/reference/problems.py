"""What the reference city refuses: permanent words and the HTTP status each travels with (problem+json, RFC 9457)."""

from __future__ import annotations

import logging
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import msgspec
from litestar import Response
from litestar.exceptions import HTTPException

if TYPE_CHECKING:
    from litestar.connection import Request
    from litestar.types import ExceptionHandlersMap

_log = logging.getLogger("kapok.city")


class CityProblem(StrEnum):
    """What went wrong, for machines; each is explained in docs/integration/codes.md."""

    BAD_JSON = "bad_json"
    BAD_REQUEST = "bad_request"
    BODY_TOO_LARGE = "body_too_large"
    PERSON_UNKNOWN = "person_unknown"
    KEY_REUSED = "key_reused"  # another message came under the same id
    NOT_FOUND = "not_found"
    METHOD_NOT_ALLOWED = "method_not_allowed"
    CITY_DOWN = "city_down"  # the fault "down" is switched on
    HOLDER_UNKNOWN = "holder_unknown"
    MANDATE_NEEDED = "mandate_needed"
    USE_CODE_UNKNOWN = "use_code_unknown"  # or it has run out, or was had for another purpose
    LICENCE_UNKNOWN = "licence_unknown"
    SEAL_UNKNOWN = "seal_unknown"
    DOCUMENT_NOT_SEALABLE = "document_not_sealable"
    APPLICATION_UNKNOWN = "application_unknown"
    APPLICATION_OVER = "application_over"  # dropped, or its time is over; or handed in, and this would change it
    PARTS_MISSING = "parts_missing"  # or they are not those that were told
    PART_UNREADABLE = "part_unreadable"  # a box that does not open, or something else than a form or a page in it
    TOO_LARGE = "too_large"  # all parts together
    SESSION_OVER = "session_over"
    NO_KEY = "no_key"  # no issuing key is good at this moment
    INTERNAL = "internal"


STATUS: dict[CityProblem, int] = {
    CityProblem.BAD_JSON: 400,
    CityProblem.BAD_REQUEST: 400,
    CityProblem.BODY_TOO_LARGE: 413,
    CityProblem.PERSON_UNKNOWN: 404,
    CityProblem.KEY_REUSED: 422,
    CityProblem.NOT_FOUND: 404,
    CityProblem.METHOD_NOT_ALLOWED: 405,
    CityProblem.CITY_DOWN: 503,
    CityProblem.HOLDER_UNKNOWN: 404,
    CityProblem.MANDATE_NEEDED: 409,
    CityProblem.USE_CODE_UNKNOWN: 409,
    CityProblem.LICENCE_UNKNOWN: 404,
    CityProblem.SEAL_UNKNOWN: 404,
    CityProblem.DOCUMENT_NOT_SEALABLE: 409,
    CityProblem.APPLICATION_UNKNOWN: 404,
    CityProblem.APPLICATION_OVER: 409,
    CityProblem.PARTS_MISSING: 409,
    CityProblem.PART_UNREADABLE: 409,
    CityProblem.TOO_LARGE: 409,
    CityProblem.SESSION_OVER: 409,
    CityProblem.NO_KEY: 503,
    CityProblem.INTERNAL: 500,
}
_BY_STATUS = {404: CityProblem.NOT_FOUND, 405: CityProblem.METHOD_NOT_ALLOWED, 413: CityProblem.BODY_TOO_LARGE}
_SERVER_ERROR = 500


class CityError(Exception):
    """The city refuses. `field`: which part of the question."""

    def __init__(self, code: CityProblem, field: str = "") -> None:
        super().__init__(code.value)
        self.code = code
        self.field = field


def document(error: CityError) -> bytes:
    """The problem document."""
    code = error.code
    told = {"type": f"urn:kapok:city:{code.value}", "title": code.value, "status": STATUS[code], "code": code.value}
    return msgspec.json.encode({**told, "field": error.field} if error.field else told)


def _refused(_: Request[Any, Any, Any], error: CityError) -> Response[bytes]:
    return Response(document(error), status_code=STATUS[error.code], media_type="application/problem+json")


def _misled(request: Request[Any, Any, Any], error: HTTPException) -> Response[bytes]:
    if error.status_code >= _SERVER_ERROR:
        return _broken(request, error)
    return _refused(request, CityError(_BY_STATUS.get(error.status_code, CityProblem.BAD_REQUEST)))


def _broken(request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    _log.error("bug path=%r", request.scope["path"], exc_info=error)
    return _refused(request, CityError(CityProblem.INTERNAL))


HANDLERS: ExceptionHandlersMap = {CityError: _refused, HTTPException: _misled, Exception: _broken}


async def body_as(request: Request[Any, Any, Any], shape: type[Any]) -> Any:  # noqa: ANN401 - a `shape`
    """The request's body. Raises CityError(bad_json) or CityError(bad_request)."""
    try:
        return msgspec.json.decode(await request.body(), type=shape)
    except msgspec.ValidationError as error:
        raise CityError(CityProblem.BAD_REQUEST, field=_place(str(error))) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise CityError(CityProblem.BAD_JSON) from None


def _place(words: str) -> str:
    """Where msgspec says it is: "… - at `$.slow_s`" → "slow_s"."""
    _, _, place = words.partition("`$")
    return place.strip("`.")
