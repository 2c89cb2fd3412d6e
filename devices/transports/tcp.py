"""A TCP connection to a box or a terminal server. Knows no protocol."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct

from devices.errors import DeviceLostError

CONNECT_TIMEOUT_S = 3.0
WRITE_STALL_S = 10.0
CHUNK_BYTES = 4096


class TcpTransport:
    """Byte stream over TCP; every loss, refusal or stall is a DeviceLostError."""

    def __init__(
        self, host: str, port: int, *, device: str = "tcp", connect_timeout_s: float = CONNECT_TIMEOUT_S
    ) -> None:
        self._host = host
        self._port = port
        self._device = device
        self._connect_timeout_s = connect_timeout_s
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def open(self) -> None:
        await self.close()
        try:
            async with asyncio.timeout(self._connect_timeout_s):
                self._streams = await asyncio.open_connection(self._host, self._port)
        except (OSError, TimeoutError) as error:
            raise DeviceLostError(self._device, f"cannot reach {self._host}:{self._port}: {error}") from error

    async def write(self, data: bytes) -> None:
        _, writer = self._open_streams()
        try:
            writer.write(data)
            async with asyncio.timeout(WRITE_STALL_S):
                await writer.drain()
        except (OSError, TimeoutError) as error:
            raise DeviceLostError(self._device, str(error) or "write stalled") from error

    async def read_some(self, timeout_s: float) -> bytes:
        reader, _ = self._open_streams()
        try:
            async with asyncio.timeout(timeout_s):
                data = await reader.read(CHUNK_BYTES)
        except TimeoutError:
            return b""
        except OSError as error:
            raise DeviceLostError(self._device, str(error)) from error
        if not data:
            raise DeviceLostError(self._device, "closed")
        return data

    async def close(self) -> None:
        if self._streams is None:
            return
        _, writer = self._streams
        self._streams = None
        _reset_on_close(writer)
        writer.transport.abort()  # not close(): that would wait for a box that takes no more bytes
        with contextlib.suppress(OSError):
            await writer.wait_closed()

    def _open_streams(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if self._streams is None:
            raise DeviceLostError(self._device, "not open")
        return self._streams


def _reset_on_close(writer: asyncio.StreamWriter) -> None:
    """Unsent bytes are thrown away: half a slip that was given up must not come out when the box goes on."""
    sock = writer.get_extra_info("socket")
    if sock is not None:
        with contextlib.suppress(OSError):  # gone already
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
