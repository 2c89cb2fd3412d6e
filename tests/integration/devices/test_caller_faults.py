"""Callers on bad lines: a press is one press, and what comes too late calls nobody."""

import contextlib

import pytest

from devices.caller.driver import SerialCaller
from devices.caller.emulator import CallerEmulator, KeypadEmulator
from devices.caller.keypad import KeypadCaller
from devices.errors import DeviceLostError, DeviceSilentError
from devices.transports import open_transport
from devices.transports.box_frames import EventVerdict
from devices.transports.box_stand_in import LASTING, BoxFault
from devices.transports.box_talk import BoxTiming
from devices.transports.evdev import EvdevTransport
from devices.transports.input_events import EV_KEY, EV_SYN, SYN_DROPPED, SYN_REPORT, InputEvent
from devices.values.caller import CallerDisplay, CallerKey
from devices.values.completion import DONE, End

QUICK = BoxTiming(answer_s=0.15, attempts=3, gap_s=0.05, beat_s=0.3)


@contextlib.asynccontextmanager
async def serial(tmp_path):
    box = CallerEmulator(link=tmp_path / "caller")
    await box.start()
    driver = SerialCaller(open_transport(box.address), timing=QUICK)
    await driver.open()
    try:
        yield box, driver
    finally:
        await driver.close()
        await box.stop()


async def test_a_press_that_lay_too_long_is_answered_and_calls_nobody(tmp_path):
    async with serial(tmp_path) as (box, driver):
        await box.press(CallerKey.CALL_NEXT, 60)
        await box.press(CallerKey.RECALL, 1)
        press = await anext(driver.presses())
        assert (press.key, press.age_s, press.number) == (CallerKey.RECALL, 1.0, 1)
        await box.wait_until_taken()
        assert box.taken == {EventVerdict.TOO_LATE: 1, EventVerdict.TAKEN: 1}
        assert (await driver.status()).dropped == 1


async def test_an_event_that_is_no_press_is_answered_and_dropped(tmp_path):
    async with serial(tmp_path) as (box, driver):
        await box.say(0x50, b"\xee\x00\x00")
        await box.say(0x7F)
        await box.press(CallerKey.SERVE)
        assert (await anext(driver.presses())).key is CallerKey.SERVE
        await box.wait_until_taken()
        assert box.taken[EventVerdict.NOT_UNDERSTOOD] == 2


async def test_presses_made_while_the_cable_was_out_come_after_it_is_back(tmp_path):
    async with serial(tmp_path) as (box, driver):
        await box.unplug()
        with pytest.raises(DeviceLostError):
            await anext(driver.presses())
        await box.press(CallerKey.CALL_NEXT)
        await box.press(CallerKey.RECALL)
        await box.plug()
        await driver.open()
        presses = driver.presses()
        assert [(await anext(presses)).key for _ in range(2)] == [CallerKey.CALL_NEXT, CallerKey.RECALL]


async def test_a_box_that_goes_mute_ends_the_presses(tmp_path):
    async with serial(tmp_path) as (box, driver):
        box.fail(BoxFault.MUTE, times=LASTING)
        with pytest.raises(DeviceSilentError):
            await anext(driver.presses())
        with pytest.raises(DeviceLostError):
            await driver.status()


async def test_a_display_is_shown_once_whatever_happens_to_the_answer(tmp_path):
    async with serial(tmp_path) as (box, driver):
        box.fail(BoxFault.MUTE)
        assert await driver.show(CallerDisplay(3, "A036")) == DONE
        assert (box.shown, box.shows) == (CallerDisplay(3, "A036"), 1)
        box.fail(BoxFault.REFUSED)
        assert (await driver.show(CallerDisplay(4))).end is End.REFUSED
        box.fail(BoxFault.MUTE, times=LASTING)
        done = await driver.show(CallerDisplay(5))
        assert (done.end, done.reason) == (End.UNKNOWN, "device_silent")


async def test_a_key_pad_tells_only_presses(tmp_path):
    pad = KeypadEmulator(link=tmp_path / "pad")
    await pad.start()
    driver = KeypadCaller(EvdevTransport(pad.address))
    await driver.open()
    await pad.type(69)
    await pad.send(
        InputEvent(1, EV_SYN, SYN_DROPPED, 0), InputEvent(1, EV_KEY, 96, 1), InputEvent(1, EV_SYN, SYN_REPORT, 0)
    )
    await pad.press(CallerKey.HOLD, held=20)
    async with contextlib.aclosing(driver.presses()) as presses:
        assert (await anext(presses)).key is CallerKey.HOLD
    assert (await driver.status()).dropped == 1
    await driver.close()
    await pad.stop()
