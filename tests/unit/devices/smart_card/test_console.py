"""The words that move the emulated reader, as far as they need no daemon."""

import pytest

from devices.errors import DeviceLostError
from devices.smart_card.console import WORDS, obey
from devices.smart_card.emulator import SmartCardEmulator


@pytest.mark.parametrize(
    "line",
    ["", "dance", "insert", "insert 样本", "insert 样本 12", "behave badly", "fault", "fault cut x", "fault cut -1"],
)
async def test_a_line_that_is_not_understood_says_what_there_is(line, tmp_path):
    with pytest.raises(ValueError, match=r"NAME|none of|no such word|characters"):
        await obey(SmartCardEmulator(folder=tmp_path), line)


@pytest.mark.parametrize("line", ["behave locked pieces", "behave", "fault late 3 2", "fault mute", "heal", "pull"])
async def test_words_that_need_no_daemon_are_done(line, tmp_path):
    assert (await obey(SmartCardEmulator(folder=tmp_path), line)).endswith("done")


async def test_the_daemon_cannot_be_killed_before_it_is_started(tmp_path):
    with pytest.raises(DeviceLostError):
        await obey(SmartCardEmulator(folder=tmp_path), "kill")


def test_every_word_is_told():
    for word in ("insert", "pull", "behave", "fault", "heal", "kill", "freeze", "unplug"):
        assert word in WORDS
