from __future__ import annotations

import asyncio
from typing import Any

import msgspec
import pytest

from hall_server.contract.messages import EventView
from hall_server.contract.vocabulary import ActorKind, Move, TicketState
from hall_server.push.hub import Hub
from hall_server.push.stream import AT_ONCE, Stream, said_by

EVENT = EventView(1, 0, Move.CALL, "t", "A001", "A", TicketState.CALLED, ActorKind.CLERK)


class Reader:
    """The other end of an ASGI connection: what was sent, and a way to hang up."""

    def __init__(self) -> None:
        self.sent: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.gone = asyncio.Event()

    async def receive(self) -> dict[str, Any]:
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: dict[str, Any]) -> None:
        await self.sent.put(message)

    async def heard(self) -> bytes:
        message = await self.sent.get()
        return bytes(message.get("body", b""))


async def listening(hub: Hub, after: int | None = None, beat_s: float = 60.0) -> tuple[Reader, asyncio.Task[None]]:
    reader = Reader()
    task = asyncio.create_task(Stream(hub, "7", beat_s).run(after, reader.receive, reader.send))
    assert (await reader.sent.get())["status"] == 200
    assert await reader.heard() == b'event: build\ndata: {"build":"7"}\n\n'
    return reader, task


async def test_news_goes_out_and_a_reader_that_hangs_up_is_forgotten() -> None:
    hub = Hub()
    reader, task = await listening(hub)
    hub.announce(1, [EVENT])
    assert (await reader.heard()).startswith(b'event: news\nid: 1\ndata: {"n":1,"events":[{"n":1,')
    reader.gone.set()
    await task
    assert len(hub) == 0
    assert reader.sent.empty()


async def test_a_bare_reader_is_woken_and_told_nothing_else() -> None:
    hub, reader = Hub(), Reader()
    task = asyncio.create_task(Stream(hub, "7", 60.0).run(0, reader.receive, reader.send, bare=True))
    await reader.sent.get()
    await reader.heard()
    for n in (1, 2):
        hub.announce(n, [EVENT])
        assert await reader.heard() == b'event: news\nid: %d\ndata: {"n":%d}\n\n' % (n, n)
    reader.gone.set()
    await task


async def test_a_quiet_stream_beats() -> None:
    hub = Hub(4)
    reader, task = await listening(hub, beat_s=0.001)
    for _ in range(3):
        assert await reader.heard() == b'event: beat\ndata: {"n":4}\n\n'
    reader.gone.set()
    await task


async def test_what_was_missed_goes_out_first() -> None:
    hub = Hub()
    hub.announce(1, [EVENT])
    reader, task = await listening(hub, after=0)
    assert b"id: 1" in await reader.heard()
    reader.gone.set()
    await task


async def test_a_closing_hall_ends_the_stream() -> None:
    hub = Hub()
    reader, task = await listening(hub, after=0)
    hub.close()
    await task
    assert await reader.sent.get() == {"type": "http.response.body", "body": b"", "more_body": False}


class Narrow(Reader):
    """A connection that takes nothing while it is full, as a server's does: it waits first, then writes."""

    def __init__(self) -> None:
        super().__init__()
        self.room = asyncio.Event()
        self.room.set()
        self.broken = False

    async def send(self, message: dict[str, Any]) -> None:
        await self.room.wait()
        if self.broken:
            raise OSError("gone")
        await super().send(message)


async def narrow(hub: Hub) -> tuple[Narrow, asyncio.Task[None]]:
    reader = Narrow()
    task = asyncio.create_task(Stream(hub, "7", 60.0).run(None, reader.receive, reader.send))
    await reader.sent.get()
    await reader.heard()
    return reader, task


async def test_news_is_sent_before_announcing_ends_where_the_connection_has_room() -> None:
    hub = Hub()
    reader, task = await narrow(hub)
    hub.announce(1, [EVENT])
    assert not reader.sent.empty()
    reader.gone.set()
    await task


async def test_a_full_connection_gets_everything_once_and_in_order_when_it_has_room_again() -> None:
    hub = Hub()
    reader, task = await narrow(hub)
    reader.room.clear()
    for n in (1, 2, 3):
        hub.announce(n, [msgspec.structs.replace(EVENT, n=n)])
    await asyncio.sleep(0)  # the stream's task waits now
    hub.announce(4, [msgspec.structs.replace(EVENT, n=4)])
    assert reader.sent.empty()
    reader.room.set()
    heard = b""
    while b"id: 4\n" not in heard:
        heard += await reader.heard()
    assert [heard.count(b'{"n":%d,"at"' % n) for n in (1, 2, 3, 4)] == [1, 1, 1, 1]
    assert heard.index(b"id: 3\n") < heard.index(b"id: 4\n")
    hub.announce(5, [msgspec.structs.replace(EVENT, n=5)])
    assert b"id: 5\n" in await reader.heard()
    reader.gone.set()
    await task


async def test_a_connection_that_breaks_harms_nobody_else() -> None:
    hub = Hub()
    broken, task = await narrow(hub)
    well, other = await narrow(hub)
    broken.broken = True
    hub.announce(1, [EVENT])
    assert b"id: 1\n" in await well.heard()
    with pytest.raises(OSError, match="gone"):
        await task
    assert len(hub) == 1
    well.gone.set()
    await other


async def test_a_server_that_can_write_at_once_is_asked_first_and_send_gets_what_it_would_not_take() -> None:
    hub, reader, said, room = Hub(), Reader(), list[bytes](), [True]

    def say(words: bytes) -> bool:
        if room[0]:
            said.append(words)
        return room[0]

    assert said_by({"extensions": {AT_ONCE: {"open": lambda: say}}}) is say
    assert said_by({}) is None
    task = asyncio.create_task(Stream(hub, "7", 60.0).run(None, reader.receive, reader.send, say=say))
    await reader.sent.get()
    await reader.heard()
    hub.announce(1, [EVENT])
    room[0] = False
    hub.announce(2, [EVENT])
    hub.announce(3, [EVENT])
    both = await reader.heard()
    assert both.startswith(b"event: news\nid: 3\n")
    assert both.count(b'"move"') == 2
    await asyncio.sleep(0)  # it listens again
    room[0] = True
    hub.announce(4, [EVENT])
    assert [words.split(b"\n")[1] for words in said] == [b"id: 1", b"id: 4"]
    assert said[0].endswith(b"\n\n")
    reader.gone.set()
    await task
    assert reader.sent.empty()
