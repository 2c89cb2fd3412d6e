"""The reading end of a named pipe: where an emulator sits, while a driver writes to `file://…`. Knows no protocol."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from devices.errors import DeviceLostError
from devices.transports.descriptor import DescriptorStream

if TYPE_CHECKING:
    from pathlib import Path


class PipeEnd:
    """A Transport of one direction: what is written here is lost, as with a node that can only be written to.

    Opening makes the pipe; closing takes it away, and whoever writes finds it broken.
    """

    def __init__(self, path: Path, *, device: str = "pipe") -> None:
        self._path = path
        self._device = device
        self._ends: tuple[int, int] | None = None
        self._stream: DescriptorStream | None = None

    async def open(self) -> None:
        await self.close()
        os.mkfifo(self._path, 0o600)
        ours = os.open(self._path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        # We hold a writing end as well: without it, every driver that closes would be an end of file.
        self._ends = (ours, os.open(self._path, os.O_WRONLY | os.O_NONBLOCK | os.O_CLOEXEC))
        self._stream = DescriptorStream(ours, self._device)

    async def write(self, data: bytes) -> None:
        """Nobody hears it."""

    async def read_some(self, timeout_s: float) -> bytes:
        if self._stream is None:
            raise DeviceLostError(self._device, "not open")
        return await self._stream.read_some(timeout_s)

    async def close(self) -> None:
        if self._stream is not None:
            self._stream.detach()
            self._stream = None
        if self._ends is not None:
            for end in self._ends:
                os.close(end)
            self._ends = None
            self._path.unlink(missing_ok=True)
