import pytest

from devices.led_strip.codec import SHOW
from devices.led_strip.console import obey
from devices.led_strip.emulator import LedStripEmulator
from devices.values.lamp import Lamp


async def test_the_strip_can_be_looked_at_and_its_lamp_be_spoiled():
    strip = LedStripEmulator()
    assert await obey(strip, "look") == "look: nothing"
    strip.execute(SHOW, b"\0\6\3" + "三号".encode("gb2312"))
    assert await obey(strip, "look") == "look: 三号 (static, brightness 6)"
    assert await obey(strip, "lamp fading") == "lamp fading: done"
    assert strip.lamp is Lamp.FADING
    assert await obey(strip, "power-cycle") == "power-cycle: done"
    assert strip.showing is None


@pytest.mark.parametrize("line", ["", "lamp", "lamp unknown", "dance"])
async def test_words_that_are_not_known_are_told(line):
    with pytest.raises(ValueError, match=r"."):
        await obey(LedStripEmulator(), line)
