import pytest

from devices.caller.console import obey
from devices.caller.emulator import CallerEmulator


async def test_presses_are_kept_for_the_driver_and_faults_are_understood():
    box = CallerEmulator()
    assert await obey(box, "press recall 3") == "press recall: done"
    assert box.untold == 1
    assert await obey(box, "fault mute on") == "fault: done"
    assert await obey(box, "fault split 2") == "fault: done"
    assert await obey(box, "heal") == "heal: done"
    assert await obey(box, "power-cycle") == "power-cycle: done"
    assert box.untold == 0
    assert "waiting -" in await obey(box, "shown")


@pytest.mark.parametrize(
    "line",
    ["", "dance", "press", "press loud", "press recall x", "press recall -1", "fault", "fault x", "fault mute x"],
)
async def test_words_that_are_not_known_are_told(line):
    with pytest.raises(ValueError, match=r"."):
        await obey(CallerEmulator(), line)
