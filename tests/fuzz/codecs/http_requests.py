"""What anybody may send to the hall's port: heads, bodies, pipelines, cut and in pieces. A clear answer, or none."""

from __future__ import annotations

import asyncio
import re
from typing import Any

from uvicorn.server import ServerState

from hall_server.api.front import body_of, first_of_each, text
from hall_server.app.connection import Connection, HallConfig, Limits
from hall_server.contract.problems import HallProblem
from tests.fuzz.draw import Draw, pieces

ROOMS = ("hall_server.app.connection",)
LIMITS = Limits(connections=2, head_s=1e6, body_s=1e6, head_bytes=600)  # time passes only where a case says so
OURS = b"retry-after: 5"  # in what the hall itself says to whom it turns away
STATUSES = {b"100", b"200", b"400", b"408", b"413", b"431", b"503"}
_STATUS = re.compile(rb"HTTP/1\.1 ([0-9]{3}) ")
_MOST_TURNS = 12


class Wire(asyncio.Transport):
    """Keeps what is written; after it was closed it takes nothing more, as asyncio's do."""

    def __init__(self) -> None:
        super().__init__()
        self.said = self.late = b""
        self.closed = False

    def write(self, data: Any) -> None:
        if self.closed:
            self.late += data
        else:
            self.said += data

    def close(self) -> None:
        self.closed = True

    def is_closing(self) -> bool:
        return self.closed

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        return {"peername": ("127.0.0.1", 9), "sockname": ("127.0.0.1", 80)}.get(name, default)

    def pause_reading(self) -> None:
        """Nobody is stopped here."""

    def resume_reading(self) -> None:
        """Nobody was stopped."""

    def set_write_buffer_limits(self, high: int | None = None, low: int | None = None) -> None:
        """There is no buffer."""


async def answer(scope: Any, receive: Any, send: Any) -> None:
    """Reads heads and bodies with the hall's own functions."""
    headers = first_of_each(scope)
    for name in (b"authorization", b"kapok-seen", b"idempotency-key"):
        text(headers, name)
    status = 200
    try:
        await body_of(headers, receive)
    except HallProblem as problem:
        status = problem.problem().status
    await send({"type": "http.response.start", "status": status, "headers": [(b"content-length", b"0")]})
    await send({"type": "http.response.body", "body": b""})


CONFIG = HallConfig(answer, LIMITS)
CONFIG.lifespan = "off"
CONFIG.load()


def attempt(data: bytes) -> None:
    """The first bytes say how the rest comes: in which pieces, with how much time between, cut or left alone."""
    draw = Draw(data)
    size, how, rest = draw.byte(), draw.byte(), draw.rest()
    loop, wire, wrong = asyncio.new_event_loop(), Wire(), []
    loop.set_exception_handler(lambda _, context: wrong.append(context))
    state = ServerState()
    state.default_headers = []
    try:
        connection = Connection(CONFIG, state, {}, loop)
        others = [Connection(CONFIG, state, {}, loop) for _ in range(how % 3)]
        for other in (*others, connection):
            other.connection_made(wire if other is connection else Wire())
        for piece in pieces(rest, size * 8):
            if not wire.closed:
                connection.data_received(piece)
            _turns(loop, how >> 4 & 1)
        _turns(loop, _MOST_TURNS)
        if how & 8 and not wire.closed:
            connection.eof_received()
        if how & 32 and connection._deadline is not None:
            connection._too_late()
            _turns(loop, _MOST_TURNS)
        for other in (*others, connection):
            other.connection_lost(None)
        _turns(loop, _MOST_TURNS)
        assert connection._deadline is None, "a clock still runs for somebody who is gone"
        assert not state.connections
        assert connection not in CONFIG.waiting
    finally:
        _end(loop)
    assert not wrong, wrong[0]
    assert OURS not in wire.late, "somebody who was turned away is told so again"
    assert wire.said.count(OURS) <= 1
    assert set(_STATUS.findall(wire.said)) <= STATUSES, wire.said[:200]
    assert not wire.said or wire.said.startswith(b"HTTP/1.1 ")


def _turns(loop: asyncio.AbstractEventLoop, times: int) -> None:
    for _ in range(times):
        loop.call_soon(loop.stop)
        loop.run_forever()


def _end(loop: asyncio.AbstractEventLoop) -> None:
    tasks = asyncio.all_tasks(loop)
    for task in tasks:
        task.cancel()
    if tasks:
        loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
    loop.close()


TAKE = b"POST /api/v1/halls/h/tickets HTTP/1.1\r\nAuthorization: Kapok k1.secret\r\nContent-Length: 4\r\n\r\nabcd"
GET = b"GET / HTTP/1.1\r\nHost: h\r\n\r\n"
SEEDS = (
    b"\xff\x10" + GET + TAKE + GET,
    b"\x01\x18" + TAKE,
    b"\0\x21" + GET[:20],
    b"\xff\x31POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n0\r\n\r\n" + GET,
    b"\xff\0POST / HTTP/1.1\r\nContent-Length: 99999999\r\n\r\nx",
    b"\xff\0POST / HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6\r\nExpect: 100-continue\r\n\r\nabc",
    b"\x20\x12GET / HTTP/1.1\r\nA: " + b"x" * 700 + b"\r\n\r\n",
    b"\xff\x02GET / HTTP/1.0\r\nConnection: keep-alive, Upgrade\r\nUpgrade: websocket\r\n\r\n\x81\x05hello",
    b"\xff\x22\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03",
    b"\xff\0PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    b"\xff\0GET http://[::1/%zz?a=\xff HTTP/1.1\r\n\r\n",
)
