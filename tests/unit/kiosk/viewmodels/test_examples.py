"""The made-up visits."""

from hall_server.contract.vocabulary import Chip
from kiosk.session.events import Touch
from kiosk.viewmodels.examples import EXAMPLES, Nobody


def test_behind_a_preview_stands_nobody():
    nobody = Nobody()
    nobody.touch(Touch.HELP)
    nobody.choose_theme("")
    nobody.choose_item("i01")
    nobody.choose_booking("b")
    nobody.toggle_chip(Chip.ELDER)
    nobody.stir()
    assert nobody.session.visit is None


def test_no_example_holds_a_person_where_the_question_stands():
    assert EXAMPLES["timeout"].visit.person is None
