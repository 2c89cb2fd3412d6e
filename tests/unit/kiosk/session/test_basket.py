"""几件事一个号: one more item, the plan of them all, one taken away, one number (UI-K23; CL-A7, CL-D9)."""

from msgspec.structs import replace as changed

from hall_server.contract.catalogue import ItemView
from hall_server.contract.items import MAX_ITEMS
from hall_server.contract.messages import WaitBand
from hall_server.contract.visit_plan import PlanStop, VisitPlan
from kiosk.session.basket import AskPlan, PlanCame, basket_way, items_of
from kiosk.session.effects import AskForTicket
from kiosk.session.events import Choice, Chosen, Touch
from kiosk.session.state import Page
from kiosk.values import replace
from tests.unit.kiosk.session.visits import (
    BUNDLE,
    CATALOGUE,
    CONFIRM,
    LEAF,
    OFFLINE,
    PLAN,
    PRECHECK,
    SERVICES,
    T0,
    after,
    played,
    touch,
    visit_of,
)

BOTH = ("i05", "i01")
COMES_TO = VisitPlan("1", BOTH, "E", (2,), (PlanStop(2, BOTH),), (), (), WaitBand(20, 35), 0)


def chosen(item, at=T0 + 1):
    return Chosen(at, Choice.ITEM, item)


def away(item, at=T0 + 3):
    return Chosen(at, Choice.TAKE_AWAY, item)


def ids(session):
    return tuple(item.id for item in items_of(visit_of(session)))


ADDING = after(CONFIRM, touch(Touch.ADD_ITEM))
TWO = after(ADDING, chosen("i01"))


def test_one_more_is_looked_for_in_the_list_and_what_was_chosen_is_kept():
    assert (ADDING.page, ids(ADDING)) == (Page.SERVICES, ("i05",))
    assert visit_of(ADDING).person is visit_of(CONFIRM).person


def test_the_second_item_leads_to_the_plan_and_the_hall_is_asked_for_it():
    session, effects = played(ADDING, chosen("i01"))
    assert (session.page, ids(session)) == (Page.PLAN, BOTH)
    assert effects == [AskPlan(BOTH)]
    assert basket_way(session).asking


def test_it_is_found_by_its_letters_as_well():
    session = after(ADDING, touch(Touch.SEARCH), Chosen(T0 + 1, Choice.KEY, "J"), chosen("i01", T0 + 2))
    assert (session.page, ids(session)) == (Page.PLAN, BOTH)


def test_the_check_of_materials_leads_to_one_more_too():
    session = after(PRECHECK, touch(Touch.ADD_ITEM), chosen("i05"))
    assert (session.page, ids(session)) == (Page.PLAN, ("i01", "i05"))


def test_the_answer_stands_there_and_one_about_other_items_does_not():
    assert basket_way(after(TWO, PlanCame(T0 + 2, BOTH, COMES_TO))).plan is COMES_TO
    assert basket_way(after(TWO, PlanCame(T0 + 2, ("i05",), COMES_TO))).plan is None
    late = after(TWO, PlanCame(T0 + 2, BOTH, None), PlanCame(T0 + 3, BOTH, COMES_TO))
    assert basket_way(late).plan is None


def test_without_the_hall_nobody_is_asked_and_the_number_is_to_be_had_all_the_same():
    session = after(OFFLINE, touch(Touch.TAKE_A_NUMBER), chosen("i05", T0), touch(Touch.WITHOUT_CARD))
    session, effects = played(session, touch(Touch.ADD_ITEM, T0 + 1), chosen("i01", T0 + 2))
    assert (session.page, basket_way(session).asking, effects) == (Page.PLAN, False, [])
    session = after(session, touch(Touch.TAKE_A_NUMBER, T0 + 3), Chosen(T0 + 4, Choice.ANSWER, "no"))
    session, effects = played(session, touch(Touch.BROUGHT, T0 + 5), touch(Touch.PRINT_NUMBER, T0 + 6))
    (asked,) = [effect.command for effect in effects if isinstance(effect, AskForTicket)]
    assert (asked.item, asked.more_items) == (BOTH[0], BOTH[1:])


