"""A line of 200 kbit/s and 300 ms there and back, between a kiosk and its hall (CL-A15). Bytes are only held up.

Every piece pays for its heads too. A new connection costs a round trip; all connections stand in one row each way.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from typing import Self

KBIT_S = 200
ROUND_TRIP_S = 0.3
_PIECE, _HEADS = 1_400, 40  # bytes, as on a real line: TCP's and IP's heads


class ThinLine:
    """Relays TCP to `port` on this machine; `port` of its own after `async with`."""

    def __init__(self, port: int) -> None:
        self._to, self.port = port, 0
        self.opened = 0  # connections until now
        self._server: asyncio.Server | None = None
        self._relays: set[asyncio.Task[None]] = set()
        self._free_at = {"up": 0.0, "down": 0.0}  # all connections share the line

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._connected, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server is not None
        self._server.close()
        for relay in self._relays:
            relay.cancel()
        await asyncio.gather(*self._relays, return_exceptions=True)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.opened += 1
        await asyncio.sleep(ROUND_TRIP_S)  # the handshake
        try:
            there = await asyncio.open_connection("127.0.0.1", self._to)
        except OSError:
            writer.close()
            return
        for way, source, target in (("up", reader, there[1]), ("down", there[0], writer)):
            relay = asyncio.create_task(self._relay(way, source, target))
            self._relays.add(relay)
            relay.add_done_callback(self._relays.discard)

    async def _relay(self, way: str, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        under_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        deliver = asyncio.create_task(_deliver(under_way, target))
        try:
            while data := await source.read(_PIECE):
                begins = max(time.monotonic(), self._free_at[way])
                self._free_at[way] = begins + (len(data) + _HEADS) * 8 / (KBIT_S * 1000)
                under_way.put_nowait((self._free_at[way] + ROUND_TRIP_S / 2, data))
        except ConnectionError:
            pass
        finally:
            under_way.put_nowait((time.monotonic() + ROUND_TRIP_S / 2, b""))
            await deliver


async def _deliver(under_way: asyncio.Queue[tuple[float, bytes]], target: asyncio.StreamWriter) -> None:
    with contextlib.suppress(ConnectionError):
        while True:
            at, data = await under_way.get()
            await asyncio.sleep(max(0.0, at - time.monotonic()))
            if not data:
                break
            target.write(data)
            await target.drain()
    target.close()
