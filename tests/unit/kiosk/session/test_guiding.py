"""办事指南: lists, groups, one guide, and the way from it to a number."""

from kiosk.session.events import CardGone, CardRead, Choice, Chosen, Touch
from kiosk.session.guiding import GuidesWay, Order, groups
from kiosk.session.state import Page
from tests.unit.kiosk.session.visits import GUIDE, GUIDES, HOME, T0, YOUNG, after, touch, visit_of


def way_of(session):
    return visit_of(session).way


def test_the_first_page_leads_to_what_is_often_asked():
    session = after(HOME, touch(Touch.GUIDES))
    assert session.page is Page.GUIDES
    assert way_of(session) == GuidesWay(Order.COMMON)


def test_letters_are_chosen_and_left_again():
    assert "J" in {one.heading for one in groups(GUIDES, Order.LETTER)}
    session = after(GUIDES, Chosen(T0, Choice.GROUP, "J"))
    assert way_of(session).group == "J"
    assert way_of(after(session, touch(Touch.BACK))).group == ""


def test_a_list_or_a_group_that_there_is_not_changes_nothing():
    for choice in (Choice.ORDER, Choice.GROUP, Choice.ITEM):
        for value in ("", "none", "x" * 5000):
            assert way_of(after(GUIDES, Chosen(T0, choice, value))) == GuidesWay(Order.LETTER)


def test_pages_are_turned_in_both_directions():
    assert way_of(after(GUIDES, touch(Touch.NEXT_LIST_PAGE))).page == 1
    assert way_of(after(GUIDES, touch(Touch.PREVIOUS_LIST_PAGE))).page == -1
    assert way_of(after(GUIDE, touch(Touch.NEXT_LIST_PAGE))).page == 1


def test_back_from_the_lists_is_the_first_page():
    assert after(GUIDES, touch(Touch.BACK)).page is Page.HOME


def test_a_guide_leads_to_its_number_and_back():
    session = after(GUIDE, touch(Touch.TAKE_A_NUMBER))
    assert session.page is Page.SITUATION
    assert after(session, touch(Touch.BACK, T0 + 1)).page is Page.GUIDE
    assert after(GUIDE, touch(Touch.BACK)).page is Page.GUIDES


def test_a_card_laid_down_beside_a_guide_is_not_asked_for_again():
    session = after(HOME, touch(Touch.GUIDES), Chosen(T0, Choice.ITEM, "i05"), CardRead(T0, YOUNG), CardGone(T0))
    assert session.page is Page.GUIDE
    assert after(session, touch(Touch.TAKE_A_NUMBER)).page is Page.CONFIRM
