"""搜事项: what keys do, where a hit leads, and that the text is gone with the visit."""

from kiosk.session.events import Choice, Chosen, Touch
from kiosk.session.searching import LONGEST, search_way
from kiosk.session.state import Page
from tests.unit.kiosk.session.visits import GUIDES, SEARCH, SERVICES, T0, after, touch, visit_of


def key(value, at=T0 + 1):
    return Chosen(at, Choice.KEY, value)


def text_of(session):
    return search_way(session).text


def test_the_list_of_items_leads_to_the_letters():
    assert SEARCH.page is Page.SEARCH
    assert text_of(SEARCH) == "J"


def test_letters_are_added_and_undone():
    session = after(SEARCH, key("Z"), key("Z", T0 + 2))
    assert text_of(session) == "JZZ"
    assert text_of(after(session, key("back", T0 + 3))) == "JZ"
    assert text_of(after(session, key("clear", T0 + 3))) == ""


def test_what_is_no_key_changes_nothing():
    for value in ("", "I", "U", "V", "a", "AB", "社", "1", "\n", "x" * 5000):
        assert text_of(after(SEARCH, key(value))) == "J"


def test_there_is_an_end_to_what_can_be_typed():
    session = after(SEARCH, *(key("Z", T0 + at) for at in range(1, 40)))
    assert len(text_of(session)) == LONGEST


def test_a_hit_leads_on_to_the_item_and_back_to_the_letters():
    session = after(SEARCH, Chosen(T0, Choice.ITEM, "i01"))
    assert session.page is Page.SITUATION
    again = after(session, touch(Touch.BACK, T0 + 1))
    assert again.page is Page.SEARCH
    assert text_of(again) == "J"


def test_an_item_that_there_is_not_changes_nothing():
    assert after(SEARCH, Chosen(T0, Choice.ITEM, "none")).page is Page.SEARCH


def test_back_leads_to_where_the_search_was_begun():
    session = after(SEARCH, touch(Touch.BACK))
    assert session.page is Page.SERVICES
    assert visit_of(session).way is None
    assert after(GUIDES, touch(Touch.SEARCH), touch(Touch.BACK, T0 + 1)).page is Page.GUIDES


def test_from_the_guides_a_hit_is_a_guide():
    session = after(GUIDES, touch(Touch.SEARCH), Chosen(T0, Choice.ITEM, "i05"))
    assert session.page is Page.GUIDE
    assert after(session, touch(Touch.BACK, T0 + 1)).page is Page.SEARCH


def test_whoever_finds_nothing_takes_the_general_number():
    assert after(SEARCH, touch(Touch.NOT_SURE)).page is Page.CARD
    assert after(SERVICES, touch(Touch.SEARCH), touch(Touch.NOT_SURE, T0 + 1)).page is Page.CARD
