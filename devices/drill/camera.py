"""The drill of cameras: the real capture process before an HTTP camera that goes wrong.

What is given is a view, known by its shade of grey; it is got when the first frame of it comes. A frame whose number
was seen already counts as read twice.
"""

from __future__ import annotations

import asyncio
import contextlib
import functools
import os
import signal
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from devices.camera.driver import CaptureCamera
from devices.camera.emulator import CameraEmulator, Fault
from devices.camera.pictures import blank
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
FAULT_S = 1.0  # how long a fault lasts that nobody needs to notice
OUT_S = 2.0  # how long the cable stays out: reopening has failed more than once by then
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

    async def show_and_see(self, number: int) -> None:
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
    box = CameraEmulator(fps=25)
    await box.start()
    camera = CaptureCamera(box.address)
    try:
        async with kept_alive(bench, "camera", camera, _watch) as kept:
            yield _Desk(bench, box, camera, kept)
    finally:
        await box.stop()


async def _normal(bench: Bench) -> None:
    async with _desk(bench) as desk:
        for number in range(3):
            await desk.show_and_see(number)


async def _borne(bench: Bench, fault: Fault) -> None:
    """Pictures come in spite of it."""
    async with _desk(bench) as desk:
        desk.box.fail(fault)
        await desk.show_and_see(0)
        desk.box.heal()
        bench.over()
        await desk.show_and_see(1)


async def _merged(bench: Bench) -> None:
    async with _desk(bench) as desk:
        desk.box.fps = 500  # many pictures in one read: only the newest is handed over
        await desk.show_and_see(0)
        desk.box.fps = 25
        bench.over()
        await desk.show_and_see(1)


async def _broken(bench: Bench) -> None:
    async with _desk(bench) as desk:
        await desk.show_and_see(0)
        desk.box.fail(Fault.BROKEN)
        await asyncio.sleep(FAULT_S)
        desk.box.heal()
        bench.over()
        await desk.show_and_see(1)


async def _until_given_up(bench: Bench, fault: Fault) -> None:
    async with _desk(bench) as desk:
        await desk.show_and_see(0)
        desk.box.fail(fault)
        await desk.lost()
        desk.box.heal()
        bench.over()
        await desk.show_and_see(1)


async def _unplug_replug(bench: Bench) -> None:
    async with _desk(bench) as desk:
        await desk.show_and_see(0)
        desk.box.fail(Fault.HANGING)  # the cable comes out in the middle of a picture
        await asyncio.sleep(LOOK_S)
        await desk.box.stop()
        await desk.lost()
        await asyncio.sleep(OUT_S)
        desk.box.heal()
        await desk.box.start()
        bench.over()
        await desk.show_and_see(1)


async def _killed(bench: Bench) -> None:
    async with _desk(bench) as desk:
        await desk.show_and_see(0)
        os.kill(desk.camera.pid, signal.SIGKILL)
        await desk.lost()
        bench.over()
        await desk.show_and_see(1)


ROWS = (
    Row("capture", "normal", _normal),
    Row("capture", "slow", functools.partial(_borne, fault=Fault.SLOW)),
    Row("capture", "split", functools.partial(_borne, fault=Fault.SLOW)),
    Row("capture", "merged", _merged),
    Row("capture", "noise", functools.partial(_borne, fault=Fault.NOISE)),
    exempt("capture", "wrong_checksum", "JPEG has no checksum: what is not whole is the row broken_pictures"),
    Row("capture", "mute", functools.partial(_until_given_up, fault=Fault.MUTE)),
    Row("capture", "unplug_replug", _unplug_replug),
    Row("capture", "wrong_length", functools.partial(_borne, fault=Fault.WRONG_LENGTH)),
    Row("capture", "broken_pictures", _broken),
    Row("capture", "hanging_picture", functools.partial(_until_given_up, fault=Fault.HANGING)),
    Row("capture", "process_killed", _killed),
)
