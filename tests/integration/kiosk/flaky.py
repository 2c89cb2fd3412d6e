"""A bad network between kiosk and hall: a TCP proxy that loses requests, loses answers, cuts them, delays them, and
delivers requests twice. What it does next is drawn from a seed, so a failure can be played again.
"""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from contextlib import suppress
from enum import StrEnum
from typing import Self

HEAD_LIMIT = 64 * 1024


class Fate(StrEnum):
    """What becomes of one request."""

    WELL = "well"
    NEVER_ARRIVES = "never_arrives"
    ANSWER_LOST = "answer_lost"  # the hall did it, nobody hears so
    ANSWER_CUT = "answer_cut"
    TWICE = "twice"  # the hall gets it twice, one after the other
    LATE = "late"  # held back until another request has gone by


class FlakyNetwork:
    """Stands on a port of its own before the hall's. `fates` weighs what may happen; streams are always cut."""

    def __init__(self, port: int, seed: int = 1, fates: dict[Fate, int] | None = None) -> None:
        self._hall = port
        self._random = random.Random(seed)
        self.fates = fates or dict.fromkeys(Fate, 1)
        self.port = 0
        self.happened: Counter[Fate] = Counter()
        self._server: asyncio.Server | None = None
        self._moved = asyncio.Event()
        self._talks: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._talk, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server is not None
        self._server.close()
        for talk in list(self._talks):
            talk.cancel()
        await asyncio.gather(*self._talks, return_exceptions=True)
        await self._server.wait_closed()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._talks.add(task)
        try:
            with suppress(OSError, asyncio.IncompleteReadError):
                while await self._one(reader, writer):
                    pass
        finally:
            self._talks.discard(task)
            writer.close()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        request = await _message(reader)
        if b"/stream" in request.split(b"\r\n", 1)[0]:
            return False
        fate = self._random.choices(list(self.fates), list(self.fates.values()))[0]
        self.happened[fate] += 1
        if fate is Fate.NEVER_ARRIVES:
            return False
        if fate is Fate.LATE:
            await self._until_another()
        if fate is Fate.TWICE:
            await self._ask(request)
        answer = await self._ask(request)
        self._moved.set()
        if fate is Fate.ANSWER_LOST:
            return False
        writer.write(answer[: len(answer) // 2] if fate is Fate.ANSWER_CUT else answer)
        await writer.drain()
        return fate is not Fate.ANSWER_CUT

    async def _until_another(self) -> None:
        self._moved.clear()
        with suppress(TimeoutError):
            async with asyncio.timeout(0.3):
                await self._moved.wait()

    async def _ask(self, request: bytes) -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", self._hall)
        try:
            writer.write(request)
            await writer.drain()
            return await _message(reader)
        finally:
            writer.close()


async def _message(reader: asyncio.StreamReader) -> bytes:
    """One HTTP message with its body."""
    head = await reader.readuntil(b"\r\n\r\n")
    assert len(head) < HEAD_LIMIT
    length = next(
        (int(line.split(b":")[1]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")), 0
    )
    return head + await reader.readexactly(length)
