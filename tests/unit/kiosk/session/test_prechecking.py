"""看材料: questions that narrow the list, what is lacking, and that it keeps nobody from a number."""

from msgspec.structs import replace as changed

from hall_server.contract.catalogue import ItemView, Material
from kiosk.session.effects import PrintSlip
from kiosk.session.events import CardGone, CardRead, CatalogueCame, Choice, Chosen, TicketReserved, Touch
from kiosk.session.prechecking import OWN_CARD, checked, precheck_way, question
from kiosk.session.state import Page
from tests.unit.kiosk.session.visits import (
    CATALOGUE,
    HOME,
    ID,
    PERMIT,
    PRECHECK,
    SERVICES,
    SITUATION,
    T0,
    YOUNG,
    after,
    played,
    ticket,
    touch,
    visit_of,
)


def answer(value, at=T0 + 1):
    return Chosen(at, Choice.ANSWER, value)


def bring(session):
    return [one.name for one in checked(precheck_way(session)).bring]


def with_item(*materials):
    item = ItemView(id="i07", name="查询", theme="社会保障", queue="E", materials=materials)
    session = after(HOME, CatalogueCame(T0, changed(CATALOGUE, items=(*CATALOGUE.items, item))))
    return after(session, touch(Touch.TAKE_A_NUMBER), Chosen(T0, Choice.ITEM, "i07"))


def test_an_item_with_a_question_asks_it_before_the_list():
    assert SITUATION.page is Page.SITUATION
    assert question(precheck_way(SITUATION))[1].question == "拍过吗？"


def test_an_answer_takes_away_what_it_makes_needless():
    assert bring(after(SITUATION, answer("yes"))) == []
    assert bring(after(SITUATION, answer("no"))) == ["相片"]


def test_whoever_does_not_know_gets_the_whole_list():
    assert bring(after(SITUATION, answer(""))) == ["相片"]


def test_an_answer_that_the_question_does_not_have_changes_nothing():
    for value in ("maybe", "x" * 5000, "\n"):
        assert after(SITUATION, answer(value)).page is Page.SITUATION


def test_an_item_that_needs_the_card_only_adds_no_touch():
    card = Material("m_id", OWN_CARD, tolerable=False, licence=OWN_CARD)
    assert with_item(card).page is Page.CARD
    assert with_item(card, Material("m", "证明", tolerable=False, issued_by_gov=True)).page is Page.CARD
    assert with_item().page is Page.CARD


def test_the_cards_of_two_people_are_worth_a_look():
    assert with_item(Material("m_id", "双方身份证件", tolerable=False, licence=OWN_CARD)).page is Page.PRECHECK


def test_brought_leads_to_the_card_and_back_to_the_list():
    session = after(PRECHECK, touch(Touch.BROUGHT))
    assert session.page is Page.CARD
    assert after(session, touch(Touch.BACK)).page is Page.PRECHECK


def test_a_card_that_was_laid_down_before_is_not_asked_for():
    session = after(PRECHECK, CardRead(T0, YOUNG), CardGone(T0))
    assert session.page is Page.PRECHECK
    assert after(session, touch(Touch.BROUGHT)).page is Page.CONFIRM


def test_whoever_lacks_something_gets_a_number_all_the_same():
    session = after(PRECHECK, touch(Touch.LACKING))
    assert precheck_way(session).lacking
    assert after(session, touch(Touch.BROUGHT)).page is Page.CARD
    assert not precheck_way(after(session, touch(Touch.BACK))).lacking


def test_back_goes_from_the_list_to_the_question_and_from_there_to_the_items():
    question_again = after(PRECHECK, touch(Touch.BACK))
    assert question_again.page is Page.SITUATION
    items = after(question_again, touch(Touch.BACK, T0 + 1))
    assert items.page is Page.SERVICES
    assert visit_of(items).way is None


def test_the_slip_tells_what_the_answers_left():
    session = after(SITUATION, answer("yes"), touch(Touch.BROUGHT, T0 + 2), CardRead(T0 + 2, YOUNG), CardGone(T0 + 2))
    session = after(session, touch(Touch.PRINT_NUMBER, T0 + 3))
    _, effects = played(session, TicketReserved(T0 + 4, changed(ticket(), bring=("相片",))))
    assert [effect.ticket.bring for effect in effects if isinstance(effect, PrintSlip)] == [()]


def test_without_a_check_the_slip_tells_what_the_hall_says():
    session = after(SERVICES, Chosen(T0, Choice.ITEM, "i05"), CardRead(T0, YOUNG), touch(Touch.PRINT_NUMBER))
    _, effects = played(session, TicketReserved(T0, changed(ticket(ID), bring=("相片",))))
    assert [effect.ticket.bring for effect in effects if isinstance(effect, PrintSlip)] == [("相片",)]


def test_another_item_begins_its_own_check():
    session = after(
        PRECHECK, touch(Touch.BROUGHT), touch(Touch.BACK), touch(Touch.BACK, T0 + 1), touch(Touch.BACK, T0 + 2)
    )
    assert session.page is Page.SERVICES
    session = after(session, Chosen(T0 + 3, Choice.ITEM, "i05"))
    assert session.page is Page.CARD
    assert visit_of(session).bring is None
    assert PERMIT in CATALOGUE.items
