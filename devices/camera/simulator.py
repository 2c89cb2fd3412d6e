"""Stands in for having no camera: the same port, shown pictures by a script. Knows no wire and no process."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from devices.errors import DeviceLostError
from devices.values.camera import CHANNELS, CameraCapabilities, CameraStatus, Frame, Lens
from devices.values.health import Health

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

PAUSE_S = 0.02  # between two pictures of the same view


class SimulatedCamera:
    """`Camera` that sees what `show` puts before it: a grey area of 64 × 48 at first."""

    def __init__(self, *, device: str = "camera") -> None:
        self._device = device
        self.capabilities = CameraCapabilities()
        self._view = (64, 48, b"\x80" * (64 * 48 * CHANNELS))
        self._sequence = 0
        self._plugged, self._open = True, False

    async def open(self) -> None:
        if not self._plugged:
            raise DeviceLostError(self._device, "unplugged")
        self._open, self._sequence = True, 0

    async def frames(self) -> AsyncGenerator[Frame, None]:
        while True:
            if not self._plugged:
                raise DeviceLostError(self._device, "unplugged")
            if not self._open:
                return
            self._sequence += 1
            yield Frame(self._sequence, *self._view, time.monotonic())
            await asyncio.sleep(PAUSE_S)

    async def status(self) -> CameraStatus:
        if self._plugged and self._open:
            return CameraStatus(Health.NORMAL, "", Lens.OK, *self._view[:2])
        return CameraStatus(Health.FAULT, DeviceLostError.code, Lens.INOP)

    async def close(self) -> None:
        self._open = False

    def show(self, width: int, height: int, pixels: bytes) -> None:
        """Put a picture before it: rows of blue, green, red. Raises ValueError when the size is another one."""
        if len(pixels) != width * height * CHANNELS:
            raise ValueError("pixels do not fill the picture")
        self._view = (width, height, pixels)

    def unplug(self) -> None:
        """Pull the cable: `frames` and `open` raise DeviceLostError until `plug`."""
        self._plugged = self._open = False

    def plug(self) -> None:
        """Plug the cable in again; the owner must `open` anew."""
        self._plugged = True
