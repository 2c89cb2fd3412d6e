import pytest

from devices.sensors.console import obey
from devices.sensors.emulator import SensorsEmulator


async def test_inputs_can_be_turned_and_looked_at():
    box = SensorsEmulator()
    assert await obey(box, "turn door on") == "turn door: done"
    assert box.untold == 1
    assert await obey(box, "turn door on") == "turn door: done"
    assert box.untold == 1
    assert await obey(box, "look") == "look: door on, tilt off, power off"


@pytest.mark.parametrize("line", ["", "turn", "turn door", "turn window on", "turn door up", "dance"])
async def test_words_that_are_not_known_are_told(line):
    with pytest.raises(ValueError, match=r"."):
        await obey(SensorsEmulator(), line)
