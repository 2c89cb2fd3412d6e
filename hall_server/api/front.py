"""The front of the application: the busiest addresses of the API answered as plain ASGI, the rest by the framework.

取号, the commands about one ticket or one counter and the stream are asked more often than all others together, and the
framework's routing costs as much as a synced write. They are judged by the same functions of `door` and asked by the
same `commands`; the framework keeps handlers for them all, for other halls, other spellings and the description. Every
answer of the API leaves through here and says where the hall stands.
"""

from __future__ import annotations

import gzip
import re
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

import msgspec

from hall_server.api.commands import COUNTER, TICKET
from hall_server.api.door import idempotency_key_in, kiosk_with, looked_at, order_in, target_of
from hall_server.api.problems import bug, words_of
from hall_server.contract.messages import TakeTicket
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.signing import Asked
from hall_server.contract.vocabulary import Role
from hall_server.domain.rights import Right
from hall_server.push.stream import said_by

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine

    from litestar.datastructures import State

    from hall_server.api.commands import Command
    from hall_server.api.door import Admitted, Door
    from hall_server.domain.hall_state import ApiKey
    from hall_server.flows.hall import Hall
    from hall_server.push.stream import Stream

    Scope = Any  # as ASGI 3.0 says: plain dictionaries
    Message = dict[str, Any]
    Receive = Callable[[], Awaitable[Any]]
    Send = Callable[[Any], Coroutine[Any, Any, None]]
    Behind = Callable[[Scope, Receive, Send], Awaitable[None]]
    Headers = dict[bytes, bytes]
    Answering = Callable[[Scope, Receive, Send], Awaitable[None]]

PATH = "/api/v1"
BODY_LIMIT = 16 * 1024
_YES = {"true", "1"}
_NUMBER = re.compile(r"0|[1-9][0-9]{0,14}")
_CREATED, _OK = 201, 200
_COUNTER_NO = re.compile(r"[1-9][0-9]{0,8}")  # as everybody writes it
_JSON = (b"content-type", b"application/json")
_NO_STORE = (b"cache-control", b"no-store")
_SQUEEZED = ((b"content-encoding", b"gzip"), (b"vary", b"accept-encoding"))
_QUICKLY = 1  # a level of gzip


