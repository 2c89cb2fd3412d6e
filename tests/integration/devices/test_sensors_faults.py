"""A sensor box on a bad line: each change is told once, whatever happens to it; lost power is made good by asking."""

import contextlib

import pytest

from devices.errors import DeviceError
from devices.sensors.codec import CHANGED
from devices.sensors.driver import SerialSensors
from devices.sensors.emulator import SensorsEmulator
from devices.transports import open_transport
from devices.transports.box_frames import EventVerdict
from devices.transports.box_stand_in import LASTING, BoxFault
from devices.transports.box_talk import BoxTiming
from devices.values.sensors import SecurityKind, SensorInput

QUICK = BoxTiming(answer_s=0.15, attempts=3, gap_s=0.05, beat_s=0.2)


@contextlib.asynccontextmanager
async def bench(tmp_path):
    box = SensorsEmulator(link=tmp_path / "sensors")
    await box.start()
    driver = SerialSensors(open_transport(box.address), timing=QUICK)
    await driver.open()
    try:
        async with contextlib.aclosing(driver.events()) as events:
            yield box, driver, events
    finally:
        await driver.close()
        await box.stop()


@pytest.mark.parametrize("fault", [fault for fault in BoxFault if fault not in {BoxFault.REFUSED, BoxFault.CUT}])
async def test_a_change_is_told_once_whatever_happens_to_it(tmp_path, fault):
    async with bench(tmp_path) as (box, _driver, events):
        box.fail(fault)
        await box.turn(SensorInput.DOOR, active=True, age_s=3)
        await box.turn(SensorInput.DOOR, active=False)
        await box.wait_until_taken()
        first, second = await anext(events), await anext(events)
        assert (first.kind, first.age_s, second.kind) == (SecurityKind.DOOR_OPENED, 3.0, SecurityKind.DOOR_CLOSED)


async def test_an_event_that_is_no_change_is_answered_and_dropped(tmp_path):
    async with bench(tmp_path) as (box, _driver, events):
        await box.say(CHANGED, b"\xee")
        await box.say(0x7F)
        await box.turn(SensorInput.TILT, active=True)
        assert (await anext(events)).kind is SecurityKind.TILTED
        await box.wait_until_taken()
        assert box.taken[EventVerdict.NOT_UNDERSTOOD] == 2


async def test_a_change_that_a_box_forgot_with_its_power_is_found_when_it_is_opened_anew(tmp_path):
    async with bench(tmp_path) as (box, driver, events):
        box.stands[SensorInput.DOOR] = True
        box.power_cycle()
        assert (await anext(events)).kind is SecurityKind.SENSORS_LOST
        with pytest.raises(DeviceError):
            await anext(events)
        await driver.open()
        again = driver.events()
        assert [(await anext(again)).kind for _ in range(2)] == [SecurityKind.SENSORS_BACK, SecurityKind.DOOR_OPENED]


async def test_a_mute_box_is_an_event_once(tmp_path):
    async with bench(tmp_path) as (box, driver, events):
        box.fail(BoxFault.MUTE, times=LASTING)
        assert (await anext(events)).kind is SecurityKind.SENSORS_LOST
        with pytest.raises(DeviceError):
            await anext(events)
        with pytest.raises(DeviceError):
            await driver.open()
        box.heal()
        await driver.open()
        assert (await anext(driver.events())).kind is SecurityKind.SENSORS_BACK
