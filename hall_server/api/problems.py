"""Every error answer as a problem document (RFC 9457): refusals, the framework's errors, our bugs without a trace."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import msgspec
from litestar import Response
from litestar.exceptions import HTTPException

from hall_server.contract.problems import STATUS, HallProblem, ProblemCode

if TYPE_CHECKING:
    from litestar.connection import Request
    from litestar.types import ExceptionHandlersMap

    Asked = Request[Any, Any, Any]

_log = logging.getLogger("kapok.api")
_BY_STATUS = {
    401: ProblemCode.NOT_AUTHENTICATED,
    403: ProblemCode.NOT_ALLOWED,
    404: ProblemCode.NOT_FOUND,
    405: ProblemCode.METHOD_NOT_ALLOWED,
    413: ProblemCode.BODY_TOO_LARGE,
}
_AUDITED = {ProblemCode.NOT_AUTHENTICATED, ProblemCode.NOT_ALLOWED}
_SERVER_ERROR = 500


def words_of(problem: HallProblem, path: str) -> tuple[int, bytes, dict[str, str]]:
    """A refusal as it leaves the hall: status, problem document, what its head says beside the type."""
    headers: dict[str, str] = {}
    if problem.code in _AUDITED:
        _log.warning("refused code=%s path=%r detail=%r", problem.code.value, path, problem.detail)
    if problem.code is ProblemCode.NOT_AUTHENTICATED:
        headers["WWW-Authenticate"] = "Kapok"
    if problem.retry_after_s:
        headers["Retry-After"] = str(max(1, round(problem.retry_after_s)))
    return STATUS[problem.code], msgspec.json.encode(problem.problem()), headers


def refused(request: Asked, problem: HallProblem) -> Response[bytes]:
    """A refusal of the hall."""
    status, body, headers = words_of(problem, request.scope["path"])
    return Response(body, status_code=status, media_type="application/problem+json", headers=headers)


def misled(request: Asked, error: HTTPException) -> Response[bytes]:
    """The framework refused: unknown path, wrong method, too large a body, a parameter that is none."""
    code = _BY_STATUS.get(error.status_code, ProblemCode.BAD_REQUEST)
    if error.status_code >= _SERVER_ERROR:
        return broken(request, error)
    return refused(request, HallProblem(code, field=_field(error)))


def broken(request: Asked, error: Exception) -> Response[bytes]:
    """Our own bug: a trace for us in the log, nothing of it for the asker."""
    bug(request.scope["path"], error)
    return refused(request, HallProblem(ProblemCode.INTERNAL))


def bug(path: str, error: Exception) -> None:
    """Leave a trace of a bug in the log."""
    _log.error("bug path=%r", path, exc_info=error)


HANDLERS: ExceptionHandlersMap = {HallProblem: refused, HTTPException: misled, Exception: broken}


def _field(error: HTTPException) -> str:
    extra = error.extra if isinstance(error.extra, list) else []
    return str(extra[0].get("key", "")) if extra and isinstance(extra[0], dict) else ""
