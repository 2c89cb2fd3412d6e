from __future__ import annotations

import pytest

from hall_server.contract.vocabulary import CounterState, TicketState
from hall_server.domain.hall_state import CounterSession, counter_now, counters_for, free_for
from hall_server.domain.ticket import SECOND
from tests.unit.hall_server.halls import NOON, SITE, ticket

SEAT = CounterSession(1, "1001", NOON)
RULE = SITE.counters[1]


def test_a_counter_without_a_clerk_is_closed() -> None:
    now = counter_now(RULE, None, None)
    assert (now.state, now.clerk, now.label) == (CounterState.CLOSED, "", "")


def test_a_counter_with_a_clerk_and_nobody_is_idle() -> None:
    now = counter_now(RULE, SEAT, None)
    assert (now.state, now.clerk, now.since) == (CounterState.IDLE, "1001", NOON)


def test_a_called_ticket_makes_it_calling() -> None:
    now = counter_now(RULE, SEAT, ticket(TicketState.CALLED))
    assert (now.state, now.label, now.since) == (CounterState.CALLING, "A001", NOON - 100 * SECOND)


def test_a_served_ticket_makes_it_serving_even_when_the_seat_is_empty() -> None:
    now = counter_now(RULE, None, ticket(TicketState.SERVING, served_at=NOON))
    assert (now.state, now.since, now.clerk) == (CounterState.SERVING, NOON, "")


def test_a_ticket_that_has_gone_on_is_not_at_the_counter() -> None:
    assert counter_now(RULE, SEAT, ticket(TicketState.COMPLETED)).state is CounterState.IDLE


@pytest.mark.parametrize(
    ("queue", "open_counters", "waiting", "share"),
    [
        ("A", set(), {}, 0),
        ("A", {1}, {"A": 9}, 1),
        ("C", {1}, {"C": 9}, 0),
        ("A", {1, 2}, {"A": 0, "C": 0}, 2),
        ("A", {2}, {"A": 2, "C": 3}, 0.5),
        ("C", {2}, {"A": 3, "C": 0}, 0.25),
    ],
)
def test_a_queue_gets_its_share_of_the_open_counters(
    queue: str, open_counters: set[int], waiting: dict[str, int], share: float
) -> None:
    assert counters_for(SITE, queue, open_counters, waiting) == share


@pytest.mark.parametrize(
    ("open_counters", "at_hand", "waiting", "free"),
    [
        ({1, 2}, {}, {}, 2),
        ({1, 2}, {1: "a ticket"}, {}, 1),
        ({1}, {}, {"A": 3}, 1),  # those who wait in the same queue are counted by `ahead`
        (set(), {}, {}, 0),
    ],
)
def test_a_counter_without_anybody_is_free_for_a_queue(open_counters, at_hand, waiting, free) -> None:
    assert free_for(SITE, "A", at_hand, open_counters, waiting) == free


def test_a_counter_that_others_wait_for_is_not_free() -> None:
    others = next(name for name in SITE.counters[2].queues if name != "A")
    assert free_for(SITE, "A", {}, {2}, {others: 1}) == 0