class Front:
    """An ASGI application around the framework's."""

    def __init__(self, behind: Behind, state: State) -> None:
        self.behind = behind
        hall: Hall = state.hall
        self._hall = hall
        self._stream: Stream = state.stream
        self._door: Door = state.door
        ours = f"{PATH}/halls/{hall.site.id}"
        self._hot = {("POST", f"{ours}/tickets"): self._take, ("GET", f"{ours}/stream"): self._listen}
        self._ours = f"{ours}/"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or hand it on."""
        if scope["type"] != "http" or not scope["path"].startswith("/api/"):
            await self.behind(scope, receive, send)
            return
        hot = self._hot.get((scope["method"], scope["path"])) or self._command(scope)
        if hot is None:
            await self.behind(scope, receive, self._saying_where_we_are(send))
            return
        try:
            await hot(scope, receive, send)
        except HallProblem as problem:
            await self._refuse(scope, send, problem)
        except Exception as error:  # noqa: BLE001 - our own bug: a trace in the log, a problem document for the asker
            bug(scope["path"], error)
            await self._refuse(scope, send, HallProblem(ProblemCode.INTERNAL))

    async def _take(self, scope: Scope, receive: Receive, send: Send) -> None:
        """取号: see commanding.take_ticket, whose words stand in the description."""
        headers = first_of_each(scope)
        bearer = await self._entered(scope, headers, Right.VISIT)
        ticket = idempotency_key_in(text(headers, b"idempotency-key"))
        order = order_in(bearer.whole(await body_of(headers, receive)), TakeTicket)
        view = await self._hall.take_ticket(kiosk_with(bearer.key), ticket, order)
        await self._tell(send, _CREATED, view, squeezed=_takes_squeezed(headers, bearer.key))

    def _command(self, scope: Scope) -> Answering | None:
        """Who answers a command about one of our tickets or counters; None when it is none, or oddly written."""
        path: str = scope["path"]
        if scope["method"] != "POST" or not path.startswith(self._ours):
            return None
        match path[len(self._ours) :].split("/"):
            case ["tickets", ticket, verb] if ticket and verb in TICKET:
                return partial(self._do, TICKET[verb], ticket.lower())
            case ["counters", no, verb] if verb in COUNTER and _COUNTER_NO.fullmatch(no):
                return partial(self._do, COUNTER[verb], int(no))
        return None

    async def _do(self, command: Command, about: str | int, scope: Scope, receive: Receive, send: Send) -> None:
        """A command: see the handler of the same words in `commanding`."""
        headers = first_of_each(scope)
        bearer = await self._entered(scope, headers, command.right)
        key = idempotency_key_in(text(headers, b"idempotency-key"))
        order = order_in(bearer.whole(await body_of(headers, receive)), command.shape)
        view = await command.ask(self._hall, bearer.key, key, about, order)
        await self._tell(send, _OK, view, squeezed=_takes_squeezed(headers, bearer.key))

    async def _listen(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The stream, from `after` or the header Last-Event-ID on; `bare` for a reader that is only to be woken."""
        headers = first_of_each(scope)
        key = (await self._entered(scope, headers, Right.WATCH)).key
        asked = dict(parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True))
        after = asked.get("after", text(headers, b"last-event-id"))
        if after is not None and _NUMBER.fullmatch(after) is None:
            raise HallProblem(ProblemCode.BAD_REQUEST, "expected an event number", field="after")
        seen = None if after is None else int(after)
        bare = asked.get("bare", "") in _YES
        helps, out = key.role is not Role.BOARD, self._saying_where_we_are(send)
        await self._stream.run(seen, receive, out, bare=bare, helps=helps, say=said_by(scope))

    async def _entered(self, scope: Scope, headers: Headers, right: Right) -> Admitted:
        wanted = Asked(scope["method"], target_of(scope), lambda name: text(headers, name.lower().encode()))
        admitted = self._door.admit(wanted, right)
        rebirth = looked_at(self._hall, text(headers, b"kapok-seen"), admitted.key)
        if rebirth is not None:
            await rebirth
        return admitted

    async def _refuse(self, scope: Scope, send: Send, problem: HallProblem) -> None:
        status, body, headers = words_of(problem, scope["path"])
        raw = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
        await self._answer(send, status, body, [(b"content-type", b"application/problem+json"), *raw])

    async def _tell(self, send: Send, status: int, view: object, *, squeezed: bool) -> None:
        body, headers = msgspec.json.encode(view), [_JSON]
        if squeezed:
            body, headers = gzip.compress(body, _QUICKLY, mtime=0), [_JSON, *_SQUEEZED]
        await self._answer(send, status, body, headers)

    async def _answer(self, send: Send, status: int, body: bytes, headers: list[tuple[bytes, bytes]]) -> None:
        more = [(b"content-length", b"%d" % len(body)), _NO_STORE, (b"kapok-seen", self._where_we_are())]
        await send({"type": "http.response.start", "status": status, "headers": [*headers, *more]})
        await send({"type": "http.response.body", "body": body, "more_body": False})

    def _saying_where_we_are(self, send: Send) -> Send:
        """A way out that adds to the head of an answer: this life of the hall and its newest number."""

        async def say(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = list(message["headers"])
                headers.append((b"kapok-seen", self._where_we_are()))
                if all(name.lower() != b"cache-control" for name, _ in headers):
                    headers.append(_NO_STORE)
                message["headers"] = headers
            await send(message)

        return say

    def _where_we_are(self) -> bytes:
        return f"{self._hall.incarnation}.{self._hall.n}".encode()


def first_of_each(scope: Scope) -> Headers:
    """The request's headers by name; of those said twice, the first."""
    return dict(reversed(scope["headers"]))


def _takes_squeezed(headers: Headers, bearer: ApiKey) -> bool:
    """A kiosk that says so: it may hang on a line of 200 kbit/s, where a ticket's view takes 30 ms as it is."""
    return bearer.role is Role.KIOSK and b"gzip" in headers.get(b"accept-encoding", b"")


def text(headers: Headers, name: bytes) -> str | None:
    """A header's value; None when it was not sent."""
    value = headers.get(name)
    return None if value is None else value.decode("latin-1")


async def body_of(headers: Headers, receive: Receive) -> bytes:
    """The whole body; HallProblem(body_too_large) as soon as it is, bad_request when it ends early."""
    length = headers.get(b"content-length", b"0")
    if not length.isdigit() or int(length) > BODY_LIMIT:
        raise HallProblem(ProblemCode.BODY_TOO_LARGE)
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise HallProblem(ProblemCode.BAD_REQUEST, "the body ended early")
        body += message["body"]
        if len(body) > BODY_LIMIT:
            raise HallProblem(ProblemCode.BODY_TOO_LARGE)
        if not message["more_body"]:
            return bytes(body)
