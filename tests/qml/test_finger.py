"""The scripted finger: words on a pipe, touches through the window, one after the other."""

import json
import os

import pytest
from PIL import Image

from kiosk.bridge import finger as finger_module
from kiosk.bridge.finger import Finger
from kiosk.session.state import Page


class Script:
    """The other end of the finger's pipe, and what it answered."""

    def __init__(self, glass, qtbot, capfd):
        reading, self._writing = os.pipe()
        self._reading, self._qtbot, self._capfd, self._said = reading, qtbot, capfd, ""
        self.finger = Finger(glass.view, reading)

    def write(self, words):
        os.write(self._writing, words)

    def hears(self, count):
        """The first `count` answers."""

        def enough():
            self._said += self._capfd.readouterr().out
            return self._said.count("\n") >= count

        self._qtbot.waitUntil(enough, timeout=20_000)
        return self._said.splitlines()

    def end(self):
        if self._writing:
            os.close(self._writing)
            self._writing = 0


@pytest.fixture
def script(glass, qtbot, capfd):
    made = Script(glass, qtbot, capfd)
    yield made
    made.end()


def test_a_tap_by_its_name_touches_like_a_person(glass, script):
    script.write(b"tap home.take_a_number\n")
    assert script.hears(1) == ["tapped home.take_a_number"]
    assert glass.page == Page.SERVICES


def test_a_name_that_is_not_there_is_answered_with_those_that_are(glass, script, monkeypatch):
    monkeypatch.setattr(finger_module, "GIVE_UP_AFTER", 2)
    script.write(b"tap home.nothing\n")
    (answer,) = script.hears(1)
    assert answer.startswith("cannot tap home.nothing: it is not on the screen; there are: access.aloud")
    assert "home.take_a_number" in answer
    assert glass.page == Page.HOME


def test_what_the_question_covers_cannot_be_touched(glass, script, monkeypatch):
    monkeypatch.setattr(finger_module, "GIVE_UP_AFTER", 2)
    glass.stand("timeout")
    script.write(b"tap confirm.print_number\ntap access.help\n")
    assert [answer.partition(":")[0] for answer in script.hears(2)] == [
        "cannot tap confirm.print_number",
        "cannot tap access.help",
    ]


def test_words_are_obeyed_one_after_the_other_even_when_they_come_at_once(glass, script, tmp_path):
    script.write(f"tap home.take_a_number\nshot {tmp_path}/a.png\ntap services.back\n".encode())
    assert script.hears(3) == ["tapped home.take_a_number", f"shot {tmp_path}/a.png", "tapped services.back"]
    picture = Image.open(tmp_path / "a.png").convert("RGB")
    glass.stand("services")
    assert picture.size == (1080, 1920)
    assert glass.view.grabWindow().pixelColor(540, 640).getRgb()[:3] == picture.getpixel((540, 640))


def test_a_picture_that_cannot_be_written_is_said(script, tmp_path):
    script.write(f"shot {tmp_path}/nowhere/a.png\n".encode())
    assert script.hears(1) == [f"cannot write {tmp_path}/nowhere/a.png"]


@pytest.mark.parametrize("words", [b"jump", b"tap", b"shot", b"TAP home", b"\xff\xfe", b"x" * 9000])
def test_unknown_words_are_answered_with_the_known_ones(script, words):
    script.write(words + b"\n")
    (answer,) = script.hears(1)
    assert answer.startswith("unknown words '")
    assert answer.endswith("there are: tap NAME | shot FILE | look")
    assert len(answer) < 1400


def test_empty_lines_say_nothing_and_the_end_of_the_words_changes_nothing(glass, script):
    script.write(b"\n \n")
    script.end()
    glass.stand("home")
    glass.tap("home.take_a_number")
    assert glass.page == Page.SERVICES


def test_a_look_tells_what_can_be_touched_and_every_word_of_the_scene(glass, script):
    script.write(b"look\n")
    (answer,) = script.hears(1)
    told = json.loads(answer)
    assert "home.take_a_number" in told["look"]
    assert any("请人帮忙" in word for word in told["words"])
    assert told["clipboard"] == ""
