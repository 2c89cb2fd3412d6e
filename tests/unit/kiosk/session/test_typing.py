"""输号码: what keys do, what 确定 does, and that the number is gone once it has named somebody."""

from hall_server.contract.identity.words import Reason
from kiosk.session.events import CardRead, Choice, Chosen, Tick, Touch
from kiosk.session.mine import MineFound
from kiosk.session.state import Page
from kiosk.session.typing import (
    NumberRecognised,
    NumberRefused,
    Pad,
    RecogniseNumber,
    Typed,
    begin_typing,
    complete,
    typing_way,
)
from kiosk.values import replace
from tests.unit.kiosk.session.visits import CARD, HALL, ID, LOOK, T0, YOUNG, after, played, touch, visit_of

WHOLE = "110101199003070935"
NUMBER = after(replace(CARD, hall=HALL), touch(Touch.TYPE_NUMBER))


def keys(text, at=T0):
    return [Chosen(at + 0.2 * place, Choice.KEY, sign) for place, sign in enumerate(text, 1)]


def typed(session, text):
    return after(session, *keys(text))


def text_of(session):
    return typing_way(session).text


def test_the_card_page_leads_to_the_pad():
    assert NUMBER.page is Page.NUMBER
    assert typing_way(NUMBER).pad is Pad.ID


def test_keys_make_the_number_and_undo_it():
    session = typed(NUMBER, "1101")
    assert text_of(session) == "1101"
    session = after(session, Chosen(T0 + 5, Choice.KEY, "back"))
    assert text_of(session) == "110"
    assert text_of(after(session, Chosen(T0 + 6, Choice.KEY, "clear"))) == ""


def test_two_quick_ones_are_two_and_a_trembling_finger_is_one():
    assert text_of(after(NUMBER, *(Chosen(T0 + at, Choice.KEY, "1") for at in (1, 1.2)))) == "11"
    assert text_of(after(NUMBER, *(Chosen(T0 + at, Choice.KEY, "1") for at in (1, 1.05)))) == "1"


def test_what_is_no_key_of_this_pad_changes_nothing():
    for value in ("A", "X", "", "12", "清", "\n", "x" * 5000):
        assert text_of(after(NUMBER, Chosen(T0 + 1, Choice.KEY, value))) == ""
    assert text_of(typed(NUMBER, WHOLE + "5")) == WHOLE
    assert text_of(typed(NUMBER, WHOLE[:-1] + "X")) == WHOLE[:-1] + "X"


def test_confirm_waits_for_a_number_that_adds_up():
    for text in ("", WHOLE[:-1], WHOLE[:-1] + "6"):
        session, effects = played(typed(NUMBER, text), touch(Touch.TYPED, T0 + 9))
        assert not effects
        assert not typing_way(session).asked


def test_a_whole_number_names_the_visitor_and_is_dropped():
    session, effects = played(typed(NUMBER, WHOLE), touch(Touch.TYPED, T0 + 9))
    assert effects == [RecogniseNumber(ID, WHOLE)]
    assert WHOLE not in repr(effects)
    session = after(session, NumberRecognised(T0 + 9, ID, YOUNG), MineFound(T0 + 9, ID, ()))
    assert session.page is Page.CONFIRM
    assert visit_of(session).person == YOUNG
    assert visit_of(session).way is None
    assert WHOLE not in str(session)


def test_whoever_finds_their_card_after_all_lays_it_down():
    session = after(typed(NUMBER, "1101"), CardRead(T0 + 9, YOUNG, LOOK), MineFound(T0 + 9, LOOK, ()))
    assert (session.page, visit_of(session).person, visit_of(session).way) == (Page.CONFIRM, YOUNG, None)


def test_an_answer_of_an_earlier_question_changes_nothing():
    asked = after(typed(NUMBER, WHOLE), touch(Touch.TYPED, T0 + 9))
    assert after(asked, NumberRecognised(T0 + 9, LOOK, YOUNG)).page is Page.NUMBER
    left = after(asked, touch(Touch.BACK, T0 + 10))
    assert after(left, NumberRecognised(T0 + 11, ID, YOUNG)) == replace(left, now=T0 + 11)


def test_while_it_is_asked_nothing_is_typed():
    asked = after(typed(NUMBER, WHOLE), touch(Touch.TYPED, T0 + 9))
    assert text_of(after(asked, Chosen(T0 + 10, Choice.KEY, "back"))) == WHOLE


def test_a_refused_number_stands_to_be_mended():
    session = typed(after(NUMBER, touch(Touch.OTHER_PAD, T0 + 0.1)), "HX123")
    session = after(session, touch(Touch.TYPED, T0 + 9), NumberRefused(T0 + 9, ID, Reason.UNKNOWN_FORM))
    assert typing_way(session).refusal is Reason.UNKNOWN_FORM
    session = after(session, Chosen(T0 + 10, Choice.KEY, "back"))
    assert (text_of(session), typing_way(session).refusal) == ("HX12", None)


def test_a_passport_is_asked_for_its_state():
    session = typed(after(NUMBER, touch(Touch.OTHER_PAD, T0 + 0.1)), "AB12345")
    session = after(session, touch(Touch.TYPED, T0 + 9), NumberRefused(T0 + 9, ID, Reason.STATE_NEEDED))
    assert typing_way(session).asks_state
    session = after(session, *keys("1USAX", T0 + 10))
    session, effects = played(session, touch(Touch.TYPED, T0 + 19))
    assert effects == [RecogniseNumber(ID, "AB12345", "USA")]


def test_back_from_the_state_is_the_number_and_then_the_card():
    way = replace(typing_way(NUMBER), number="AB12345", text="US", pad=Pad.LETTERS)
    session = replace(NUMBER, visit=replace(visit_of(NUMBER), way=way))
    session = after(session, touch(Touch.BACK, T0 + 1))
    assert text_of(session) == "AB12345"
    session = after(session, touch(Touch.BACK, T0 + 2))
    assert session.page is Page.CARD
    assert visit_of(session).way is None


def test_under_the_warning_the_number_is_out_of_sight_and_comes_back():
    session = after(typed(NUMBER, "1101"), Tick(T0 + 100))
    assert session.warning is not None
    assert typing_way(session) is None
    assert text_of(after(session, touch(Touch.STILL_HERE, T0 + 101))) == "1101"


def test_a_code_of_an_organisation_is_18_signs_of_either_kind():
    session = begin_typing(NUMBER, Typed.COMPANY)
    assert not complete(typing_way(typed(session, "91440101MA59ABCD")), "2026-10-16")
    assert complete(typing_way(typed(session, "91440101MA59ABCD1X")), "2026-10-16")
