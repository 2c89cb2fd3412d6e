import pytest

from devices.indicator.console import obey
from devices.indicator.emulator import IndicatorEmulator
from devices.values.lamp import Lamp


async def test_the_lamp_can_be_looked_at_and_be_spoiled():
    box = IndicatorEmulator()
    assert await obey(box, "look") == "look: dark steady"
    assert await obey(box, "lamp inop") == "lamp inop: done"
    assert box.lamp is Lamp.INOP
    assert await obey(box, "fault mute 3") == "fault: done"


@pytest.mark.parametrize("line", ["", "lamp", "lamp unknown", "dance"])
async def test_words_that_are_not_known_are_told(line):
    with pytest.raises(ValueError, match=r"."):
        await obey(IndicatorEmulator(), line)
