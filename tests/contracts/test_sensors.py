"""What every `Sensors` keeps, run over the simulator and over the driver with the emulated box on a pty."""

import asyncio
import contextlib
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


class SimulatedBench:
    def __init__(self):
        self.sensors = SimulatedSensors()

    async def turn(self, which, *, active):
        self.sensors.turn(which, active=active)

    async def unplug(self):
        self.sensors.unplug()

    async def plug(self):
        self.sensors.plug()

    async def clear_away(self):
        await self.sensors.close()


class EmulatedBench:
    def __init__(self, link):
        self.box = SensorsEmulator(link=link)
        self.sensors = SerialSensors(open_transport(str(link)))
        self.turn, self.unplug, self.plug = self.box.turn, self.box.stop, self.box.start

    async def clear_away(self):
        await self.sensors.close()
        await self.box.stop()


@pytest.fixture(params=["simulator", "serial"])
async def bench(request, tmp_path):
    bench = SimulatedBench() if request.param == "simulator" else EmulatedBench(tmp_path / "sensors")
    await bench.plug()
    yield bench
    await bench.clear_away()


@contextlib.asynccontextmanager
async def hearing(box):
    await box.open()
    async with contextlib.aclosing(box.events()) as events:
        yield events


async def test_each_change_is_told_once_in_order(bench):
    async with hearing(bench.sensors) as events:
        for active in (True, False):
            for which in SensorInput:
                await bench.turn(which, active=active)
                await bench.turn(which, active=active)
                assert await anext(events) == SecurityEvent(KINDS[which, active], "sensors")
                assert (await bench.sensors.status()).inputs[which] is active


async def test_what_is_active_when_the_box_is_met_comes_first(bench):
    await bench.turn(SensorInput.DOOR, active=True)
    async with hearing(bench.sensors) as events:
        assert (await anext(events)).kind is SecurityKind.DOOR_OPENED
        await bench.turn(SensorInput.TILT, active=True)
        assert (await anext(events)).kind is SecurityKind.TILTED


async def test_a_cut_cable_is_an_event_and_what_happened_behind_it_comes_later(bench):
    async with hearing(bench.sensors) as events:
        assert (await bench.sensors.status()).health is Health.NORMAL
        waiting = asyncio.ensure_future(anext(events))
        await asyncio.sleep(0)
        await bench.unplug()
        assert (await waiting).kind is SecurityKind.SENSORS_LOST
        with pytest.raises(DeviceLostError):
            await anext(events)
    with pytest.raises(DeviceLostError):
        await bench.sensors.status()
    await bench.turn(SensorInput.DOOR, active=True)
    with pytest.raises(DeviceLostError):
        await bench.sensors.open()
    await bench.plug()
    async with hearing(bench.sensors) as events:
        kinds = {(await anext(events)).kind, (await anext(events)).kind}
        assert kinds == {SecurityKind.SENSORS_BACK, SecurityKind.DOOR_OPENED}


async def test_closing_ends_the_events_quietly_and_twice_is_allowed(bench):
    async with hearing(bench.sensors) as events:
        waiting = asyncio.ensure_future(anext(events, "the end"))
        await asyncio.sleep(0)
        await bench.sensors.close()
        await bench.sensors.close()
        assert await waiting == "the end"


@pytest.mark.hardware
@pytest.mark.skipif("KAPOK_SENSORS_ADDRESS" not in os.environ, reason="no sensors at hand")
async def test_a_real_box_opens_and_is_well():
    box = sensors({"driver": "serial", "address": os.environ["KAPOK_SENSORS_ADDRESS"]})
    try:
        await box.open()
        assert (await box.status()).health is Health.NORMAL
    finally:
        await box.close()
