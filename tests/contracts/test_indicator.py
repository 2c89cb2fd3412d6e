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


class SimulatedBench:
    def __init__(self):
        self.lamp = SimulatedIndicator()

    async def plug(self):
        self.lamp.plug()

    async def unplug(self):
        self.lamp.unplug()

    async def lit(self, times):
        return self.lamp.light.colour is not Colour.DARK

    async def clear_away(self):
        await self.lamp.close()


class LampBench:
    def __init__(self, link):
        self.box = IndicatorEmulator(link=link)
        self.lamp = SerialIndicator(open_transport(str(link)))
        self.plug, self.unplug = self.box.start, self.box.stop

    async def lit(self, times):
        return self.box.light.colour is not Colour.DARK

    async def clear_away(self):
        await self.lamp.close()
        await self.box.stop()


class RelayBench:
    def __init__(self, link):
        self.box = RelayEmulator(link=link)
        self.lamp = RelayIndicator(open_transport(str(link)), channel=2)
        self.plug, self.unplug = self.box.start, self.box.stop

    async def lit(self, times):
        await self.box.wait_until_switched(times)
        return self.box.on == {2}

    async def clear_away(self):
        await self.lamp.close()
        await self.box.stop()


@pytest.fixture(params=["simulator", "serial", "relay"])
async def bench(request, tmp_path):
    made = {"serial": LampBench, "relay": RelayBench}.get(request.param)
    bench = made(tmp_path / "lamp") if made else SimulatedBench()
    await bench.plug()
    yield bench
    await bench.clear_away()


def said(lamp):
    return DONE if lamp.capabilities.confirms else Completion(End.UNKNOWN, "not_confirmed")


async def test_a_light_stands_until_the_next(bench):
    await bench.lamp.open()
    assert await bench.lamp.show(Light(Colour.AMBER)) == said(bench.lamp)
    assert await bench.lit(1)
    assert await bench.lamp.show(Light()) == said(bench.lamp)
    assert not await bench.lit(2)


async def test_a_light_that_the_lamp_has_not_is_refused(bench):
    await bench.lamp.open()
    for light in (Light(Colour.BLUE), Light(Colour.AMBER, Pattern.FAST)):
        has = light.colour in bench.lamp.capabilities.colours and light.pattern in bench.lamp.capabilities.patterns
        assert (await bench.lamp.show(light)).end is (End.DONE if has else End.REFUSED)


async def test_an_unplugged_lamp_is_unknown_then_lost_and_works_after_replugging(bench):
    with pytest.raises(DeviceLostError):
        await bench.lamp.status()
    await bench.lamp.open()
    assert (await bench.lamp.status()).health is Health.NORMAL
    await bench.unplug()
    assert (await bench.lamp.show(Light(Colour.AMBER))).end is End.UNKNOWN
    with pytest.raises(DeviceLostError):
        await bench.lamp.status()
    with pytest.raises(DeviceLostError):
        await bench.lamp.open()
    await bench.plug()
    await bench.lamp.open()
    assert await bench.lamp.show(Light(Colour.AMBER)) == said(bench.lamp)


async def test_closing_twice_is_allowed(bench):
    await bench.lamp.open()
    await bench.lamp.close()
    await bench.lamp.close()
    assert (await bench.lamp.show(Light())).end is End.UNKNOWN


@pytest.mark.hardware
@pytest.mark.skipif("KAPOK_INDICATOR_ADDRESS" not in os.environ, reason="no lamp at hand")
async def test_a_real_lamp_lights_up():
    lamp = indicator({"driver": "serial", "address": os.environ["KAPOK_INDICATOR_ADDRESS"]})
    try:
        await lamp.open()
        assert await lamp.show(Light(Colour.GREEN)) == DONE
    finally:
        await lamp.close()
