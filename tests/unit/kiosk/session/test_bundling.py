"""一件事: questions, what they come to, and one number for all of it."""

from kiosk.session.bundling import bundle_way, leaf, leaf_items
from kiosk.session.effects import AskForTicket
from kiosk.session.events import CardGone, CardRead, Choice, Chosen, Touch
from kiosk.session.prechecking import checked, precheck_way
from kiosk.session.state import Page
from tests.unit.kiosk.session.visits import (
    BUNDLE,
    GUIDES,
    LEAF,
    SEARCH,
    SERVICES,
    T0,
    YOUNG,
    after,
    played,
    touch,
    visit_of,
)


def answer(value, at=T0 + 1):
    return Chosen(at, Choice.ANSWER, value)


def test_a_bundle_begins_with_its_first_question():
    assert BUNDLE.page is Page.BUNDLE
    assert bundle_way(BUNDLE).path == ()


def test_an_answer_leads_to_what_it_comes_to():
    assert LEAF.page is Page.LEAF
    assert [item.id for item in leaf_items(LEAF)] == ["i05", "i01"]


def test_an_answer_that_the_question_does_not_have_changes_nothing():
    for value in ("2", "-1", "x", "0x0", "9" * 400):
        assert after(BUNDLE, answer(value)).page is Page.BUNDLE


def test_whoever_does_not_know_gets_all_of_it():
    session = after(BUNDLE, answer(""))
    assert session.page is Page.LEAF
    assert leaf(session)[1].items == ("i05", "i01")
    assert after(session, touch(Touch.BACK, T0 + 2)).page is Page.BUNDLE


def test_back_goes_to_the_question_and_then_to_the_guides():
    question = after(LEAF, touch(Touch.BACK))
    assert question.page is Page.BUNDLE
    assert after(question, touch(Touch.BACK, T0 + 1)).page is Page.GUIDES


def test_a_bundle_is_begun_from_the_items_from_a_search_and_from_the_guides_and_leads_back_there():
    for session in (SERVICES, SEARCH, GUIDES):
        begun = after(session, Chosen(T0 + 1, Choice.BUNDLE, "b1"))
        assert begun.page is Page.BUNDLE
        back = after(begun, touch(Touch.BACK, T0 + 2))
        assert (back.page, visit_of(back).way) == (session.page, visit_of(session).way)
        for nobody in ("i05", "", "b" * 5000):
            assert after(session, Chosen(T0 + 1, Choice.BUNDLE, nobody)).page is session.page


def test_all_of_it_is_one_number_with_each_thing_to_bring_once():
    session = after(LEAF, touch(Touch.TAKE_A_NUMBER))
    assert session.page is Page.PLAN
    session = after(session, touch(Touch.TAKE_A_NUMBER, T0 + 1), answer("no", T0 + 1))
    assert session.page is Page.PRECHECK
    assert [one.name for one in checked(precheck_way(session)).bring] == ["相片"]
    session = after(session, touch(Touch.BROUGHT, T0 + 2), CardRead(T0 + 2, YOUNG), CardGone(T0 + 2))
    _, effects = played(session, touch(Touch.PRINT_NUMBER, T0 + 3))
    command = next(effect.command for effect in effects if isinstance(effect, AskForTicket))
    assert (command.item, command.more_items, command.bundle) == ("i05", ("i01",), "b1")


def test_where_the_hall_settles_nothing_of_it_the_general_number_is_given():
    session = after(BUNDLE, answer("1"), touch(Touch.TAKE_A_NUMBER, T0 + 2))
    assert session.page is Page.CARD
    assert visit_of(session).item.id == "general"
    assert visit_of(session).bundle == ""


def test_another_item_is_not_part_of_the_bundle():
    session = after(LEAF, touch(Touch.TAKE_A_NUMBER), touch(Touch.TAKE_A_NUMBER, T0 + 1), answer("no"))
    session = after(session, touch(Touch.BROUGHT, T0 + 2), touch(Touch.BACK, T0 + 3), touch(Touch.BACK, T0 + 4))
    session = after(session, touch(Touch.BACK, T0 + 5))
    assert session.page is Page.PLAN
    assert after(session, touch(Touch.BACK, T0 + 6)).page is Page.LEAF
