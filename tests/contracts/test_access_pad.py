"""What every `AccessPad` keeps, run over the simulator and over the driver with the emulated pad on a pty."""

import asyncio
import os

import pytest

from devices.access_pad.driver import EvdevAccessPad
from devices.access_pad.emulator import AccessPadEmulator
from devices.access_pad.simulator import SimulatedAccessPad
from devices.errors import DeviceLostError
from devices.registry.access_pad import access_pad
from devices.transports.evdev import EvdevTransport
from devices.values.access_pad import PadEvent, PadKey
from devices.values.health import Health
from tests.contracts.box_benches import EmulatedBench, SimulatedBench, closing_ends, hearing, plugged


class Pressed(SimulatedBench):
    async def press(self, key):
        self.device.press(key)

    async def headphones(self, *, inside):
        (self.device.plug_in if inside else self.device.pull_out)()


class Typed(EmulatedBench):
    async def press(self, key):
        await self.box.press(key)

    async def headphones(self, *, inside):
        await (self.box.plug_in if inside else self.box.pull_out)()


@pytest.fixture(params=["simulator", "evdev"])
async def bench(request, tmp_path):
    link = tmp_path / "pad"
    made = Typed(AccessPadEmulator(link=link), EvdevAccessPad(EvdevTransport(str(link))))
    async with plugged(made if request.param == "evdev" else Pressed(SimulatedAccessPad())) as bench:
        yield bench


async def test_each_press_is_one_press_in_order(bench):
    async with hearing(bench.device, bench.device.events) as events:
        for number, key in enumerate(PadKey, 1):
            await bench.press(key)
            assert await anext(events) == PadEvent(number, key=key)


async def test_the_plug_is_told_when_it_changes_and_stands_in_the_status(bench):
    async with hearing(bench.device, bench.device.events) as events:
        assert (await bench.device.status()).headphones is None
        for number, inside in enumerate((True, False, True), 1):
            await bench.headphones(inside=inside)
            await bench.headphones(inside=inside)
            assert await anext(events) == PadEvent(number, headphones=inside)
            assert (await bench.device.status()).headphones is inside


async def test_a_pad_is_well_once_it_is_open_and_lost_before(bench):
    with pytest.raises(DeviceLostError):
        await bench.device.status()
    await bench.device.open()
    assert (await bench.device.status()).health is Health.NORMAL


async def test_unplugging_ends_the_events_and_replugging_begins_anew(bench):
    async with hearing(bench.device, bench.device.events) as events:
        await bench.press(PadKey.UP)
        await anext(events)
        waiting = asyncio.ensure_future(anext(events))
        await asyncio.sleep(0)
        await bench.unplug()
        with pytest.raises(DeviceLostError):
            await waiting
    with pytest.raises(DeviceLostError):
        await bench.device.open()
    await bench.plug()
    async with hearing(bench.device, bench.device.events) as events:
        await bench.press(PadKey.SELECT)
        assert await anext(events) == PadEvent(2, key=PadKey.SELECT)


async def test_closing_ends_the_events_quietly_and_twice_is_allowed(bench):
    async with hearing(bench.device, bench.device.events) as events:
        await closing_ends(bench.device, events)


@pytest.mark.hardware
@pytest.mark.skipif("KAPOK_ACCESS_PAD_ADDRESS" not in os.environ, reason="no pad at hand")
async def test_a_real_pad_opens_and_is_well():
    pad = access_pad({"driver": "evdev", "address": os.environ["KAPOK_ACCESS_PAD_ADDRESS"]})
    try:
        await pad.open()
        assert (await pad.status()).health is Health.NORMAL
    finally:
        await pad.close()
