"""Many presses through faults at random, cut cables among them: what was pressed is what is told, once, in order."""

import asyncio
import random

import pytest

from devices.caller.driver import SerialCaller
from devices.caller.emulator import CallerEmulator
from devices.errors import DeviceError
from devices.transports import open_transport
from devices.transports.box_stand_in import BoxFault
from devices.transports.box_talk import BoxTiming
from devices.values.caller import CallerDisplay, CallerKey
from devices.values.completion import End

QUICK = BoxTiming(answer_s=0.15, attempts=6, gap_s=0.03, beat_s=5)
FAULTS = [fault for fault in BoxFault if fault is not BoxFault.REFUSED]
KEYS = list(CallerKey)
PRESSES = 60


async def opened(box, driver):
    """Plug in and open until it stands, as a supervisor would."""
    while True:
        if not box.address or not box._tasks:
            await box.start()
        try:
            await driver.open()
        except DeviceError:
            await driver.close()
        else:
            return


async def told(box, driver, count):
    """The next presses, across losses."""
    found = []
    await opened(box, driver)
    while len(found) < count:
        try:
            async for press in driver.presses():
                found.append(press)
                if len(found) == count:
                    break
        except DeviceError:
            await driver.close()
            await opened(box, driver)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_what_was_pressed_is_told_once_and_in_order_whatever_happens(tmp_path, seed):
    luck = random.Random(seed)
    box = CallerEmulator(link=tmp_path / "caller", late_s=0.05)
    driver = SerialCaller(open_transport(str(tmp_path / "caller")), timing=QUICK, stale_s=1e6)
    pressed = [luck.choice(KEYS) for _ in range(PRESSES)]

    async def hand():
        for number, key in enumerate(pressed):
            if luck.random() < 0.4:
                box.fail(luck.choice(FAULTS))
            await box.press(key)
            if number % 4 == 0:
                shown = await driver.show(CallerDisplay(number, f"A{number:03d}"))
                assert shown.end in {End.DONE, End.UNKNOWN}
            await asyncio.sleep(0.002)

    listening = asyncio.ensure_future(told(box, driver, PRESSES))
    await hand()
    presses = await listening
    assert [press.key for press in presses] == pressed
    assert [press.number for press in presses] == list(range(1, PRESSES + 1))
    await driver.close()
    await box.stop()
