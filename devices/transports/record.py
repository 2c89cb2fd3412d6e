"""Wraps any wire and writes down what goes over it. Only on explicit request: a card read is personal data."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from devices.errors import DeviceConfigError

if TYPE_CHECKING:
    from collections.abc import Callable

    from devices.ports.transport import Transport

OUT, IN = ">", "<"  # to the box, from the box


class RecordingTransport:
    """A Transport that notes each write and read as one JSON line: {"at": seconds, "dir": ">" or "<", "hex": …}.

    The file is readable by its owner only and is never overwritten. Raises DeviceConfigError on open when it cannot be
    made. `clock` gives seconds that never go back.
    """

    def __init__(
        self,
        inner: Transport,
        path: str | Path,
        *,
        device: str = "trace",
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._inner = inner
        self._path = Path(path)
        self._device = device
        self._clock = clock
        self._file: TextIO | None = None
        self._began = 0.0

    async def open(self) -> None:
        if self._file is None:
            self._file = self._create()
            self._began = self._clock()
        await self._inner.open()

    async def write(self, data: bytes) -> None:
        self._note(OUT, data)
        await self._inner.write(data)

    async def read_some(self, timeout_s: float) -> bytes:
        data = await self._inner.read_some(timeout_s)
        if data:
            self._note(IN, data)
        return data

    async def close(self) -> None:
        await self._inner.close()
        if self._file is not None:
            self._file.close()
            self._file = None

    def _create(self) -> TextIO:
        try:
            descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except OSError as error:
            raise DeviceConfigError(self._device, f"cannot write a trace: {error}") from error
        return os.fdopen(descriptor, "w", encoding="ascii", buffering=1)

    def _note(self, direction: str, data: bytes) -> None:
        if self._file is not None:
            row = {"at": round(self._clock() - self._began, 6), "dir": direction, "hex": data.hex()}
            self._file.write(json.dumps(row) + "\n")
