"""Plays a trace back: what the box said then, whenever the same thing is asked again. Knows no protocol, no time."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import TypedDict

from devices.errors import DeviceConfigError, DeviceLostError, DeviceProtocolError
from devices.transports.record import IN, OUT


class _Row(TypedDict):
    dir: str
    hex: str


class ReplayTransport:
    """A Transport over a file that `RecordingTransport` wrote.

    Bytes from the box come as soon as the bytes to the box that stood before them were written. Writing something else
    than the trace holds raises DeviceProtocolError; reading behind its end raises DeviceLostError.
    """

    def __init__(self, path: str | Path, *, device: str = "replay") -> None:
        self._path = Path(path)
        self._device = device
        self._steps: list[tuple[str, bytes]] = []

    async def open(self) -> None:
        try:
            rows: list[_Row] = [json.loads(line) for line in self._path.read_text(encoding="ascii").splitlines()]
            self._steps = [(row["dir"], bytes.fromhex(row["hex"])) for row in rows]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise DeviceConfigError(self._device, f"cannot read the trace {self._path}") from error

    async def write(self, data: bytes) -> None:
        rest = data
        while rest:
            direction, expected = self._steps[0] if self._steps else ("", b"")
            if direction != OUT or not (rest.startswith(expected) or expected.startswith(rest)):
                raise DeviceProtocolError(self._device, f"the trace has no such {len(data)} bytes here")
            self._steps.pop(0)
            if len(expected) > len(rest):
                self._steps.insert(0, (OUT, expected[len(rest) :]))
            rest = rest[len(expected) :]

    async def read_some(self, timeout_s: float) -> bytes:
        if not self._steps:
            raise DeviceLostError(self._device, "end of trace")
        direction, data = self._steps[0]
        if direction == IN:
            self._steps.pop(0)
            return data
        await asyncio.sleep(timeout_s)
        return b""

    async def close(self) -> None:
        self._steps = []
