"""The made-up visits."""

from kiosk.session.events import Choice, Touch
from kiosk.viewmodels.examples import EXAMPLES, Nobody


def test_behind_a_preview_stands_nobody():
    nobody = Nobody()
    nobody.touch(Touch.HELP)
    nobody.choose(Choice.ITEM, "i01")
    nobody.stir()
    assert nobody.session.visit is None


def test_no_example_holds_a_person_where_the_question_stands():
    assert EXAMPLES["timeout"].visit.person is None
