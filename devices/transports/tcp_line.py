"""The far end of a TCP connection, on 127.0.0.1: where an emulator sits, as if behind a terminal server."""

from __future__ import annotations

import asyncio
import contextlib

from devices.errors import DeviceLostError

CHUNK_BYTES = 4096


class TcpLine:
    """A Transport for the emulator. A later guest takes the line over; without one, what is said is lost.

    `port` 0 is any free one, kept from then on. Closing is unplugging: the driver's side is cut off.
    """

    def __init__(self, port: int = 0, *, device: str = "tcp_line") -> None:
        self._port = port
        self._device = device
        self._server: asyncio.Server | None = None
        self._guest: asyncio.StreamWriter | None = None
        self._guests: set[asyncio.Task[None]] = set()
        self._inbox = bytearray()
        self._news = asyncio.Event()

    @property
    def path(self) -> str:
        """What a driver's `address` has to be."""
        return f"tcp://127.0.0.1:{self._port}"

    async def open(self) -> None:
        await self.close()
        self._inbox.clear()
        self._news = asyncio.Event()
        self._server = await asyncio.start_server(self._welcome, "127.0.0.1", self._port)
        self._port = self._server.sockets[0].getsockname()[1]

    async def write(self, data: bytes) -> None:
        self._check()
        if self._guest is not None:
            with contextlib.suppress(OSError):  # the guest has left: a box does not mind
                self._guest.write(data)
                await self._guest.drain()

    async def read_some(self, timeout_s: float) -> bytes:
        self._check()
        if not self._inbox:
            self._news.clear()
            try:
                async with asyncio.timeout(timeout_s):
                    await self._news.wait()
            except TimeoutError:
                return b""
            self._check()
        data = bytes(self._inbox)
        self._inbox.clear()
        return data

    async def close(self) -> None:
        server, self._server, self._guest = self._server, None, None
        self._news.set()
        if server is None:
            return
        server.close()
        for task in list(self._guests):
            task.cancel()
        await asyncio.gather(*self._guests, return_exceptions=True)

    async def _welcome(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task is not None:
            self._guests.add(task)
            task.add_done_callback(self._guests.discard)
        self._guest = writer
        try:
            while data := await reader.read(CHUNK_BYTES):
                if self._guest is writer:
                    self._inbox += data
                    self._news.set()
        except (OSError, asyncio.CancelledError):
            return  # a cancelled one must not end so: asyncio would log it as a fault of the program
        finally:
            if self._guest is writer:
                self._guest = None
            writer.transport.abort()

    def _check(self) -> None:
        if self._server is None:
            raise DeviceLostError(self._device, "not open")
