import pytest

from devices.access_pad.console import obey
from devices.access_pad.emulator import AccessPadEmulator
from devices.errors import DeviceLostError


@pytest.mark.parametrize("line", ["", "press", "press loud", "headphones", "headphones up", "dance"])
async def test_words_that_are_not_known_are_told(line):
    with pytest.raises(ValueError, match=r"."):
        await obey(AccessPadEmulator(), line)


@pytest.mark.parametrize("line", ["press up", "headphones in", "headphones out"])
async def test_an_unplugged_pad_types_nothing(line):
    with pytest.raises(DeviceLostError):
        await obey(AccessPadEmulator(), line)
