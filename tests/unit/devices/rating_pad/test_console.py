import pytest

from devices.rating_pad.console import obey
from devices.rating_pad.emulator import RatingPadEmulator


async def test_a_press_without_invitation_is_counted():
    pad = RatingPadEmulator()
    assert await obey(pad, "press very_satisfied") == "press very_satisfied: done"
    assert await obey(pad, "lit") == "lit: no, pressed without invitation: 1"
    assert pad.untold == 0


@pytest.mark.parametrize("line", ["", "press", "press 5", "dance", "fault nothing"])
async def test_words_that_are_not_known_are_told(line):
    with pytest.raises(ValueError, match=r"."):
        await obey(RatingPadEmulator(), line)
