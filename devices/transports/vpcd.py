"""vpcd's protocol from the card's side: two bytes of length, big endian, then so many bytes, both ways.

A message of one byte is a control of the reader's (`OFF`, `ON`, `RESET`, `ASK_ATR`), a longer one is for the chip.
Knows no chip.
"""

from __future__ import annotations

import asyncio
import socket

from devices.errors import DeviceLostError

OFF, ON, RESET, ASK_ATR = b"\0", b"\1", b"\2", b"\4"  # only the last one is answered
LENGTH_BYTES = 2


class VpcdLine:
    """The connection that is a card in its slot; closing it takes the card out."""

    def __init__(self, connection: socket.socket, *, device: str = "smart_card") -> None:
        connection.settimeout(0)
        self._connection = connection
        self._device = device

    async def receive(self) -> bytes:
        """The next message. Raises DeviceLostError when the reader is gone."""
        length = int.from_bytes(await self._exactly(LENGTH_BYTES), "big")
        return await self._exactly(length)

    async def send(self, data: bytes) -> None:
        """An answer. Raises DeviceLostError when the reader is gone."""
        message = len(data).to_bytes(LENGTH_BYTES, "big") + data
        try:
            await asyncio.get_running_loop().sock_sendall(self._connection, message)
        except OSError as error:
            raise DeviceLostError(self._device, str(error)) from error

    def close(self) -> None:
        """Take the card out; closing twice is allowed."""
        self._connection.close()

    async def _exactly(self, length: int) -> bytes:
        """So many bytes. vpcd sends length and body apart and waits for our ACK in between: QUICKACK saves 50 ms."""
        loop, data = asyncio.get_running_loop(), b""
        try:
            while len(data) < length:
                self._connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
                piece = await loop.sock_recv(self._connection, length - len(data))
                if not piece:
                    raise DeviceLostError(self._device, "the reader is gone")
                data += piece
        except OSError as error:
            raise DeviceLostError(self._device, str(error)) from error
        return data
