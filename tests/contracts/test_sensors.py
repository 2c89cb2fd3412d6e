"""What every `Sensors` keeps, run over the simulator and over the driver with the emulated box on a pty."""

import asyncio
import os

import pytest

from devices.errors import DeviceLostError
from devices.registry.sensors import sensors
from devices.sensors.driver import SerialSensors
from devices.sensors.emulator import SensorsEmulator
from devices.sensors.simulator import SimulatedSensors
from devices.transports import open_transport
from devices.values.health import Health
from devices.values.sensors import KINDS, SecurityEvent, SecurityKind, SensorInput
from tests.contracts.box_benches import EmulatedBench, SimulatedBench, closing_ends, hearing, plugged


class Moved(SimulatedBench):
    async def turn(self, which, *, active):
        self.device.turn(which, active=active)


class Wired(EmulatedBench):
    async def turn(self, which, *, active):
        await self.box.turn(which, active=active)


@pytest.fixture(params=["simulator", "serial"])
async def bench(request, tmp_path):
    link = tmp_path / "sensors"
    made = Wired(SensorsEmulator(link=link), SerialSensors(open_transport(str(link))))
    async with plugged(made if request.param == "serial" else Moved(SimulatedSensors())) as bench:
        yield bench


async def test_each_change_is_told_once_in_order(bench):
    async with hearing(bench.device, bench.device.events) as events:
        for active in (True, False):
            for which in SensorInput:
                await bench.turn(which, active=active)
                await bench.turn(which, active=active)
                assert await anext(events) == SecurityEvent(KINDS[which, active], "sensors")
                assert (await bench.device.status()).inputs[which] is active


async def test_what_is_active_when_the_box_is_met_comes_first(bench):
    await bench.turn(SensorInput.DOOR, active=True)
    async with hearing(bench.device, bench.device.events) as events:
        assert (await anext(events)).kind is SecurityKind.DOOR_OPENED
        await bench.turn(SensorInput.TILT, active=True)
        assert (await anext(events)).kind is SecurityKind.TILTED


async def test_a_cut_cable_is_an_event_and_what_happened_behind_it_comes_later(bench):
    async with hearing(bench.device, bench.device.events) as events:
        assert (await bench.device.status()).health is Health.NORMAL
        waiting = asyncio.ensure_future(anext(events))
        await asyncio.sleep(0)
        await bench.unplug()
        assert (await waiting).kind is SecurityKind.SENSORS_LOST
        with pytest.raises(DeviceLostError):
            await anext(events)
    with pytest.raises(DeviceLostError):
        await bench.device.status()
    await bench.turn(SensorInput.DOOR, active=True)
    with pytest.raises(DeviceLostError):
        await bench.device.open()
    await bench.plug()
    async with hearing(bench.device, bench.device.events) as events:
        kinds = {(await anext(events)).kind, (await anext(events)).kind}
        assert kinds == {SecurityKind.SENSORS_BACK, SecurityKind.DOOR_OPENED}


async def test_closing_ends_the_events_quietly_and_twice_is_allowed(bench):
    async with hearing(bench.device, bench.device.events) as events:
        await closing_ends(bench.device, events)


@pytest.mark.hardware
@pytest.mark.skipif("KAPOK_SENSORS_ADDRESS" not in os.environ, reason="no sensors at hand")
async def test_a_real_box_opens_and_is_well():
    box = sensors({"driver": "serial", "address": os.environ["KAPOK_SENSORS_ADDRESS"]})
    try:
        await box.open()
        assert (await box.status()).health is Health.NORMAL
    finally:
        await box.close()
