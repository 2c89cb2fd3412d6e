"""Reads and writes of one non-blocking file descriptor on the running loop. Shared by serial and pty; knows neither."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING

from devices.errors import DeviceLostError

if TYPE_CHECKING:
    from collections.abc import Callable

CHUNK_BYTES = 4096
WRITE_STALL_S = 10.0  # a box that takes no byte for so long (flow control) counts as lost


class WriteStalledError(DeviceLostError):
    """The other side takes no more bytes."""


class DescriptorStream:
    """Waits by the loop's selector, so nothing polls; closing wakes whoever waits with DeviceLostError.

    It does not own the descriptor: the owner calls `detach()` first and closes it afterwards.
    """

    def __init__(self, descriptor: int, device: str, *, write_stall_s: float = WRITE_STALL_S) -> None:
        self._fd = descriptor
        self._device = device
        self._write_stall_s = write_stall_s
        self._loop = asyncio.get_running_loop()
        self._waiting: set[asyncio.Future[None]] = set()
        self._detached = False

    async def read_some(self, timeout_s: float) -> bytes:
        """At least one byte, or b"" when none came in `timeout_s` seconds. Raises DeviceLostError."""
        if not await self._ready(self._loop.add_reader, self._loop.remove_reader, timeout_s):
            return b""
        try:
            data = os.read(self._fd, CHUNK_BYTES)
        except BlockingIOError:  # readiness was for bytes that a flush has taken away
            return b""
        except OSError as error:  # EIO: the other side hung up
            raise DeviceLostError(self._device, str(error)) from error
        if not data:
            raise DeviceLostError(self._device, "end of file")
        return data

    async def write(self, data: bytes) -> None:
        """Send all of `data`. Raises DeviceLostError when the wire is gone or takes nothing for `write_stall_s`."""
        rest = memoryview(data)
        while rest:
            if not await self._ready(self._loop.add_writer, self._loop.remove_writer, self._write_stall_s):
                raise WriteStalledError(self._device, "write stalled")
            try:
                rest = rest[os.write(self._fd, rest) :]
            except BlockingIOError:
                continue
            except OSError as error:
                raise DeviceLostError(self._device, str(error)) from error

    def detach(self) -> None:
        """Let go of the descriptor and wake all waiters; to be called before the descriptor is closed."""
        if self._detached:
            return
        self._detached = True
        self._loop.remove_reader(self._fd)
        self._loop.remove_writer(self._fd)
        for waiter in self._waiting:
            if not waiter.done():
                waiter.set_exception(DeviceLostError(self._device, "closed"))

    async def _ready(self, add: Callable[..., None], remove: Callable[[int], bool], timeout_s: float) -> bool:
        if self._detached:
            raise DeviceLostError(self._device, "closed")
        waiter: asyncio.Future[None] = self._loop.create_future()
        try:
            add(self._fd, _wake, waiter)
        except OSError as error:  # /dev/null and the like, where nothing ever comes
            raise DeviceLostError(self._device, "no line that can be waited for") from error
        self._waiting.add(waiter)
        try:
            async with asyncio.timeout(timeout_s):
                await waiter
        except TimeoutError:
            return False
        finally:
            self._waiting.discard(waiter)
            if not self._detached:  # after that the number may belong to another file
                remove(self._fd)
        return True


def _wake(waiter: asyncio.Future[None]) -> None:
    if not waiter.done():
        waiter.set_result(None)
