"""What every route of the API asks first: which hall, whose key, what the client has seen, which idempotency key.

Knows no queueing rule; refuses with a HallProblem and leaves the wording to `problems`.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import msgspec
from litestar.exceptions import InternalServerException

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.signing import Asked as Wanted
from hall_server.contract.signing import digest_of, read
from hall_server.contract.vocabulary import ActorKind, Role
from hall_server.domain.rights import Right, may
from hall_server.flows.caller import Caller

if TYPE_CHECKING:
    from litestar.connection import ASGIConnection, Request
    from litestar.handlers import BaseRouteHandler
    from litestar.types import Scope

    from hall_server.api.pace import Pace
    from hall_server.domain.hall_state import ApiKey
    from hall_server.domain.seams import Promise, Reader
    from hall_server.flows.hall import Hall
    from hall_server.flows.machine_door import MachineDoor

    Connection = ASGIConnection[Any, Any, Any, Any]
    Asked = Request[Any, Any, Any]

O = TypeVar("O", bound=msgspec.Struct)  # noqa: E741 - an order
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_CREDENTIAL = re.compile(r"Kapok ([0-9a-z]{1,32})\.([0-9A-Za-z_-]{16,128})")
_PSEUDONYM = re.compile(r"[0-9a-f]{32}")
_WORD_COUNTS = frozenset({Role.KIOSK, Role.COUNTER, Role.ADMIN})  # boards only read and lose nothing
_NOBODY = hashlib.sha256(b"").digest()


class Admitted(NamedTuple):
    """Whose key, and the digest of the body that was signed; None where nothing is signed."""

    key: ApiKey
    digest: str | None = None

    def whole(self, body: bytes) -> bytes:
        """The body, if it is the one that was signed. HallProblem(not_authenticated)."""
        if self.digest is not None and digest_of(body) != self.digest:
            raise HallProblem(ProblemCode.NOT_AUTHENTICATED, "this is not the body that was signed")
        return body


class Door(NamedTuple):
    """Everything that is asked of a key before a handler hears of it."""

    reader: Reader
    machines: MachineDoor
    pace: Pace

    def admit(self, asked: Wanted, right: Right | None) -> Admitted:
        """HallProblem(not_authenticated | too_many_requests | not_allowed), or one of MachineDoor.enter."""
        said = asked.headers("Authorization") or ""
        word = read(said)
        if word is None:
            admitted = Admitted(key_of(said, self.reader))
        else:
            admitted = Admitted(self.machines.enter(word, asked), word.digest)
        key = admitted.key
        self.pace.spend(key.id)
        if right is None or not may((key.role,), right):
            raise HallProblem(ProblemCode.NOT_ALLOWED, f"a {key.role.value} key may not do this")
        return admitted


async def guard(connection: Connection, handler: BaseRouteHandler) -> None:
    """Let those keys pass that have the right which the handler names; a handler that names none is nobody's.

    It never waits, and is a coroutine all the same: the framework takes plain functions to a thread.
    """
    right = handler.opt.get("right")
    if right is Right.OPEN:
        return
    asked = Wanted(str(connection.scope.get("method", "")), target_of(connection.scope), connection.headers.get)
    admitted = connection.app.state.door.admit(asked, right)
    connection.state.api_key, connection.state.admitted = admitted.key, admitted


def target_of(scope: Scope) -> str:
    """The address as it was sent."""
    query = scope["query_string"]
    raw = scope.get("raw_path") or scope["path"].encode()
    target: bytes = raw.partition(b"?")[0] + (b"?" + query if query else b"")
    return target.decode("latin-1")


def key_of(authorization: str, reader: Reader) -> ApiKey:
    """The key whose secret a header has; HallProblem(not_authenticated) otherwise."""
    found = _CREDENTIAL.fullmatch(authorization)
    key = reader.api_key(found[1]) if found else None
    secret_hash = hashlib.sha256(found[2].encode()).digest() if found else _NOBODY
    if not hmac.compare_digest(key.secret_hash if key else _NOBODY, secret_hash) or key is None:
        raise HallProblem(ProblemCode.NOT_AUTHENTICATED, "expected Authorization: Kapok <key id>.<secret>")
    return key


async def enter(request: Connection, hall_id: str) -> Hall:
    """The hall that is meant, after a look at what the client has seen of it (definitions.md 6)."""
    hall: Hall = request.app.state.hall
    if hall_id != hall.site.id:
        raise HallProblem(ProblemCode.HALL_UNKNOWN, hall_id[:64])
    rebirth = looked_at(hall, request.headers.get("kapok-seen"), request.state.api_key)
    if rebirth is not None:
        await rebirth
    return hall


def looked_at(hall: Hall, seen: str | None, key: ApiKey) -> Promise[object] | None:
    """What the bearer of a key has seen of the hall; a promise when the hall must begin a new life first."""
    return None if seen is None else hall.check_seen(seen, may_begin=key.role in _WORD_COUNTS)


def idempotency_key(request: Asked) -> str:
    """The key of a command (definitions.md 8)."""
    return idempotency_key_in(request.headers.get("idempotency-key"))


def idempotency_key_in(key: str | None) -> str:
    """The header's value as a key; HallProblem(idempotency_key_missing | idempotency_key_invalid)."""
    if key is None:
        raise HallProblem(ProblemCode.IDEMPOTENCY_KEY_MISSING, field="Idempotency-Key")
    key = key.strip().lower()
    if _UUID.fullmatch(key) is None:
        raise HallProblem(ProblemCode.IDEMPOTENCY_KEY_INVALID, "expected a UUID", field="Idempotency-Key")
    return key