def test_one_number_is_asked_for_all_of_them():
    session = after(TWO, touch(Touch.TAKE_A_NUMBER, T0 + 2))
    assert session.page is Page.SITUATION
    session = after(session, Chosen(T0 + 3, Choice.ANSWER, "no"), touch(Touch.BROUGHT, T0 + 4))
    assert session.page is Page.CONFIRM  # the card is known already
    _, effects = played(session, touch(Touch.PRINT_NUMBER, T0 + 5))
    (asked,) = [effect.command for effect in effects if isinstance(effect, AskForTicket)]
    assert (asked.item, asked.more_items) == (BOTH[0], BOTH[1:])


def test_an_item_is_taken_away_and_the_plan_is_asked_for_anew():
    session, effects = played(TWO, away("i05"))
    assert (session.page, ids(session)) == (Page.PLAN, ("i01",))
    assert effects == [AskPlan(("i01",))]


def test_the_last_item_stays_and_one_that_is_not_there_changes_nothing():
    session = after(TWO, away("i05"), away("i01", T0 + 4))
    assert ids(session) == ("i01",)
    assert ids(after(TWO, away("nothing"))) == BOTH


def test_an_item_is_not_taken_twice():
    assert ids(after(ADDING, chosen("i05"))) == ("i05",)


def test_back_from_the_list_is_the_plan_and_back_from_the_plan_the_list_with_one_item_fewer():
    session = after(TWO, touch(Touch.BACK, T0 + 2))
    assert (session.page, ids(session)) == (Page.SERVICES, ("i05",))
    session = after(session, touch(Touch.BACK, T0 + 3))
    assert (session.page, ids(session)) == (Page.PLAN, ("i05",))
    session = after(session, touch(Touch.BACK, T0 + 4))
    assert (session.page, ids(session)) == (Page.SERVICES, ())
    assert after(SERVICES, touch(Touch.BACK)).page is Page.HOME


def test_back_from_what_follows_is_the_plan():
    session = after(TWO, touch(Touch.TAKE_A_NUMBER, T0 + 2), touch(Touch.BACK, T0 + 3))
    assert (session.page, ids(session)) == (Page.PLAN, BOTH)


def test_no_more_are_taken_than_a_ticket_bears():
    many = tuple(ItemView(id=f"m{number}", name="事", theme="", queue="E") for number in range(MAX_ITEMS - 1))
    session = replace(CONFIRM, visit=replace(visit_of(CONFIRM), more_items=many))
    assert after(session, touch(Touch.ADD_ITEM)).page is Page.CONFIRM


def test_a_whole_bundle_keeps_its_name_and_one_that_lacks_something_does_not():
    assert visit_of(PLAN).bundle == "b1"
    assert visit_of(after(PLAN, away("i01"))).bundle == ""
    assert visit_of(after(PLAN, touch(Touch.ADD_ITEM, T0 + 1), chosen("general", T0 + 2))).bundle == "b1"


def test_a_leaf_with_a_part_of_its_bundle_asks_for_that_part_alone():
    whole = CATALOGUE.bundles[0]
    larger = changed(whole, items=(*whole.items, "general"))
    session = replace(LEAF, catalogue=changed(CATALOGUE, bundles=(larger,)))
    _, effects = played(session, touch(Touch.TAKE_A_NUMBER))
    assert effects == [AskPlan(BOTH, "")]


def test_a_leaf_of_one_item_needs_no_plan():
    whole = CATALOGUE.bundles[0]
    leaf = changed(whole.leaves[0], items=("i05",))
    session = replace(BUNDLE, catalogue=changed(CATALOGUE, bundles=(changed(whole, leaves=(leaf,)),)))
    session = after(session, Chosen(T0 + 1, Choice.ANSWER, "0"), touch(Touch.TAKE_A_NUMBER, T0 + 2))
    assert session.page is Page.CARD
