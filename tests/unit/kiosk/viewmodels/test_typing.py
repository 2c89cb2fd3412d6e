"""What stands on the glass of a number that is being typed."""

from kiosk.session.state import Page
from kiosk.session.typing import Pad, Typed, TypingWay
from kiosk.values import replace
from kiosk.viewmodels.examples import EXAMPLES
from kiosk.viewmodels.pads import digit_keys, letter_keys
from kiosk.viewmodels.typing import typing_props


def shown(text, age=10.0, **more):
    session = EXAMPLES["number"]
    way = TypingWay(Typed.OWN, came_from=Page.CARD, text=text, touched_at=session.now - age, **more)
    return typing_props(replace(session, visit=replace(session.visit, way=way)))


def test_after_two_seconds_only_the_last_four_are_left_in_the_props():
    assert shown("110101199003", age=1).shown == "110101 199003"
    props = shown("110101199003")
    assert props.shown == "•••••• ••9003"
    assert "1101" not in repr(props)


def test_an_odd_place_and_a_sum_that_fails_are_told_apart():
    assert shown("110101199013").near == 11
    assert shown("110101199003070936").near == -1
    assert shown("110101199003070935").near == 0
    assert shown("110101199003070935").ready


def test_letters_say_which_document_they_look_like():
    assert shown("H12345678", pad=Pad.LETTERS).kind == "hkmo_permit"
    assert shown("H12", pad=Pad.LETTERS).kind == ""


def test_every_key_has_a_cell_of_its_own():
    for keys in (digit_keys(), digit_keys(x=True), letter_keys(), letter_keys(digits=False)):
        cells = [(key.row, key.column + place) for key in keys for place in range(key.span)]
        assert len(cells) == len(set(cells))
        assert len({key.value for key in keys}) == len(keys)
