"""The gate before every page of the hall: what the address needs, who asks, and whether their roles have that right.

A handler says what it needs (`right=Right.SERVE`); one that says nothing is nobody's. Whoever changes something besides
shows the page's proof: a word that only a page drawn for this very session has, and no page of another origin.
"""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING, Any

from litestar.exceptions import HTTPException
from litestar.handlers import ASGIRouteHandler

from hall_server.domain.rights import Right, may
from hall_server.web.clerk import secret_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from litestar.connection import ASGIConnection
    from litestar.handlers import BaseRouteHandler

    from hall_server.web.staff_sessions import StaffSession, StaffSessions

    Connection = ASGIConnection[Any, Any, Any, Any]

PROOF = "Kapok-Proof"
_SAFE = frozenset({"GET", "HEAD"})


class NotSignedInError(HTTPException):
    """Nobody is signed in, or no more."""

    status_code = 401


class NoRightError(HTTPException):
    """Somebody is, and this is not theirs to do."""

    status_code = 403


class MustChangePinError(NoRightError):
    """Nothing is open to whoever came in with a one-time PIN, but changing it."""


class ForeignPageError(HTTPException):
    """A command that did not come from the page that it belongs to."""

    status_code = 403


def gate(sessions: StaffSessions) -> Callable[[Connection, BaseRouteHandler], Awaitable[None]]:
    """The guard of all pages. A coroutine, for the framework takes plain functions to a thread, where no hall is."""

    async def guard(connection: Connection, handler: BaseRouteHandler) -> None:
        right = handler.opt.get("right")
        method = connection.scope.get("method")
        if right is Right.OPEN or method == "OPTIONS":
            return
        session = sessions.find(secret_of(connection))
        if session is None:
            raise NotSignedInError
        if session.must_change and right is not Right.OWN_ACCOUNT:
            raise MustChangePinError
        if not isinstance(right, Right) or not may(session.roles, right):
            raise NoRightError
        raw = isinstance(handler, ASGIRouteHandler)  # a stream: changes nothing, and says itself that it is only read
        if method not in _SAFE and not raw and not _proven(connection.headers.get(PROOF, ""), session):
            raise ForeignPageError

    return guard


def _proven(said: str, session: StaffSession) -> bool:
    return hmac.compare_digest(said.encode(errors="replace"), session.proof.encode())
