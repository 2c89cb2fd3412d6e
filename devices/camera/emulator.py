"""Pretends to be an HTTP camera (multipart MJPEG on 127.0.0.1), so that the real capture runs against real bytes."""

from __future__ import annotations

import asyncio
import contextlib
from enum import StrEnum
from typing import TYPE_CHECKING

from devices.camera.pictures import as_jpeg, blank

if TYPE_CHECKING:
    from cv2.typing import MatLike

BOUNDARY = b"kapokcamera"
HOST = "127.0.0.1"


class Fault(StrEnum):
    """What may be wrong with it; `heal` ends it."""

    MUTE = "mute"  # takes calls, sends nothing
    HANGING = "hanging"  # stops in the middle of a picture and keeps the line
    BROKEN = "broken"  # pictures cut off and mangled
    NOISE = "noise"  # rubbish between the pictures
    WRONG_LENGTH = "wrong_length"  # says lengths that are not true
    SLOW = "slow"  # in many small pieces
    REFUSING = "refusing"  # answers 503


class CameraEmulator:
    """A camera that sees what `show` put before it, one picture after the other and round again, `fps` a second."""

    def __init__(self, *, fps: float = 15.0, port: int = 0) -> None:
        self.fps = fps
        self._port = port
        self._views: list[bytes] = [as_jpeg(blank())]
        self._faults: set[Fault] = set()
        self._healed = asyncio.Event()
        self._server: asyncio.Server | None = None
        self._calls: set[asyncio.Task[None]] = set()
        self.sent = 0  # whole pictures, to anybody
        self._news = asyncio.Condition()

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self._port}/video"

    async def start(self) -> None:
        """Plug it in; also after `stop()`: at the same address."""
        if self._server is None:
            self._server = await asyncio.start_server(self._serve, HOST, self._port)
            self._port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """Unplug it: every line is cut at once, nobody is there any more."""
        server, self._server = self._server, None
        if server is not None:
            server.close()
        for call in list(self._calls):
            call.cancel()
        await asyncio.gather(*self._calls, return_exceptions=True)
        if server is not None:
            await server.wait_closed()

    unplug = stop
    plug = start

    def show(self, *views: MatLike | bytes) -> None:
        """Put these before it: arrays of pixels, or JPEG files as they are. None: a blank."""
        self._views = [as_jpeg(view) if not isinstance(view, bytes) else view for view in views] or [as_jpeg(blank())]

    def fail(self, fault: Fault) -> None:
        """Let something be wrong from now on."""
        self._faults.add(fault)
        self._healed.clear()

    def heal(self) -> None:
        """All is well again."""
        self._faults.clear()
        self._healed.set()

    async def wait_until_sent(self, more: int = 1) -> None:
        """Until so many more whole pictures went out."""
        target = self.sent + more
        async with self._news:
            await self._news.wait_for(lambda: self.sent >= target)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        call = asyncio.current_task()
        if call is not None:
            self._calls.add(call)
            call.add_done_callback(self._calls.discard)
        with contextlib.suppress(
            OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, asyncio.CancelledError
        ):
            await reader.readuntil(b"\r\n\r\n")
            await self._answer(writer)
        writer.transport.abort()

    async def _answer(self, writer: asyncio.StreamWriter) -> None:
        if Fault.REFUSING in self._faults:
            writer.write(b"HTTP/1.0 503 Busy\r\n\r\n")
            await writer.drain()
            return
        kind = b"Content-Type: multipart/x-mixed-replace; boundary=" + BOUNDARY
        writer.write(b"HTTP/1.0 200 OK\r\nCache-Control: no-store\r\n" + kind + b"\r\n\r\n")
        number = 0
        while True:
            if Fault.MUTE not in self._faults:
                await self._part(writer, self._views[number % len(self._views)], number)
                number += 1
            await asyncio.sleep(1 / self.fps)

    async def _part(self, writer: asyncio.StreamWriter, jpeg: bytes, number: int) -> None:
        faults = set(self._faults)
        length = len(jpeg) + (-1) ** number * 100 * (Fault.WRONG_LENGTH in faults)
        body = mangled(jpeg, number) if Fault.BROKEN in faults else jpeg
        noise = bytes(range(256)) * (Fault.NOISE in faults)
        head = b"--%s\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n" % (BOUNDARY, length)
        whole = head + body + b"\r\n" + noise
        if Fault.HANGING in faults:
            writer.write(whole[: len(head) + len(body) // 2])
            await writer.drain()
            await self._healed.wait()
            writer.transport.abort()
            raise ConnectionAbortedError
        size = max(1, len(whole) // 40) if Fault.SLOW in faults else len(whole)
        for at in range(0, len(whole), size):
            writer.write(whole[at : at + size])
            await writer.drain()
            if Fault.SLOW in faults:
                await asyncio.sleep(0.005)
        async with self._news:
            self.sent += Fault.BROKEN not in faults
            self._news.notify_all()


def mangled(jpeg: bytes, number: int) -> bytes:
    """A broken picture, another one each time: cut off, without its beginning, or not a picture at all."""
    return (jpeg[: len(jpeg) // 2], jpeg[20:], b"", b"\xff\xd8\xff\xd9", bytes(300))[number % 5]
