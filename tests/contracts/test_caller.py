"""What every `Caller` keeps, run over the simulator, the box on a serial line and the key pad."""

import asyncio
import os

import pytest

from devices.caller.driver import SerialCaller
from devices.caller.emulator import CallerEmulator, KeypadEmulator
from devices.caller.keypad import KeypadCaller
from devices.caller.simulator import SimulatedCaller
from devices.errors import DeviceLostError
from devices.registry.caller import caller
from devices.transports import open_transport
from devices.transports.evdev import EvdevTransport
from devices.values.caller import CallerDisplay, CallerKey
from devices.values.completion import DONE, End
from devices.values.health import Health
from tests.contracts.box_benches import EmulatedBench, SimulatedBench, closing_ends, hearing, plugged

PRESSED = (CallerKey.NEXT_STEP, CallerKey.RECALL, CallerKey.DIGIT_9, CallerKey.HOLD)


class Pressed(SimulatedBench):
    async def press(self, key):
        self.device.press(key)


class Typed(EmulatedBench):
    async def press(self, key):
        await self.box.press(key)


def made(kind, link):
    if kind == "serial":
        return Typed(CallerEmulator(link=link), SerialCaller(open_transport(str(link))))
    if kind == "keypad":
        return Typed(KeypadEmulator(link=link), KeypadCaller(EvdevTransport(str(link)), bounce_s=0))
    return Pressed(SimulatedCaller())


@pytest.fixture(params=["simulator", "serial", "keypad"])
async def bench(request, tmp_path):
    async with plugged(made(request.param, tmp_path / "caller")) as bench:
        yield bench


async def test_each_press_is_one_press_in_order_with_a_number_of_its_own(bench):
    async with hearing(bench.device, bench.device.presses) as presses:
        for number, key in enumerate(PRESSED, 1):
            await bench.press(key)
            press = await anext(presses)
            assert (press.key, press.number) == (key, number)


async def test_a_caller_says_which_keys_it_has(bench):
    assert set(PRESSED) <= bench.device.capabilities.keys


async def test_it_is_well_once_it_is_open_and_lost_before(bench):
    with pytest.raises(DeviceLostError):
        await bench.device.status()
    await bench.device.open()
    assert (await bench.device.status()).health is Health.NORMAL


async def test_what_is_shown_ends_in_one_word(bench):
    await bench.device.open()
    done = await bench.device.show(CallerDisplay(12, "A036"))
    if bench.device.capabilities.display_characters:
        assert done == DONE
        refused = await bench.device.show(CallerDisplay(12, "号" * 3))
        assert (refused.end, refused.reason) == (End.REFUSED, "label_not_showable")
    else:
        assert (done.end, done.reason) == (End.REFUSED, "no_display")


async def test_unplugging_ends_the_presses_with_device_lost_and_numbers_go_on_after(bench):
    async with hearing(bench.device, bench.device.presses) as presses:
        await bench.press(CallerKey.NEXT_STEP)
        assert (await anext(presses)).number == 1
        waiting = asyncio.ensure_future(anext(presses))
        await asyncio.sleep(0)
        await bench.unplug()
        with pytest.raises(DeviceLostError):
            await waiting
    with pytest.raises(DeviceLostError):
        await bench.device.open()
    await bench.plug()
    async with hearing(bench.device, bench.device.presses) as presses:
        await bench.press(CallerKey.RECALL)
        press = await anext(presses)
        assert (press.key, press.number) == (CallerKey.RECALL, 2)


async def test_closing_ends_the_presses_quietly_and_twice_is_allowed(bench):
    async with hearing(bench.device, bench.device.presses) as presses:
        await closing_ends(bench.device, presses)


@pytest.mark.hardware
@pytest.mark.skipif("KAPOK_CALLER_ADDRESS" not in os.environ, reason="no caller at hand")
async def test_a_real_caller_opens_and_is_well():
    box = caller({"driver": "serial", "address": os.environ["KAPOK_CALLER_ADDRESS"]})
    try:
        await box.open()
        assert (await box.status()).health is Health.NORMAL
    finally:
        await box.close()
