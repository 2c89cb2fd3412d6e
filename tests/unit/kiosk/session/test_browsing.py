"""Home, the list of items, and asking for a person."""

from __future__ import annotations

import msgspec
import pytest

from hall_server.contract.messages import QueueNow
from kiosk.session.effects import PlayTone, Tone, Wipe
from kiosk.session.events import CardRead, CatalogueCame, Choice, Chosen, HallNews, LinkChanged, Touch
from kiosk.session.helping import AskForHelp
from kiosk.session.state import Page, Session
from kiosk.values import replace
from tests.unit.kiosk.session.visits import (
    CARD,
    CATALOGUE,
    CONFIRM,
    HALL,
    OUT_OF_SERVICE,
    SERVICES,
    SOME_ITEM,
    T0,
    YOUNG,
    after,
    played,
    touch,
    visit_of,
)


def test_a_theme_shows_its_items_from_the_first_page() -> None:
    session = after(SERVICES, touch(Touch.NEXT_LIST_PAGE), Chosen(T0, Choice.THEME, "其他"))
    assert (visit_of(session).theme, visit_of(session).list_page) == ("其他", 0)
    assert visit_of(after(session, Chosen(T0, Choice.THEME, ""))).theme == ""


def test_a_theme_or_an_item_that_the_hall_does_not_offer_changes_nothing() -> None:
    assert (
        after(SERVICES, Chosen(T0, Choice.THEME, "no such theme"), Chosen(T0, Choice.ITEM, "no such item")) == SERVICES
    )


def test_touches_that_come_before_the_catalogue_change_nothing() -> None:
    session = after(OUT_OF_SERVICE, Chosen(T0, Choice.THEME, "其他"), Chosen(T0, Choice.ITEM, "i05"))
    assert session == replace(OUT_OF_SERVICE, last_touch=T0)


def test_the_list_turns_its_pages() -> None:
    assert visit_of(after(SERVICES, touch(Touch.NEXT_LIST_PAGE))).list_page == 1


def test_an_item_leads_to_the_card() -> None:
    assert CARD.page is Page.CARD
    assert visit_of(CARD).item == SOME_ITEM


def test_whoever_is_not_sure_gets_the_general_item() -> None:
    session = after(SERVICES, touch(Touch.NOT_SURE))
    assert session.page is Page.CARD
    item = visit_of(session).item
    assert item is not None
    assert item.id == "general"


def test_whoever_is_not_sure_gets_a_person_in_a_hall_without_a_general_item() -> None:
    catalogue = msgspec.structs.replace(CATALOGUE, items=(SOME_ITEM,))
    session, effects = played(SERVICES, CatalogueCame(T0, catalogue), touch(Touch.NOT_SURE))
    assert session.page is Page.HELP
    assert [type(effect) for effect in effects] == [AskForHelp]


@pytest.mark.parametrize("session", [CARD, CONFIRM])
def test_back_leads_to_the_list(session) -> None:
    back = after(session, touch(Touch.BACK))
    assert back.page is Page.SERVICES
    assert visit_of(back).person == visit_of(session).person


def test_back_from_the_list_leads_home_and_wipes() -> None:
    session, effects = played(SERVICES, touch(Touch.BACK))
    assert (session.page, session.visit, effects) == (Page.HOME, None, [Wipe()])


def test_back_from_the_list_says_farewell_when_a_person_was_known() -> None:
    session = after(CONFIRM, touch(Touch.BACK), touch(Touch.BACK, T0 + 1))
    assert (session.page, session.visit) == (Page.CLEARED, None)


def test_back_from_the_list_asks_for_the_card_that_lies_there() -> None:
    session = after(SERVICES, CardRead(T0, YOUNG), touch(Touch.BACK))
    assert session.page is Page.CARD
    assert visit_of(session).person is None


def test_lists_turn_both_ways() -> None:
    assert visit_of(after(SERVICES, touch(Touch.PREVIOUS_LIST_PAGE))).list_page == -1
    there_and_back = after(SERVICES, touch(Touch.NEXT_LIST_PAGE), touch(Touch.PREVIOUS_LIST_PAGE, T0 + 1))
    assert visit_of(there_and_back).list_page == 0


def no_numbers(numbers: bool = False) -> Session:
    queue = QueueNow(id="E", letter="E", name="社保", waiting=0, open_counters=0, wait=None, numbers=numbers)
    return after(SERVICES, HallNews(T0, msgspec.structs.replace(HALL, queues=(queue,))))


def test_an_item_without_numbers_says_so_before_a_card_is_asked_for() -> None:
    said, effects = played(no_numbers(), Chosen(T0, Choice.ITEM, "i05"))
    assert (said.page, visit_of(said).fault) == (Page.BUSY, "queue_closed")
    assert visit_of(said).item == SOME_ITEM
    assert effects == [PlayTone(Tone.WARN)]
    assert after(said, touch(Touch.BACK, T0 + 1)).page is Page.SERVICES


def test_a_hall_that_does_not_answer_forbids_no_number() -> None:
    silent = after(no_numbers(), LinkChanged(T0, online=False), Chosen(T0, Choice.ITEM, "i05"))
    assert silent.page is Page.CARD
    assert after(no_numbers(numbers=True), Chosen(T0, Choice.ITEM, "i05")).page is Page.CARD
