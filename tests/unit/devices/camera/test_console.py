"""The words that move the emulated camera."""

import pytest

from devices.camera.codec import is_whole, size_of
from devices.camera.console import obey
from devices.camera.emulator import CameraEmulator, Fault
from devices.camera.pictures import as_jpeg, blank, from_file, sheet


async def test_each_word_does_what_it_says(tmp_path):
    camera = CameraEmulator()
    (tmp_path / "view.jpg").write_bytes(as_jpeg(blank(20, 10)))
    assert await obey(camera, "code 穗好办") == "code: done"
    assert size_of(camera._views[0]) == (640, 480)
    await obey(camera, f"show {tmp_path}/view.jpg")
    assert size_of(camera._views[0]) == (20, 10)
    await obey(camera, "blank")
    assert size_of(camera._views[0]) == (640, 480)
    await obey(camera, "fps 5")
    await obey(camera, "fail broken")
    assert (camera.fps, camera._faults) == (5.0, {Fault.BROKEN})
    await obey(camera, "heal")
    assert camera._faults == set()


@pytest.mark.parametrize("line", ["", "jump", "code", "show", "fps 0", "fps 1000", "fps x", "fail nothing", "fps nan"])
async def test_other_words_are_answered_with_the_known_ones(line):
    with pytest.raises(ValueError, match=r"there are|could not convert"):
        await obey(CameraEmulator(), line)


async def test_what_is_no_picture_cannot_be_shown(tmp_path):
    (tmp_path / "text").write_text("no picture", encoding="utf-8")
    for name in ("text", "missing"):
        with pytest.raises(ValueError, match="holds no picture"):
            await obey(CameraEmulator(), f"show {tmp_path}/{name}")


def test_a_code_that_does_not_fit_is_said():
    with pytest.raises(ValueError, match="does not fit"):
        sheet(b"x" * 2000)


def test_pictures_are_whole_jpegs():
    assert is_whole(as_jpeg(sheet(b"KPT1:A")))
    assert from_file.__doc__
