"""What the pad below the screen says to the session and to whoever moves the focus."""

import asyncio
import contextlib

from devices.access_pad.simulator import SimulatedAccessPad
from devices.errors import DeviceLostError
from devices.values.access_pad import PadKey
from kiosk.runner.pad import PadWatch
from kiosk.session.hearing import HeadphonesChanged, PadPressed


@contextlib.asynccontextmanager
async def watched():
    pad, heard = SimulatedAccessPad(), []

    def hear(what):
        heard.append(what)

    watch = PadWatch(pad, post=hear, clock=lambda: 1.0)
    watch.listen(hear)
    running = asyncio.create_task(watch.run())

    async def until(count):
        async with asyncio.timeout(10):
            while len(heard) < count:
                await asyncio.sleep(0.001)
        return heard

    async with asyncio.timeout(10):
        while not await _open(pad):
            await asyncio.sleep(0.001)
    try:
        yield pad, until
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


async def _open(pad):
    try:
        await pad.status()
    except DeviceLostError:
        return False
    return True


async def test_the_session_hears_of_a_key_before_the_focus_moves():
    async with watched() as (pad, until):
        pad.press(PadKey.DOWN)
        pad.press(PadKey.SELECT)
        assert await until(4) == [PadPressed(1.0), PadKey.DOWN, PadPressed(1.0), PadKey.SELECT]


async def test_the_plug_is_the_session_s_alone():
    async with watched() as (pad, until):
        pad.plug_in()
        pad.pull_out()
        assert await until(2) == [HeadphonesChanged(1.0, inside=True), HeadphonesChanged(1.0, inside=False)]


async def test_a_kiosk_without_a_pad_goes_on():
    await PadWatch(None, post=lambda _event: None, clock=lambda: 1.0).run()
