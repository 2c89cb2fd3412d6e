"""What every `Caller` keeps, run over the simulator, the box on a serial line and the key pad."""

import asyncio
import contextlib
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

PRESSED = (CallerKey.NEXT_STEP, CallerKey.RECALL, CallerKey.DIGIT_9, CallerKey.HOLD)


class SimulatedBench:
    def __init__(self):
        self.caller = SimulatedCaller()

    async def press(self, key):
        self.caller.press(key)

    async def unplug(self):
        self.caller.unplug()

    async def plug(self):
        self.caller.plug()

    async def clear_away(self):
        await self.caller.close()


class EmulatedBench:
    def __init__(self, box, driver):
        self.box, self.caller = box, driver
        self.press, self.unplug, self.plug = box.press, box.stop, box.start

    async def clear_away(self):
        await self.caller.close()
        await self.box.stop()


def made(kind, link):
    if kind == "serial":
        return EmulatedBench(CallerEmulator(link=link), SerialCaller(open_transport(str(link))))
    if kind == "keypad":
        return EmulatedBench(KeypadEmulator(link=link), KeypadCaller(EvdevTransport(str(link)), bounce_s=0))
    return SimulatedBench()


@pytest.fixture(params=["simulator", "serial", "keypad"])
async def bench(request, tmp_path):
    bench = made(request.param, tmp_path / "caller")
    await bench.plug()
    yield bench
    await bench.clear_away()


@contextlib.asynccontextmanager
async def hearing(box):
    await box.open()
    async with contextlib.aclosing(box.presses()) as presses:
        yield presses


async def test_each_press_is_one_press_in_order_with_a_number_of_its_own(bench):
    async with hearing(bench.caller) as presses:
        for number, key in enumerate(PRESSED, 1):
            await bench.press(key)
            press = await anext(presses)
            assert (press.key, press.number) == (key, number)


async def test_a_caller_says_which_keys_it_has(bench):
    assert set(PRESSED) <= bench.caller.capabilities.keys


async def test_it_is_well_once_it_is_open_and_lost_before(bench):
    with pytest.raises(DeviceLostError):
        await bench.caller.status()
    await bench.caller.open()
    assert (await bench.caller.status()).health is Health.NORMAL


async def test_what_is_shown_ends_in_one_word(bench):
    await bench.caller.open()
    done = await bench.caller.show(CallerDisplay(12, "A036"))
    if bench.caller.capabilities.display_characters:
        assert done == DONE
        refused = await bench.caller.show(CallerDisplay(12, "号" * 3))
        assert (refused.end, refused.reason) == (End.REFUSED, "label_not_showable")
    else:
        assert (done.end, done.reason) == (End.REFUSED, "no_display")


async def test_unplugging_ends_the_presses_with_device_lost_and_numbers_go_on_after(bench):
    async with hearing(bench.caller) as presses:
        await bench.press(CallerKey.NEXT_STEP)
        assert (await anext(presses)).number == 1
        waiting = asyncio.ensure_future(anext(presses))
        await asyncio.sleep(0)
        await bench.unplug()
        with pytest.raises(DeviceLostError):
            await waiting
    with pytest.raises(DeviceLostError):
        await bench.caller.open()
    await bench.plug()
    async with hearing(bench.caller) as presses:
        await bench.press(CallerKey.RECALL)
        press = await anext(presses)
        assert (press.key, press.number) == (CallerKey.RECALL, 2)


async def test_closing_ends_the_presses_quietly_and_twice_is_allowed(bench):
    async with hearing(bench.caller) as presses:
        waiting = asyncio.ensure_future(anext(presses, "the end"))
        await asyncio.sleep(0)
        await bench.caller.close()
        await bench.caller.close()
        assert await waiting == "the end"


@pytest.mark.hardware
@pytest.mark.skipif("KAPOK_CALLER_ADDRESS" not in os.environ, reason="no caller at hand")
async def test_a_real_caller_opens_and_is_well():
    box = caller({"driver": "serial", "address": os.environ["KAPOK_CALLER_ADDRESS"]})
    try:
        await box.open()
        assert (await box.status()).health is Health.NORMAL
    finally:
        await box.close()
