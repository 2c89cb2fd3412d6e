"""Connections that keep silent, stop half-way or talk too much: the hall goes on answering everybody else."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import time
from typing import TYPE_CHECKING, Any

import pytest
import requests
import uvicorn
from uvicorn.server import ServerState

from hall_server.app.connection import Connection, HallConfig, Limits
from kiosk.runner.hall_watch import Pace
from tests.children import ENDS_WITH_US
from tests.integration.hall_server.served import Served

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

OPEN_FILES = 160  # what the process of the first test may open
LIMITS = Limits(connections=2, head_s=0.2, body_s=0.2, head_bytes=1_000, idle_s=1)
GOOD = b"GET / HTTP/1.1\r\nHost: hall\r\n\r\n"


def test_two_hundred_silent_connections_keep_nobody_out(tmp_path: Path) -> None:
    served = Served(tmp_path / "data")
    served.before = (*ENDS_WITH_US, "prlimit", f"--nofile={OPEN_FILES}")
    served.start()
    silent: list[socket.socket] = []
    host, port = served.address.removeprefix("http://").split(":")
    try:
        silent += [socket.create_connection((host, int(port)), timeout=10) for _ in range(200)]
        for _ in range(3):
            assert requests.get(f"{served.address}/api/v1/health", timeout=10).status_code == 200
    finally:
        for one in silent:
            one.close()
        assert served.stop() == 0


async def _echo(scope: Any, receive: Any, send: Any) -> None:
    """Reads a body to its end; /stream never ends."""
    body = b""
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return
        body += message.get("body", b"")
        if not message.get("more_body"):
            break
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"%d" % len(body))]})
    if scope["path"] == "/stream":
        await receive()
    await send({"type": "http.response.body", "body": body})


@pytest.fixture
async def port() -> AsyncIterator[int]:
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(HallConfig(_echo, LIMITS))
    server.config.lifespan = "off"
    serving = asyncio.create_task(server._serve(sockets=[listener]))
    yield listener.getsockname()[1]
    server.should_exit = True
    await serving


async def said(port: int, data: bytes, then: bytes = b"") -> bytes:
    """Everything the server says until it closes."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(data)
    with contextlib.suppress(ConnectionError):
        await writer.drain()
        writer.write(then)
        heard = await reader.read()
        writer.close()
        return heard
    return b""


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (b"", b""),
        (b"GET / HTTP/1.1\r\nHost: ha", b"HTTP/1.1 408"),
        (b"\r\n\r\n", b"HTTP/1.1 408"),
        (b"POST / HTTP/1.1\r\nHost: hall\r\nContent-Length: 1000\r\n\r\nx", b"HTTP/1.1 408"),
        (GOOD + GOOD[:9], b"HTTP/1.1 200"),
        (b"GET / HTTP/1.1\r\nCookie: " + b"x" * 2_000 + b"\r\n\r\n", b"HTTP/1.1 431"),
        (b"GET / HTTP/1.1\r\nCookie: " + b"x" * 2_000, b"HTTP/1.1 431"),
        (b"POST / HTTP/1.1\r\nA: " + b"x" * 2_000 + b"\r\nContent-Length: 3\r\n\r\nabc", b"HTTP/1.1 431"),
    ],
)
async def test_a_request_that_never_ends_or_has_no_bounds_is_ended_with_a_clear_answer(
    port: int, data: bytes, status: bytes
) -> None:
    assert (await said(port, data))[: len(status) or None] == status


async def test_a_body_is_read_and_the_connection_serves_the_next_request(port: int) -> None:
    long = b"POST / HTTP/1.1\r\nHost: hall\r\nContent-Length: 5000\r\n\r\n" + b"y" * 5_000
    heard = await said(port, long, b"GET / HTTP/1.1\r\nHost: hall\r\nConnection: close\r\n\r\n")
    assert heard.count(b"HTTP/1.1 200") == 2
    assert heard.count(b"y") == 5_000


async def test_between_two_requests_a_connection_stays_open_for_its_time_and_no_longer(port: int) -> None:
    began = time.monotonic()
    heard = await said(port, GOOD)
    assert heard.startswith(b"HTTP/1.1 200")
    assert LIMITS.idle_s <= time.monotonic() - began < 5 * LIMITS.idle_s


def test_a_hall_keeps_a_kiosks_connection_from_one_look_to_the_next() -> None:
    assert Limits(connections=1).idle_s > Pace().trust_s + Pace().streaming_s


async def test_a_full_house_sends_a_silent_guest_away_first_and_refuses_only_when_all_are_served(port: int) -> None:
    quiet, quiet_out = await asyncio.open_connection("127.0.0.1", port)
    streams = [await _streaming(port), await _streaming(port)]
    assert await quiet.read() == b""  # left for the second stream
    assert (await said(port, b"")).startswith(b"HTTP/1.1 503")
    for writer in (quiet_out, *streams):
        writer.close()


async def _streaming(port: int) -> asyncio.StreamWriter:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(GOOD.replace(b"GET / ", b"GET /stream "))
    await asyncio.sleep(0)
    assert (await reader.readline()).startswith(b"HTTP/1.1 200")
    return writer


async def test_a_connection_that_was_refused_and_never_reads_is_told_nothing_more() -> None:
    wire = Closing()
    config = HallConfig(_echo, LIMITS)
    connection = Connection(config, ServerState(), {}, asyncio.get_running_loop())
    connection.connection_made(wire)
    connection.data_received(b"\x16\x03\x01 no HTTP\r\n\r\n")
    assert (wire.said.count(b"HTTP/1.1"), wire.is_closing()) == (1, True)
    connection._too_late()
    assert wire.said.count(b"HTTP/1.1") == 1
    connection.connection_lost(None)


class Closing(asyncio.Transport):
    """A wire whose peer does not read: closed, and not gone."""

    def __init__(self) -> None:
        super().__init__()
        self.said, self._closed = b"", False

    def write(self, data: Any) -> None:
        self.said += data

    def close(self) -> None:
        self._closed = True

    def is_closing(self) -> bool:
        return self._closed
