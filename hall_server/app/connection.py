"""One connection to the hall and how long it may keep silent: deadlines for head and body, a cap, a limit on the crowd.

Whoever connects and says nothing makes room for the next one as soon as the house is full, so that silent connections
can shut nobody out. Knows HTTP's outside only: no addresses, no tickets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import uvicorn
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from hall_server.push.stream import AT_ONCE

if TYPE_CHECKING:
    import asyncio

    from uvicorn._types import ASGIApplication
    from uvicorn.protocols.http.flow_control import FlowControl
    from uvicorn.server import ServerState

    from hall_server.app.certificates import Certificates

_TIMEOUT, _HEAD_TOO_LARGE, _FULL = 408, 431, 503
_WORDS = {
    _TIMEOUT: b"the request did not come to its end",
    _HEAD_TOO_LARGE: b"the head of the request is too large",
    _FULL: b"too many connections; try again in a moment",
}


class Limits(msgspec.Struct, frozen=True):
    """What one hall grants: connections at a time, seconds for a head, a body and between requests, bytes of a head."""

    connections: int
    head_s: float = 10.0
    body_s: float = 15.0
    head_bytes: int = 32_768
    idle_s: int = 120  # a kiosk asks every minute: the next visitor's number needs no new connection


class Framed:
    """A piece of a body in HTTP's chunked framing; what goes out on many connections is framed once."""

    __slots__ = ("_body", "_chunk")

    def __init__(self) -> None:
        self._body = self._chunk = b""

    def chunk(self, body: bytes) -> bytes:
        """Its length, itself, the ends of both lines (RFC 9112, 7.1)."""
        if body is not self._body:
            self._body, self._chunk = body, b"%x\r\n%b\r\n" % (len(body), body)
        return self._chunk


class Saying:
    """Writes pieces of one running answer, unless the other side is slow or gone: then nothing, and False."""

    __slots__ = ("_flow", "_framed", "_transport")

    def __init__(self, transport: asyncio.Transport, flow: FlowControl, framed: Framed) -> None:
        self._transport, self._flow, self._framed = transport, flow, framed

    def __call__(self, body: bytes) -> bool:
        """Whether the piece was written."""
        if self._flow.write_paused or self._transport.is_closing():
            return False
        self._transport.write(self._framed.chunk(body))
        return True


class HallConfig(uvicorn.Config):
    """The server's configuration with the hall's limits, and who has connected without having asked anything yet."""

    def __init__(self, app: ASGIApplication, limits: Limits, certificates: Certificates | None = None) -> None:
        super().__init__(
            app,
            loop="uvloop",
            http=Connection,
            ws="none",
            access_log=False,
            log_config=None,
            server_header=False,
            proxy_headers=False,  # nobody here asks who or what stands before us: a layer less around each request
            backlog=2048,
            timeout_keep_alive=limits.idle_s,
            timeout_graceful_shutdown=5,
        )
        self.limits = limits
        self._certificates = certificates
        self.framed = Framed()
        self.waiting: dict[Connection, None] = {}  # the longest silent first

    def load(self) -> None:
        """With a context of our own: its certificate changes while the hall serves."""
        super().load()
        self.ssl = self._certificates.context if self._certificates else None


class Connection(HttpToolsProtocol):
    """uvicorn's connection, watched from the first byte of a head to the last of a body."""

    def __init__(
        self,
        config: HallConfig,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self._limits, self._waiting = config.limits, config.waiting
        self._framed = config.framed
        self._deadline: asyncio.TimerHandle | None = None
        self._in_head = True
        self._head_bytes = 0

    # A server gives its connections stream transports only; asyncio's base class speaks of any, uvicorn's of these.
    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # see above
        """Let in; when the house is full somebody silent goes, and when nobody is silent this one."""
        super().connection_made(transport)
        if len(self.connections) > self._limits.connections:
            silent = next(iter(self._waiting), None)
            if silent is None:
                self._refuse(_FULL)
                return
            silent.leave()
        self._expect_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Gone: nothing is expected any more."""
        self._expect(None)
        self._waiting.pop(self, None)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Bytes of a head are counted before they are looked at."""
        if self.transport.is_closing():
            return
        if self._in_head:
            if self._deadline is None:
                self._expect_head()
            self._head_bytes += len(data)
        super().data_received(data)
        if self._in_head and self._head_bytes > self._limits.head_bytes and not self.transport.is_closing():
            self._refuse(_HEAD_TOO_LARGE)

    def on_message_begin(self) -> None:
        """A head begins, perhaps right behind the request before it."""
        super().on_message_begin()
        self.scope["extensions"] = {AT_ONCE: {"open": self.saying}}
        if self._deadline is None:
            self._expect_head()

    def on_headers_complete(self) -> None:
        """The head is whole; its body may take a while, not for ever."""
        self._in_head = False
        self._head_bytes = 0
        self._waiting.pop(self, None)
        self._expect(self._limits.body_s)
        if len(self.url) + sum(len(name) + len(value) for name, value in self.headers) > self._limits.head_bytes:
            self._refuse(_HEAD_TOO_LARGE)
        else:
            super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """Nobody reads what follows a refused head."""
        if not self.transport.is_closing():
            super().on_body(body)

    def on_message_complete(self) -> None:
        """The request is whole: from here on time is the hall's, and a stream may last for months."""
        self._expect(None)
        self._in_head = True
        if not self.transport.is_closing():
            super().on_message_complete()

    def on_response_complete(self) -> None:
        """Between two requests the connection is silent again; uvicorn ends it when that lasts."""
        super().on_response_complete()
        if not self.transport.is_closing() and not self.pipeline:
            self._waiting[self] = None

    def saying(self) -> Saying:
        """A way to go on with the running answer at once: one that has begun and whose length nobody was told."""
        return Saying(self.transport, self.flow, self._framed)

    def leave(self) -> None:
        """Make room."""
        self._waiting.pop(self, None)
        self.connections.discard(self)  # counted out at once, not when the transport has closed
        self.transport.close()

    def _expect_head(self) -> None:
        self._in_head = True
        self._waiting[self] = None
        self._expect(self._limits.head_s)

    def _expect(self, within_s: float | None) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
        self._deadline = None if within_s is None else self.loop.call_later(within_s, self._too_late)

    def _too_late(self) -> None:
        self._deadline = None
        if self.transport.is_closing():  # refused already, and the peer does not read it
            return
        spoke = not self._in_head or self._head_bytes > 0
        started = self.cycle is not None and self.cycle.response_started and not self.cycle.response_complete
        if spoke and not started:
            self._refuse(_TIMEOUT)
        else:
            self.leave()

    def _refuse(self, status: int) -> None:
        words = _WORDS[status]
        head = b"content-type: text/plain; charset=utf-8\r\nretry-after: 5\r\nconnection: close\r\n"
        self.transport.write(STATUS_LINE[status] + head + b"content-length: %d\r\n\r\n%b" % (len(words), words))
        self.leave()
