"""The wire of input devices over a real FIFO and a real pty: there is no uinput in a test machine."""

import asyncio
import os

import pytest

from devices.errors import DeviceLostError
from devices.transports.evdev import EvdevTransport
from devices.transports.input_events import EV_KEY, InputEvent, encode_event
from devices.transports.pty import PtyLine

KEY = encode_event(InputEvent(1.5, EV_KEY, 96, 1))


async def test_events_come_through_a_fifo_and_its_end_is_a_loss(tmp_path):
    path = tmp_path / "keys"
    os.mkfifo(path)
    writing = os.open(path, os.O_RDWR)
    wire = EvdevTransport(str(path))
    await wire.open()
    os.write(writing, KEY)
    assert await wire.read_some(5) == KEY
    assert wire.switch_is_on(2) is None
    waiting = asyncio.ensure_future(wire.read_some(30))
    await asyncio.sleep(0)
    os.close(writing)
    with pytest.raises(DeviceLostError):
        await waiting
    await wire.close()


async def test_events_come_through_a_pty_and_nothing_that_was_typed_before():
    line = PtyLine()
    await line.open()
    await line.write(KEY + KEY)
    wire = EvdevTransport(line.path)
    await wire.open()
    await line.write(KEY)
    assert await wire.read_some(5) == KEY
    await line.close()
    with pytest.raises(DeviceLostError):
        await wire.read_some(5)
    await wire.close()
    await wire.close()


async def test_closing_wakes_who_waits_and_opening_again_works(tmp_path):
    path = tmp_path / "keys"
    os.mkfifo(path)
    writing = os.open(path, os.O_RDWR)
    wire = EvdevTransport(str(path))
    for _ in range(2):
        await wire.open()
        waiting = asyncio.ensure_future(wire.read_some(30))
        await asyncio.sleep(0)
        await wire.close()
        with pytest.raises(DeviceLostError):
            await waiting
    os.close(writing)


@pytest.mark.parametrize("kind", ["missing", "file", "folder"])
async def test_what_is_no_input_device_cannot_be_opened(kind, tmp_path):
    path = tmp_path / "thing"
    if kind == "file":
        path.write_bytes(KEY)
    if kind == "folder":
        path.mkdir()
    with pytest.raises(DeviceLostError):
        await EvdevTransport(str(path)).open()


async def test_keys_take_no_bytes(tmp_path):
    wire = EvdevTransport(str(tmp_path / "keys"))
    with pytest.raises(DeviceLostError):
        await wire.write(b"x")
    with pytest.raises(DeviceLostError):
        await wire.read_some(1)
