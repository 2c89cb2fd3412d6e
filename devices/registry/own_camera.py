"""A camera that is opened in this very process: for processes that are there for pictures anyway. Loads OpenCV."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from devices.camera.source import Newest, Source, open_source
from devices.errors import DeviceError, DeviceLostError
from devices.values.camera import CameraCapabilities, CameraStatus, Frame, Lens
from devices.values.health import Health

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from devices.camera.source import Shot

WITHIN_S = 6.0  # longer than a camera may be silent: the source says it first


class OwnCamera:
    """`Camera` without a process of its own; at the `address` of a `CaptureCamera`."""

    def __init__(self, address: str, *, width: int = 0, height: int = 0, device: str = "camera") -> None:
        self._address, self._device = address, device
        self.capabilities = CameraCapabilities(width, height)
        self._source: Source | None = None
        self._newest: Newest | None = None
        self._status = CameraStatus(Health.INIT)

    async def open(self) -> None:
        await self.close()
        self._source = await asyncio.to_thread(self._opened)
        self._newest = Newest(self._source)
        await self._after(self._newest, 0)

    async def frames(self) -> AsyncGenerator[Frame, None]:
        last, newest = 0, self._newest
        while newest is not None and newest is self._newest:
            try:
                shot = await self._after(newest, last)
            except DeviceError as error:
                if newest is not self._newest:
                    return
                raise DeviceLostError(self._device, f"{error.code}: {error.detail}") from error
            last = shot.sequence
            height, width = shot.image.shape[:2]
            yield Frame(last, width, height, shot.image.tobytes(), shot.at)
            del shot  # not to be kept while waiting for the next

    async def status(self) -> CameraStatus:
        if self._newest is not None:
            self._newest.check()
        return self._status

    async def close(self) -> None:
        source, self._source, self._newest = self._source, None, None
        self._status = CameraStatus(Health.FAULT, DeviceLostError.code, Lens.UNKNOWN)
        if source is not None:
            await asyncio.to_thread(source.close)

    def _opened(self) -> Source:
        size = self.capabilities
        return open_source(self._address, width=size.width, height=size.height, device=self._device)

    async def _after(self, newest: Newest, sequence: int) -> Shot:
        try:
            shot = await asyncio.to_thread(newest.after, sequence, WITHIN_S)
        except DeviceError as error:
            self._status = CameraStatus(Health.FAULT, error.code, Lens.INOP)
            raise
        height, width = shot.image.shape[:2]
        self._status = CameraStatus(Health.NORMAL, "", Lens.OK, width, height)
        return shot
