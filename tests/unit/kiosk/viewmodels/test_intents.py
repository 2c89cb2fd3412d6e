"""Words of QML become values of the session."""

import pytest

from kiosk.session.events import Choice, Touch
from kiosk.session.state import Session
from kiosk.viewmodels.intents import Intents


class Heard:
    session = Session()

    def __init__(self):
        self.said = []

    def touch(self, touch):
        self.said.append(touch)

    def choose(self, choice, value):
        self.said.append((choice, value))

    def stir(self):
        self.said.append("stirred")


@pytest.fixture
def heard():
    return Heard()


@pytest.fixture
def intents(heard):
    return Intents(heard)


def test_every_intent_reaches_the_doorway_as_a_value(intents, heard):
    intents.touch("take_a_number")
    intents.choose("theme", "社会保障")
    intents.choose("mode", "large")
    assert heard.said == [Touch.TAKE_A_NUMBER, (Choice.THEME, "社会保障"), (Choice.MODE, "large")]


def test_help_reaches_the_session_and_takes_a_notice_away(intents, heard):
    said = []
    intents.touched.connect(lambda: said.append("touched"))
    intents.ask_for_help()
    assert heard.said == [Touch.HELP]
    assert said == ["touched"]


def test_a_function_of_a_later_day_changes_nothing_of_the_visit(intents, heard):
    said = []
    intents.later.connect(said.append)
    intents.ask_later("guides")
    assert (heard.said, said) == (["stirred"], ["guides"])


def test_a_touch_on_no_button_says_that_somebody_is_there_and_leaves_a_notice_standing(intents, heard):
    counted = []
    intents.touched.connect(lambda: counted.append(1))
    intents.stir()
    assert (heard.said, counted) == (["stirred"], [])


def test_a_touch_takes_a_notice_away(intents):
    counted = []
    intents.touched.connect(lambda: counted.append(1))
    intents.touch("back")
    intents.ask_later("guides")
    assert len(counted) == 1


@pytest.mark.parametrize("word", ["", "take-a-number", "打印"])
def test_a_word_that_is_no_touch_is_a_bug_of_ours(intents, word):
    with pytest.raises(ValueError, match="not a valid Touch"):
        intents.touch(word)
