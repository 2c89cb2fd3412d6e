"""CL-D9, A7: the fewest counters, and the queue of a ticket for several items."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall_server.contract.items import MAX_ITEMS
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.domain.items.combine import Plan, Standing, Visit, fewest_counters, standing

DEMO = {
    1: "LK", 2: "AK", 3: "AE", 4: "EA", 5: "HA", 6: "C", 7: "C", 8: "CA", 9: "EH", 10: "DXC", 11: "CAEH", 12: "NPA",
}  # fmt: skip


def plan(needs, counters=DEMO, waits=None, service=60):
    return fewest_counters(needs, counters, (waits or {}).get if waits else lambda _: 0, lambda _: service)


def test_four_items_over_three_queues_need_one_counter_when_one_serves_all():
    """CL-D9 4 items over 3 queues: the plan uses the minimum of counters given the bindings."""
    assert plan({"a": "A", "b": "E", "c": "H", "d": "A"}) == Plan((Visit(11, ("a", "b", "c", "d"), 0),), (), 240)


def test_without_that_counter_two_are_the_fewest_and_each_item_has_one():
    """CL-D9 Minimum: every item at exactly one counter, in the visitor's order."""
    without = {no: queues for no, queues in DEMO.items() if no != 11}
    found = plan({"a": "A", "b": "E", "c": "H", "d": "A"}, without)
    assert found.visits == (Visit(2, ("a", "d"), 0), Visit(9, ("b", "c"), 0))


def test_the_least_wait_decides_between_equals_then_the_lowest_number():
    """CL-D9 Ties by the expected wait, then by counter number."""
    waits = dict.fromkeys(DEMO, 600)
    assert plan({"a": "C"}, waits=waits).visits == (Visit(6, ("a",), 600),)
    assert plan({"a": "C"}, waits={**waits, 8: 30}).visits == (Visit(8, ("a",), 30),)


def test_fewer_counters_win_over_a_shorter_wait():
    waits = {1: 0, 2: 0, 3: 9000}
    assert plan({"a": "A", "b": "B"}, {1: "A", 2: "B", 3: "AB"}, waits).visits == (Visit(3, ("a", "b"), 9000),)


def test_an_item_that_two_chosen_counters_serve_goes_where_the_wait_is_less():
    found = plan({"x": "X", "m": "M", "y": "Y"}, {1: "XM", 2: "YM"}, {1: 500, 2: 100})
    assert found.visits == (Visit(1, ("x",), 500), Visit(2, ("m", "y"), 100))
    assert found.expected_s == 600 + 3 * 60


def test_an_item_that_nobody_serves_is_said_and_not_dropped():
    assert plan({"a": "A", "z": "Z"}).not_served == ("z",)
    assert plan({"z": "Z"}) == Plan((), ("z",), 0)
    assert plan({}) == Plan((), (), 0)


def test_more_items_than_a_ticket_carries_are_refused():
    many = {f"i{n}": "A" for n in range(MAX_ITEMS + 1)}
    for ask in (plan, lambda needs: standing(needs, DEMO, lambda _: 0)):
        with pytest.raises(HallProblem) as told:
            ask(many)
        assert told.value.code is ProblemCode.BAD_REQUEST


def test_a_ticket_stands_where_the_fewest_counters_settle_everything():
    """CL-A7 Items of two departments: from H two of three counters settle both, from A only two of seven."""
    found = standing({"tax": "A", "permit": "H"}, DEMO, lambda _: 0)
    assert found == Standing("H", (5, 11), Fraction(4, 3))


def test_one_item_stands_in_its_own_queue():
    assert standing({"a": "C"}, DEMO, lambda _: 0) == Standing("C", (6, 7, 8, 10, 11), Fraction(1))


def test_of_equal_queues_the_one_with_the_least_wait_is_taken_then_the_visitors_first():
    counters = {1: "A", 2: "B"}
    assert standing({"a": "A", "b": "B"}, counters, {1: 60, 2: 30}.get) == Standing("B", (), Fraction(2))
    assert standing({"b": "B", "a": "A"}, counters, lambda _: 0) == Standing("B", (), Fraction(2))


def test_a_queue_without_counters_is_no_place_to_stand():
    assert standing({"z": "Z"}, DEMO, lambda _: 0) is None
    found = standing({"z": "Z", "a": "C"}, DEMO, lambda _: 0)
    assert found is not None
    assert found.queue == "C"


QUEUES = "ACEHD"
NEEDS = st.lists(st.sampled_from(QUEUES), max_size=MAX_ITEMS).map(
    lambda queues: {f"i{n}": q for n, q in enumerate(queues)}
)
COUNTERS = st.dictionaries(st.integers(1, 30), st.frozensets(st.sampled_from(QUEUES), max_size=3), max_size=7)


@given(NEEDS, COUNTERS, st.lists(st.integers(0, 3), min_size=31, max_size=31))
def test_no_set_of_counters_is_smaller_or_as_small_and_faster(needs, counters, waits):
    """CL-D9 Exact: the same as trying every set of counters."""
    found = fewest_counters(needs, counters, waits.__getitem__, lambda _: 0)
    wanted = {queue for queue in needs.values() if any(queue in queues for queues in counters.values())}
    every = (
        (size, sum(waits[no] for no in some), some)
        for size in range(len(counters) + 1)
        for some in combinations(sorted(counters), size)
        if wanted <= {queue for no in some for queue in counters[no]}
    )
    size, total, some = min(every)
    assert tuple(sorted(visit.counter for visit in found.visits)) == some
    assert (len(found.visits), found.expected_s) == (size, total)
    assert sorted([item for visit in found.visits for item in visit.items] + list(found.not_served)) == sorted(needs)
    assert all(needs[item] in counters[visit.counter] for visit in found.visits for item in visit.items)


@given(NEEDS, COUNTERS)
def test_a_ticket_always_stands_where_one_of_its_items_is_settled(needs, counters):
    """CL-A7 The counters named settle all of it; no other queue does better on average."""
    found = standing(needs, counters, lambda _: 0)
    if found is None:
        assert not {queue for queues in counters.values() for queue in queues} & set(needs.values())
        return
    assert found.queue in needs.values()
    assert found.visits >= 1
    assert (found.visits == 1) == (set(found.counters) == {no for no in counters if found.queue in counters[no]})


@given(NEEDS, COUNTERS)
def test_no_other_queue_of_the_items_needs_fewer_counters_on_average(needs, counters):
    """CL-A7 The mean over the counters that may call, against every set of counters."""
    served = {queue for queue in needs.values() if any(queue in queues for queues in counters.values())}

    def visits(no):
        left = served - counters[no]
        return 1 + min(
            size
            for size in range(len(counters) + 1)
            for some in combinations(counters, size)
            if left <= {queue for other in some for queue in counters[other]}
        )

    callers = {queue: [no for no in counters if queue in counters[no]] for queue in served}
    means = {queue: Fraction(sum(map(visits, some)), len(some)) for queue, some in callers.items()}
    found = standing(needs, counters, lambda _: 0)
    assert (found.visits if found else None) == min(means.values(), default=None)
    assert found is None or means[found.queue] == found.visits


def test_a_city_hall_with_a_hundred_counters_is_planned_for_twelve_items_of_twelve_queues():
    letters = "ACDEFGHJKLMN"
    counters = {no: {letters[no % 12], letters[(no * 5 + 1) % 12], letters[(no * 7 + 3) % 12]} for no in range(1, 101)}
    found = fewest_counters({f"i{n}": one for n, one in enumerate(letters)}, counters, lambda no: no, lambda _: 60)
    assert found.not_served == ()
    assert len(found.visits) >= 4
