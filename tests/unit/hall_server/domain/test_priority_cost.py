"""What somebody who goes first costs the others, reckoned before it is done (CL-A6)."""

from __future__ import annotations

import msgspec

from hall_server.contract.priority import PriorityCost
from hall_server.contract.vocabulary import Chip, TicketState
from hall_server.domain.priority_cost import goes_first, prioritised, priority_cost
from hall_server.domain.ticket import SECOND, Ticket
from tests.unit.hall_server.halls import NOON, SITE, ticket

MINUTE = 60 * SECOND


def line(*waited_min: int, queue: str = "A") -> list[Ticket]:
    """People in line by how long they have waited, named after it."""
    return [
        ticket(id=f"{queue}{one}", queue=queue, place=-one, since=NOON - one * MINUTE, taken_at=NOON - one * MINUTE)
        for one in waited_min
    ]


def test_twelve_minutes_pass_whoever_came_less_than_that_before() -> None:
    people = line(20, 16, 9, 3)
    cost = priority_cost(people[-1], people, SITE, NOON, {1})
    assert cost == PriorityCost(place=4, new_place=3, others=1, each_s=300)


def test_whoever_stands_first_already_costs_nobody_anything() -> None:
    people = line(20, 9)
    assert priority_cost(people[0], people, SITE, NOON, {1}) == PriorityCost(place=1, new_place=1, others=0, each_s=0)


def test_with_two_counters_each_of_the_others_waits_half_as_long() -> None:
    people = line(9, 8, 3)
    one, two = (priority_cost(people[-1], people, SITE, NOON, working) for working in ({1}, {1, 2}))
    assert (one.others, two.others) == (2, 2)
    assert (one.each_s, two.each_s) == (300, 150)


def test_a_line_whose_counters_are_shut_is_reckoned_as_if_all_of_them_worked() -> None:
    people = line(9, 8, 3)
    assert priority_cost(people[-1], people, SITE, NOON, set()) == priority_cost(people[-1], people, SITE, NOON, {1, 2})


def test_people_of_another_queue_whom_the_same_counter_calls_are_counted_once() -> None:
    people = [*line(9, 8), *line(7, 6, queue="C"), *line(3)]
    assert priority_cost(people[-1], people, SITE, NOON, {1, 2}).others == 4
    assert priority_cost(people[-1], people, SITE, NOON, {1}).others == 2


def test_who_has_the_credit_already_gets_no_second_one() -> None:
    for chip in (Chip.ELDER, Chip.PRIORITY):
        one = msgspec.structs.replace(ticket(), chips=(chip,))
        assert goes_first(one.chips)
        assert prioritised(one) is one
    assert prioritised(ticket(chips=(Chip.CANTONESE,))).chips == (Chip.CANTONESE, Chip.PRIORITY)


def test_whoever_does_not_wait_costs_nobody() -> None:
    people = line(9, 8)
    called = ticket(TicketState.CALLED, id="k", place=3)
    assert priority_cost(called, [*people, called], SITE, NOON, {1}).others == 0
