"""What every `Indicator` keeps, run over the simulator, the lamp on a serial line and the relay board."""

import os

import pytest

from devices.errors import DeviceLostError
from devices.indicator.driver import SerialIndicator
from devices.indicator.emulator import IndicatorEmulator, RelayEmulator
from devices.indicator.relay import RelayIndicator
from devices.indicator.simulator import SimulatedIndicator
from devices.registry.indicator import indicator
from devices.transports import open_transport
from devices.values.completion import DONE, Completion, End
from devices.values.health import Health
from devices.values.indicator import Colour, Light, Pattern
from tests.contracts.box_benches import EmulatedBench, SimulatedBench, plugged


class Shown(SimulatedBench):
    async def lit(self, times):
        return self.box.light.colour is not Colour.DARK


class Wired(EmulatedBench):
    async def lit(self, times):
        return self.box.light.colour is not Colour.DARK


class Switched(EmulatedBench):
    async def lit(self, times):
        await self.box.wait_until_switched(times)
        return self.box.on == {2}


def made(kind, link):
    if kind == "serial":
        return Wired(IndicatorEmulator(link=link), SerialIndicator(open_transport(str(link))))
    if kind == "relay":
        return Switched(RelayEmulator(link=link), RelayIndicator(open_transport(str(link)), channel=2))
    return Shown(SimulatedIndicator())


@pytest.fixture(params=["simulator", "serial", "relay"])
async def bench(request, tmp_path):
    async with plugged(made(request.param, tmp_path / "lamp")) as bench:
        yield bench


def said(lamp):
    return DONE if lamp.capabilities.confirms else Completion(End.UNKNOWN, "not_confirmed")


async def test_a_light_stands_until_the_next(bench):
    await bench.device.open()
    assert await bench.device.show(Light(Colour.AMBER)) == said(bench.device)
    assert await bench.lit(1)
    assert await bench.device.show(Light()) == said(bench.device)
    assert not await bench.lit(2)


async def test_a_light_that_the_lamp_has_not_is_refused(bench):
    await bench.device.open()
    for light in (Light(Colour.BLUE), Light(Colour.AMBER, Pattern.FAST)):
        has = light.colour in bench.device.capabilities.colours and light.pattern in bench.device.capabilities.patterns
        assert (await bench.device.show(light)).end is (End.DONE if has else End.REFUSED)


async def test_an_unplugged_lamp_is_unknown_then_lost_and_works_after_replugging(bench):
    with pytest.raises(DeviceLostError):
        await bench.device.status()
    await bench.device.open()
    assert (await bench.device.status()).health is Health.NORMAL
    await bench.unplug()
    assert (await bench.device.show(Light(Colour.AMBER))).end is End.UNKNOWN
    with pytest.raises(DeviceLostError):
        await bench.device.status()
    with pytest.raises(DeviceLostError):
        await bench.device.open()
    await bench.plug()
    await bench.device.open()
    assert await bench.device.show(Light(Colour.AMBER)) == said(bench.device)


async def test_closing_twice_is_allowed(bench):
    await bench.device.open()
    await bench.device.close()
    await bench.device.close()
    assert (await bench.device.show(Light())).end is End.UNKNOWN


@pytest.mark.hardware
@pytest.mark.skipif("KAPOK_INDICATOR_ADDRESS" not in os.environ, reason="no lamp at hand")
async def test_a_real_lamp_lights_up():
    lamp = indicator({"driver": "serial", "address": os.environ["KAPOK_INDICATOR_ADDRESS"]})
    try:
        await lamp.open()
        assert await lamp.show(Light(Colour.GREEN)) == DONE
    finally:
        await lamp.close()
