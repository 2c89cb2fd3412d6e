"""The plan of several items, as it stands on the screen (UI-K23)."""

from kiosk.session.basket import BasketWay
from kiosk.session.modes import Mode, Modes
from kiosk.values import replace
from kiosk.viewmodels.examples import EXAMPLES
from kiosk.viewmodels.plan import plan_props


def test_it_says_where_how_long_and_what_to_bring_once():
    props = plan_props(EXAMPLES["plan"])
    assert (props.state, props.count, props.at_once, props.low_min, props.high_min) == ("here", 2, "4、9", 20, 35)
    assert [row.counter for row in props.rows] == [0, 0]  # each of the two settles all
    assert props.bring_count == len({need.name for need in props.bring})


def test_a_thing_that_two_items_want_is_named_once_and_says_so():
    need = plan_props(EXAMPLES["plan"]).bring[0]
    assert need.uses == 2


def test_several_counters_are_named_in_the_order_of_going():
    props = plan_props(EXAMPLES["plan_many"])
    assert (props.at_once, props.stops, props.stop_count) == ("", "4、9", 2)
    assert props.rows[0].counter == 4


def test_items_that_do_not_fit_stand_on_the_next_page():
    first = EXAMPLES["plan_many"]
    way = first.visit.way
    second = replace(first, visit=replace(first.visit, way=replace(way, page=1)))
    names = [row.name for session in (first, second) for row in plan_props(session).rows]
    assert len(names) == len(set(names)) == 5
    large = replace(first, modes=Modes(frozenset({Mode.LARGE})))
    assert plan_props(large).pages > plan_props(first).pages


def test_a_hall_that_gave_no_answer_is_another_thing_than_none():
    asked = EXAMPLES["plan_asking"]
    silent = replace(asked, visit=replace(asked.visit, way=BasketWay(asking=False)))
    states = [plan_props(one).state for one in (asked, silent, EXAMPLES["plan_offline"])]
    assert states == ["asking", "unknown", "away"]
