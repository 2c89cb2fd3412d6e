"""A device node or named pipe that takes bytes: /dev/usb/lp0 and its like. Knows no protocol, no baud rate.

Many such nodes only take. What can be read is read; from the others nothing ever comes, which is no error here.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import select
import stat
from pathlib import Path

from devices.errors import DeviceLostError
from devices.transports.descriptor import WRITE_STALL_S, DescriptorStream


class FileTransport:
    """Writes to what is there already; makes no file. A box that takes nothing for `write_stall_s` counts as lost.

    What the kernel has taken cannot be called back by closing.
    """

    def __init__(self, path: str, *, device: str = "file", write_stall_s: float = WRITE_STALL_S) -> None:
        self._path = path
        self._device = device
        self._write_stall_s = write_stall_s
        self._fd = -1
        self._is_plain = self._reads = False
        self._stream: DescriptorStream | None = None
        self._closed = asyncio.Event()

    async def open(self) -> None:
        await self.close()
        try:
            self._fd, self._reads = self._opened()
        except OSError as error:  # not there, not allowed, in use, or a pipe at which nobody listens
            raise DeviceLostError(self._device, f"cannot open {self._path}: {error.strerror}") from error
        self._is_plain = not _polls(self._fd)
        self._stream = DescriptorStream(self._fd, self._device, write_stall_s=self._write_stall_s)
        self._closed = asyncio.Event()

    def _opened(self) -> tuple[int, bool]:
        flags = os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
        if stat.S_ISCHR(Path(self._path).stat().st_mode):
            with contextlib.suppress(PermissionError):  # it may be allowed to write only
                return os.open(self._path, os.O_RDWR | flags), True
        return os.open(self._path, os.O_WRONLY | os.O_APPEND | flags), False

    async def write(self, data: bytes) -> None:
        stream = self._open_stream()
        if not self._is_plain:
            await stream.write(data)
            return
        try:
            while data:
                data = data[os.write(self._fd, data) :]
        except OSError as error:
            raise DeviceLostError(self._device, str(error)) from error

    async def read_some(self, timeout_s: float) -> bytes:
        stream = self._open_stream()
        if self._reads and not self._is_plain:
            return await stream.read_some(timeout_s)
        try:
            async with asyncio.timeout(timeout_s):
                await self._closed.wait()
        except TimeoutError:
            return b""
        raise DeviceLostError(self._device, "closed")

    async def close(self) -> None:
        if self._stream is not None:
            self._stream.detach()
            self._stream = None
            os.close(self._fd)
            self._closed.set()

    def _open_stream(self) -> DescriptorStream:
        if self._stream is None:
            raise DeviceLostError(self._device, "not open")
        return self._stream


def _polls(descriptor: int) -> bool:
    """False for what is always ready, as plain files are: the loop's selector does not take that."""
    with select.epoll() as selector:
        try:
            selector.register(descriptor, 0)
        except PermissionError:
            return False
    return True
