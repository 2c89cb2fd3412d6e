"""A console's way to its hall: requests over HTTP that are cut, repeated under the same key, or given up.

Knows no rule of the hall. A server may be killed meanwhile: the request goes on at the next door that opens.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from typing import TYPE_CHECKING, Any, Protocol

from tests.bench.hall.load import fresh_id
from tests.bench.hall.place import HALL

if TYPE_CHECKING:
    from random import Random

_LOST = (OSError, asyncio.IncompleteReadError)
_AGAIN = frozenset({"idempotency_key_in_flight", "store_unavailable", "too_many_requests"})
_BROKEN = 500
_PATIENCE_S = 120.0
_PAUSE_S = 0.02


class Door(Protocol):
    """What a console knows of the hall."""

    async def ask(self, path: str, body: dict[str, Any], key: str = "") -> tuple[int, dict[str, Any]]:
        """Status and answer of a command; status 0 when the asker went away without reading the answer."""


class Cuts:
    """How often a connection is lost on purpose, and how often the asker then never asks again; for 1 request."""

    def __init__(self, cut: float = 0.02, give_up: float = 0.1, move: float = 0.01) -> None:
        self.cut, self.give_up, self.move = cut, give_up, move


class Wire:
    """One connection; `doors` are the ports of the hall's servers, as they are now."""

    def __init__(self, doors: list[int], at: int, key: str, chance: Random, cuts: Cuts) -> None:
        self._doors, self._at, self._chance, self._cuts = doors, at, chance, cuts
        self._head = f"Host: hall\r\nAuthorization: {key}\r\nContent-Type: application/json\r\n"
        self._reader: asyncio.StreamReader
        self._writer: asyncio.StreamWriter | None = None

    async def ask(self, path: str, body: dict[str, Any], key: str = "") -> tuple[int, dict[str, Any]]:
        """See Door. Raises TimeoutError when no server answers for two minutes, RuntimeError when one says 5xx."""
        said = self._request(path, json.dumps(body).encode(), key or fresh_id())
        end = time.monotonic() + _PATIENCE_S
        if self._chance.random() < self._cuts.move:
            self._elsewhere()
        while time.monotonic() < end:
            try:
                if self._chance.random() < self._cuts.cut:
                    await self._cut(said)
                    if self._chance.random() < self._cuts.give_up:
                        return 0, {}
                    continue
                status, answer = await self._asked(said)
            except _LOST:
                self._elsewhere()
                await asyncio.sleep(_PAUSE_S)
                continue
            if answer.get("code") not in _AGAIN:
                if status >= _BROKEN:
                    raise RuntimeError(f"{path} was answered {status}: {answer}")
                return status, answer
            await asyncio.sleep(_PAUSE_S)
        raise TimeoutError(path)

    def _request(self, path: str, said: bytes, key: str) -> bytes:
        first = f"POST /api/v1/halls/{HALL}/{path} HTTP/1.1\r\n{self._head}Idempotency-Key: {key}\r\n"
        return f"{first}Content-Length: {len(said)}\r\n\r\n".encode() + said

    async def _asked(self, said: bytes) -> tuple[int, dict[str, Any]]:
        await self._write(said)
        told = await self._reader.readuntil(b"\r\n\r\n")
        at = told.lower().index(b"content-length: ") + 16
        answer = await self._reader.readexactly(int(told[at : told.index(b"\r", at)]))
        return int(told[9:12]), json.loads(answer)

    async def _cut(self, said: bytes) -> None:
        """Send the request, or most of it, and hang up."""
        whole = self._chance.random() < 0.8
        await self._write(said if whole else said[:-1])
        if self._chance.random() < 0.5:
            await asyncio.sleep(self._chance.random() * 0.02)
        self.close()

    async def _write(self, said: bytes) -> None:
        if self._writer is None:
            self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self._doors[self._at])
        self._writer.write(said)
        await self._writer.drain()

    def _elsewhere(self) -> None:
        """Try the next server, where there is one."""
        self._at = (self._at + 1) % len(self._doors)
        self.close()

    async def leave(self) -> None:
        """Close for good."""
        writer = self._writer
        self.close()
        if writer is not None:
            with contextlib.suppress(OSError):
                await writer.wait_closed()

    def close(self) -> None:
        """Hang up; the next request connects anew."""
        if self._writer is not None:
            self._writer.close()
            self._writer = None