async def order_of(request: Asked, shape: type[O]) -> O:
    """The body as a command; an empty body stands for a command that needs no words."""
    return order_in(await _body_of(request), shape)


async def bytes_of(request: Asked) -> bytes:
    """The body as it is; HallProblem(bad_request) without one."""
    data = await _body_of(request)
    if not data:
        raise HallProblem(ProblemCode.BAD_REQUEST, "no bytes", field="$")
    return data


async def _body_of(request: Asked) -> bytes:
    try:
        body = await request.body()
    except InternalServerException:  # what the framework calls a client that hung up
        raise HallProblem(ProblemCode.BAD_REQUEST, "the body ended early") from None
    admitted: Admitted | None = request.state.get("admitted")
    return body if admitted is None else admitted.whole(body)


def order_in(body: bytes, shape: type[O]) -> O:
    """A body as a command; HallProblem(bad_request | bad_json)."""
    try:
        return msgspec.json.decode(body or b"{}", type=shape)
    except msgspec.ValidationError as error:
        text, _, path = str(error).partition(" - at `")
        raise HallProblem(ProblemCode.BAD_REQUEST, text, field=path.rstrip("`") or "$") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise HallProblem(ProblemCode.BAD_JSON, str(error)) from None


def visitor_of(request: Asked) -> str:
    """Whose pseudonym stands in the header `Kapok-Visitor`; it has no place in addresses, which are written down."""
    pseudonym = request.headers.get("kapok-visitor", "")
    if _PSEUDONYM.fullmatch(pseudonym) is None:
        raise HallProblem(ProblemCode.BAD_REQUEST, "expected a pseudonym", field="Kapok-Visitor")
    return pseudonym


def kiosk_of(request: Asked) -> Caller:
    """The kiosk that a key stands for."""
    return kiosk_with(request.state.api_key)


def kiosk_with(key: ApiKey) -> Caller:
    """The same, from the key itself."""
    return Caller(ActorKind.KIOSK, key.place or key.name)


def clerk_of(request: Asked, counter: int | None = None) -> Caller:
    """Whoever is signed in at the counter that the key is bound to, or at any when it is bound to none."""
    return clerk_with(request.state.api_key, counter)


def clerk_with(key: ApiKey, counter: int | None = None) -> Caller:
    """The same, from the key itself; HallProblem(not_allowed) when it is bound to another counter than this."""
    bound = int(key.place) if key.place else None
    if counter is not None and bound not in {None, counter}:
        raise HallProblem(ProblemCode.NOT_ALLOWED, f"this key is for counter {bound}")
    return Caller(ActorKind.CLERK, "", bound)
