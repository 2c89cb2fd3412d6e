"""A lamp on a bad line: lit once, and honestly unknown where it cannot be told."""

import contextlib

import pytest

from devices.errors import DeviceConfigError
from devices.indicator.driver import SerialIndicator
from devices.indicator.emulator import IndicatorEmulator
from devices.registry.indicator import indicator
from devices.transports import open_transport
from devices.transports.box_stand_in import LASTING, BoxFault
from devices.transports.box_talk import BoxTiming
from devices.values.completion import DONE, Completion, End
from devices.values.health import Health
from devices.values.indicator import Colour, Light
from devices.values.lamp import Lamp

QUICK = BoxTiming(answer_s=0.15, attempts=3, gap_s=0.05, beat_s=5)


@contextlib.asynccontextmanager
async def bench(tmp_path):
    box = IndicatorEmulator(link=tmp_path / "lamp")
    await box.start()
    lamp = SerialIndicator(open_transport(box.address), timing=QUICK)
    await lamp.open()
    try:
        yield box, lamp
    finally:
        await lamp.close()
        await box.stop()


@pytest.mark.parametrize("fault", [BoxFault.MUTE, BoxFault.DEAF, BoxFault.NOISE, BoxFault.WRONG_CHECKSUM])
async def test_a_light_is_lit_once_whatever_happens_to_the_answer(tmp_path, fault):
    async with bench(tmp_path) as (box, lamp):
        box.fail(fault)
        assert await lamp.show(Light(Colour.GREEN)) == DONE
        assert box.lights == [Light(Colour.GREEN)]
        assert (await lamp.status()).light == Light(Colour.GREEN)


async def test_a_mute_lamp_is_unknown_and_one_that_says_no_refused(tmp_path):
    async with bench(tmp_path) as (box, lamp):
        box.fail(BoxFault.MUTE, times=LASTING)
        assert await lamp.show(Light()) == Completion(End.UNKNOWN, "device_silent")
        assert (await lamp.status()).reason == "device_silent"
        box.heal()
        box.fail(BoxFault.REFUSED)
        assert (await lamp.show(Light())).end is End.REFUSED


@pytest.mark.parametrize(("bulb", "health"), [(Lamp.FADING, Health.WARNING), (Lamp.INOP, Health.FAULT)])
async def test_a_dying_bulb_is_told(tmp_path, bulb, health):
    async with bench(tmp_path) as (box, lamp):
        box.lamp = bulb
        status = await lamp.status()
        assert (status.health, status.reason) == (health, f"lamp_{bulb}")


@pytest.mark.parametrize("settings", [{"colour": "dark"}, {"colour": "mauve"}, {"channel": 9}])
def test_a_relay_that_no_board_has_is_told(settings):
    with pytest.raises(DeviceConfigError):
        indicator({"driver": "relay", "address": "/dev/ttyUSB0"} | settings)
