import pytest

from devices.speaker.console import obey
from devices.speaker.emulator import SpeakerEmulator


async def test_faults_are_switched_and_what_sounded_is_counted(tmp_path):
    speaker = SpeakerEmulator(folder=tmp_path)
    assert await obey(speaker, "heard") == "heard: 0"
    assert await obey(speaker, "plug") == "plug: done"
    assert await obey(speaker, "fault gone") == "fault: done"
    assert (tmp_path / "fault").read_text() == "gone\n"
    assert await obey(speaker, "heal") == "heal: done"
    assert await obey(speaker, "unplug") == "unplug: done"


@pytest.mark.parametrize("line", ["", "fault", "fault loud", "dance"])
async def test_words_that_are_not_known_are_told(line, tmp_path):
    with pytest.raises(ValueError, match=r"."):
        await obey(SpeakerEmulator(folder=tmp_path), line)
