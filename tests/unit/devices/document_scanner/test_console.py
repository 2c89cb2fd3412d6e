"""The emulator's words, without a scanner."""

import pytest

from devices.document_scanner.console import WORDS, obey
from devices.document_scanner.emulator import DocumentScannerEmulator, Fault


@pytest.mark.parametrize(
    "line",
    ["unplug", "plug", "heal", "load 3", "jam-at 2", "show white", *(fault.replace("_", "-") for fault in Fault)],
)
async def test_each_word_is_obeyed(line, tmp_path):
    box = DocumentScannerEmulator(tmp_path / "box")
    await box.start()
    assert await obey(box, line) == f"{line.split()[0]}: done"
    await box.stop()


@pytest.mark.parametrize("line", ["", "load", "load -1", "load ²", "jam-at 0", "show red", "unplug now", "mute loudly"])
async def test_a_word_that_is_not_known_is_answered_with_those_that_are(line, tmp_path):
    box = DocumentScannerEmulator(tmp_path / "box")
    await box.start()
    with pytest.raises(ValueError, match="no such word") as caught:
        await obey(box, line)
    assert WORDS in str(caught.value)
