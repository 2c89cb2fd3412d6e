"""The drill of cameras: the real capture process before an HTTP camera that goes wrong.

What is given is a view, known by its shade of grey; it is got when the first frame of it comes. A frame whose number
was seen already counts as read twice.
"""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from devices.camera.driver import CaptureCamera
from devices.camera.emulator import CameraEmulator
from devices.camera.pictures import blank
from devices.drill.before_camera import FPS, MANY_FPS, CameraDrill, out_and_in
from devices.drill.bench import kept_alive
from devices.drill.rows import Row, exempt
from devices.errors import DeviceError
from devices.supervisor import watch_status
from devices.values.health import Health

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator

    from devices.drill.bench import Bench, Kept
    from devices.values.camera import Frame
    from devices.values.health import DeviceHealth

LOOK_S = 0.2
SHADES = (60, 100, 140, 180, 220)
NEAR = 12  # shades that JPEG may be off


@dataclass(slots=True)
class _Desk:
    """A camera, kept alive, and a hand that holds sheets of grey before it."""

    bench: Bench
    box: CameraEmulator
    camera: CaptureCamera
    kept: Kept[CaptureCamera, Frame]
    seen: set[tuple[int, int]] = field(default_factory=set)  # process and number of each frame

    @property
    def pid(self) -> int:
        """The process that captures."""
        return self.camera.pid

    async def exchange(self, number: int) -> None:
        """One sound exchange: a view is put there, and a frame of it comes."""
        shade = SHADES[number]
        self.bench.gave(shade)
        self.box.show(blank(320, 240, shade))
        while True:
            if await self._saw(shade):
                self.bench.back()
                return
            await asyncio.sleep(LOOK_S)

    async def lost(self) -> None:
        """Look until the camera is given up."""
        with contextlib.suppress(DeviceError):
            async with self.kept.supervisor.use() as camera, _closing(camera) as frames:
                async for frame in frames:
                    self._count(frame)
        await self.kept.until(Health.FAULT)

    async def _saw(self, shade: int) -> bool:
        try:
            async with self.kept.supervisor.use() as camera, _closing(camera) as frames:
                async for frame in frames:
                    self._count(frame)
                    if abs(float(np.frombuffer(frame.pixels, np.uint8).mean()) - shade) < NEAR:
                        self.bench.got(shade)
                        return True
        except DeviceError as error:
            self.bench.reported(error.code)
        return False

    def _count(self, frame: Frame) -> None:
        key = (self.camera.pid, frame.sequence)
        if key in self.seen:
            self.bench.got(key)  # nobody gave it again
        self.seen.add(key)


def _closing(camera: CaptureCamera) -> contextlib.aclosing[AsyncGenerator[Frame, None]]:
    return contextlib.aclosing(camera.frames())


def _watch(camera: CaptureCamera) -> AsyncGenerator[Frame | DeviceHealth, None]:
    return watch_status(camera, device="camera", look_s=LOOK_S)


@contextlib.asynccontextmanager
async def _desk(bench: Bench) -> AsyncIterator[_Desk]:
    box = CameraEmulator(fps=FPS)
    await box.start()
    camera = CaptureCamera(box.address)
    try:
        async with kept_alive(bench, "camera", camera, _watch) as kept:
            yield _Desk(bench, box, camera, kept)
    finally:
        await box.stop()


async def _merged(bench: Bench) -> None:
    async with _desk(bench) as desk:
        desk.box.fps = MANY_FPS  # many pictures in one read: only the newest is handed over
        await desk.exchange(0)
        desk.box.fps = FPS
        bench.over()
        await desk.exchange(1)


async def _unplug_replug(bench: Bench) -> None:
    async with _desk(bench) as desk:
        await desk.exchange(0)
        await out_and_in(desk)
        bench.over()
        await desk.exchange(1)


ROWS = (
    *CameraDrill("capture", _desk).rows(),
    Row("capture", "merged", _merged),
    exempt("capture", "wrong_checksum", "JPEG has no checksum: what is not whole is the row broken_pictures"),
    Row("capture", "unplug_replug", _unplug_replug),
)
