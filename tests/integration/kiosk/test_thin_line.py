"""CL-A15: a number over a line of 200 kbit/s and 300 ms is one round trip: the connection is there already.

The line is made by `tests.bench.kiosk.thin_line`; `make bench-kiosk` takes a thousand numbers over it.
"""

from __future__ import annotations

import asyncio
import time
import uuid
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest

from hall_server.contract.messages import TakeTicket
from hall_server.contract.vocabulary import PrintAnswer
from kiosk.hall_client import HallClient
from tests.bench.kiosk.thin_line import KBIT_S, ROUND_TRIP_S, ThinLine
from tests.integration.kiosk.programs import RealHall

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path


@pytest.fixture
async def port() -> AsyncIterator[int]:
    """Somebody who says everything again."""

    async def again(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while said := await reader.read(65536):
            writer.write(said)
        writer.close()

    server = await asyncio.start_server(again, "127.0.0.1", 0)
    yield server.sockets[0].getsockname()[1]
    server.close()


async def test_the_line_takes_its_round_trip_and_its_time_for_every_byte(port: int) -> None:
    async with ThinLine(port) as line:
        reader, writer = await asyncio.open_connection("127.0.0.1", line.port)
        took = []
        for said in (b"the handshake", b"a word", b"x" * 5_000):
            began = time.monotonic()
            writer.write(said)
            assert await reader.readexactly(len(said)) == said
            took.append(time.monotonic() - began)
        writer.close()
    handshake, word, letter = took
    assert handshake >= 2 * ROUND_TRIP_S
    assert ROUND_TRIP_S <= word < 2 * ROUND_TRIP_S
    assert letter >= ROUND_TRIP_S + 5_000 * 8 / (KBIT_S * 1000)  # there, and back piece by piece behind it


async def in_threads(*works: Callable[[], object]) -> float:
    """Each in a thread of its own, side by side: how long the slowest took."""
    began = time.monotonic()
    await asyncio.gather(*(asyncio.to_thread(work) for work in works))
    return time.monotonic() - began


async def test_a_number_needs_no_new_connection_whatever_thread_asks_for_it(tmp_path: Path) -> None:
    async with RealHall(tmp_path) as hall:
        access = hall.access()
        async with ThinLine(int(access.server.rpartition(":")[2])) as line:
            client = HallClient(replace(access, server=f"http://127.0.0.1:{line.port}", answer_timeout_s=5.0))
            await in_threads(client.now, client.trust)
            for _ in range(3):
                number = str(uuid.uuid4())
                took = await in_threads(partial(client.take, number, TakeTicket(item="i05")))
                assert took >= ROUND_TRIP_S
                await in_threads(partial(client.confirm_print, number, PrintAnswer.PAPER))
            assert line.opened == 2
            client.close()
