"""What every `Camera` keeps, run over the simulator and over the driver with the emulated camera behind HTTP."""

import asyncio
import contextlib
import os

import numpy as np
import pytest

from devices.camera.driver import CaptureCamera
from devices.camera.emulator import CameraEmulator
from devices.camera.simulator import SimulatedCamera
from devices.errors import DeviceLostError
from devices.values.camera import CHANNELS, Lens
from devices.values.health import Health


def plain(colour, width=96, height=64):
    """One colour all over: blue, green, red."""
    return np.full((height, width, CHANNELS), colour, np.uint8)


def colour_of(frame):
    pixels = np.frombuffer(frame.pixels, "u1").reshape(frame.height, frame.width, CHANNELS)
    return pixels[frame.height // 2, frame.width // 2].astype(int)


class SimulatedBench:
    def __init__(self):
        self.camera = SimulatedCamera()

    def show(self, view):
        self.camera.show(view.shape[1], view.shape[0], view.tobytes())

    async def unplug(self):
        self.camera.unplug()

    async def plug(self):
        self.camera.plug()


class EmulatedBench:
    def __init__(self):
        self.box = CameraEmulator(fps=30)
        self.show, self.unplug, self.plug = self.box.show, self.box.stop, self.box.start

    @property
    def camera(self):
        if "_camera" not in self.__dict__:
            self._camera = CaptureCamera(self.box.address)
        return self._camera


class HardwareBench:
    """A camera that stands there; it cannot be unplugged from here."""

    def __init__(self):
        self.camera = CaptureCamera(os.environ["KAPOK_CAMERA_ADDRESS"])

    def show(self, view):
        pytest.skip("somebody would have to hold it there")

    async def unplug(self):
        pytest.skip("somebody would have to pull the cable")

    async def plug(self):
        """It is."""


BENCHES = {"simulator": SimulatedBench, "emulator": EmulatedBench, "hardware": HardwareBench}


@pytest.fixture(params=["simulator", "emulator", pytest.param("hardware", marks=pytest.mark.hardware)])
async def bench(request):
    if request.param == "hardware" and "KAPOK_CAMERA_ADDRESS" not in os.environ:
        pytest.skip("KAPOK_CAMERA_ADDRESS says where the camera is")
    bench = BENCHES[request.param]()
    await bench.plug()
    yield bench
    await bench.camera.close()
    if request.param != "hardware":
        await bench.unplug()


@contextlib.asynccontextmanager
async def seeing(camera):
    """The frames of an opened camera."""
    await camera.open()
    async with contextlib.aclosing(camera.frames()) as frames:
        yield frames


async def the_last(frames):
    """Look on until the frames end."""
    async for _ in frames:
        pass


async def test_a_frame_is_what_stands_before_the_camera(bench):
    bench.show(plain((20, 130, 240)))
    async with seeing(bench.camera) as frames:
        frame = await anext(frames)
        assert (frame.width, frame.height, len(frame.pixels)) == (96, 64, 96 * 64 * CHANNELS)
        assert abs(colour_of(frame) - (20, 130, 240)).max() < 12


async def test_frames_come_in_order_and_each_at_most_once(bench):
    async with seeing(bench.camera) as frames:
        seen = [await anext(frames) for _ in range(5)]
        assert [frame.sequence for frame in seen] == sorted({frame.sequence for frame in seen})
        assert [frame.at for frame in seen] == sorted(frame.at for frame in seen)


async def test_who_was_away_sees_what_is_there_now(bench):
    async with seeing(bench.camera) as frames:
        await anext(frames)
        bench.show(plain((250, 250, 250)))
        while colour_of(await anext(frames)).min() < 200:
            pass


async def test_a_frame_hides_what_is_seen_in_it(bench):
    async with seeing(bench.camera) as frames:
        frame = await anext(frames)
        assert repr(frame) == f"Frame({frame.sequence}, {frame.width} × {frame.height})"


async def test_a_camera_that_sends_is_well(bench):
    assert (await bench.camera.status()).health is not Health.NORMAL
    async with seeing(bench.camera) as frames:
        frame = await anext(frames)
        status = await bench.camera.status()
        assert (status.health, status.lens, status.width) == (Health.NORMAL, Lens.OK, frame.width)


async def test_unplugging_ends_the_frames_with_device_lost(bench):
    async with seeing(bench.camera) as frames:
        await anext(frames)
        await bench.unplug()
        with pytest.raises(DeviceLostError):
            await the_last(frames)
        status = await bench.camera.status()
        assert (status.health, status.lens) == (Health.FAULT, Lens.INOP)


async def test_an_unplugged_camera_cannot_be_opened_and_a_replugged_one_can(bench):
    camera = bench.camera
    await bench.unplug()
    with pytest.raises(DeviceLostError):
        await camera.open()
    assert (await camera.status()).lens is Lens.INOP
    await bench.plug()
    async with seeing(camera) as frames:
        assert (await anext(frames)).sequence >= 1


async def test_closing_ends_the_frames_quietly(bench):
    async with seeing(bench.camera) as frames:
        await anext(frames)
        waiting = asyncio.ensure_future(anext(frames, "the end"))
        await asyncio.sleep(0)
        await bench.camera.close()
        while await waiting != "the end":  # one may have been on its way
            waiting = asyncio.ensure_future(anext(frames, "the end"))
        await bench.camera.close()
