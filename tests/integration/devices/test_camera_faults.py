"""The capture process before an HTTP camera that is slow, mute, cut in the middle of a picture, and sends rubbish."""

import asyncio
import contextlib
import functools
import os
import signal

import numpy as np
import pytest

from devices.camera import source
from devices.camera.driver import CaptureCamera
from devices.camera.emulator import CameraEmulator, Fault
from devices.camera.pictures import sheet
from devices.errors import DeviceLostError, DeviceProtocolError
from devices.registry.camera import camera as camera_for
from devices.supervisor import BackOff, Supervisor, watch_status
from devices.values.camera import Lens
from devices.values.health import Health
from tests.contracts.test_camera import the_last
from tests.unit.devices.test_supervisor import Healths, running

SOON = BackOff(first_s=0.01, cap_s=0.02)


@pytest.fixture
async def box():
    emulator = CameraEmulator(fps=30)
    await emulator.start()
    yield emulator
    await emulator.stop()


@contextlib.asynccontextmanager
async def seeing(address):
    camera = CaptureCamera(address)
    await camera.open()
    try:
        async with contextlib.aclosing(camera.frames()) as frames:
            yield camera, frames
    finally:
        await camera.close()


async def the_end(camera, frames):
    """Why the frames end, by the status; they end with DeviceLostError in any case."""
    with pytest.raises(DeviceLostError):
        await the_last(frames)
    status = await camera.status()
    assert (status.health, status.lens) == (Health.FAULT, Lens.INOP)
    return status.reason


@pytest.mark.parametrize("fault", [Fault.SLOW, Fault.NOISE, Fault.WRONG_LENGTH])
async def test_what_a_camera_may_do_is_borne(box, fault):
    box.fail(fault)
    box.show(np.full((48, 64, 3), 200, np.uint8))
    async with seeing(box.address) as (_camera, frames):
        for _ in range(3):
            frame = await anext(frames)
            assert (frame.width, frame.height) == (64, 48)
            assert set(frame.pixels) <= set(range(190, 210))


async def test_broken_pictures_are_passed_over_and_good_ones_come_again(box):
    async with seeing(box.address) as (_camera, frames):
        await anext(frames)
        box.fail(Fault.BROKEN)
        await asyncio.sleep(0.3)  # some of them
        box.heal()
        first = (await anext(frames)).sequence
        assert (await anext(frames)).sequence > first


async def test_a_camera_that_only_sends_broken_pictures_is_given_up(box):
    box.fps = 500
    async with seeing(box.address) as (camera, frames):
        box.fail(Fault.BROKEN)
        assert await the_end(camera, frames) in {"device_protocol", "device_silent"}


async def test_a_camera_that_falls_mute_is_silent(box):
    async with seeing(box.address) as (camera, frames):
        await anext(frames)
        box.fail(Fault.MUTE)
        assert await the_end(camera, frames) == "device_silent"


async def test_a_picture_that_stops_in_the_middle_is_not_shown(box):
    async with seeing(box.address) as (camera, frames):
        await anext(frames)
        box.fail(Fault.HANGING)
        assert await the_end(camera, frames) == "device_silent"
        box.heal()


async def test_a_camera_that_refuses_cannot_be_opened(box):
    box.fail(Fault.REFUSING)
    camera = CaptureCamera(box.address)
    with pytest.raises(DeviceProtocolError):
        await camera.open()
    assert camera.pid == 0


async def test_the_page_of_a_camera_is_told_from_its_pictures():
    async def answer(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 4\r\n\r\n<p/>")
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    camera = CaptureCamera(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/")
    with pytest.raises(DeviceProtocolError, match="a page is there"):
        await camera.open()
    assert camera.pid == 0
    server.close()
    await server.wait_closed()


async def test_a_camera_is_reopened_by_its_supervisor_after_it_was_cut_and_after_its_process_was_killed(box):
    camera, healths = CaptureCamera(box.address), Healths()
    supervisor = Supervisor("camera", camera, lambda one: one.frames(), on_health=healths.hear, back_off=SOON)
    async with running(supervisor), contextlib.aclosing(supervisor.events()) as events:
        await healths.until(Health.NORMAL)
        await anext(events)
        await box.unplug()
        assert (await healths.until(Health.FAULT)).reason == "device_lost"
        await box.plug()
        await healths.until(Health.NORMAL)
        os.kill(camera.pid, signal.SIGKILL)
        assert (await healths.until(Health.FAULT)).reason == "device_lost"
        await healths.until(Health.NORMAL)
        await anext(events)
    assert camera.pid == 0


async def test_a_camera_that_is_lost_while_nobody_looks_is_reopened(box):
    camera, healths = CaptureCamera(box.address), Healths()
    watch = functools.partial(watch_status, device="camera", look_s=0.05)
    supervisor = Supervisor("camera", camera, watch, on_health=healths.hear, back_off=SOON)
    async with running(supervisor):
        await healths.until(Health.NORMAL)
        await box.unplug()
        assert (await healths.until(Health.FAULT)).reason == "device_lost"
        await box.plug()
        await healths.until(Health.NORMAL)
        async with supervisor.use() as eye, contextlib.aclosing(eye.frames()) as frames:
            assert (await anext(frames)).sequence >= 1


async def test_nothing_piles_up_while_nobody_looks(box):
    box.fps = 60
    box.show(sheet(b"x", width=1280, height=720))
    async with seeing(box.address) as (camera, frames):
        for _ in range(5):
            await anext(frames)
        before = memory_mb(camera.pid)
        await box.wait_until_sent(60)
        frame = await anext(frames)
        assert frame.sequence > 5
        assert memory_mb(camera.pid) - before < 60


async def test_a_camera_that_is_not_there_is_lost_at_once():
    with pytest.raises(DeviceLostError):
        await camera_for({"driver": "capture", "address": "/dev/video97"}).open()


def memory_mb(pid):
    with open(f"/proc/{pid}/statm", encoding="ascii") as file:  # noqa: PTH123 - a file of the kernel's
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def test_the_capture_gives_up_before_the_driver_does():
    from devices.camera import driver, process

    assert source.QUIET_S < process.NEXT_S < driver.NEXT_S
    assert source.QUIET_S * 2 <= process.FIRST_S < driver.OPEN_S
