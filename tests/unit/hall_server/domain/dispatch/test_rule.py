"""The rule's sentences one by one."""

from __future__ import annotations

import pytest

from hall_server.contract.vocabulary import Why
from hall_server.domain.dispatch import (
    CallingCounter,
    CounterMemory,
    DispatchRules,
    NextTicketRule,
    Waiting,
    in_order,
    next_ticket,
)
from tests.unit.hall_server.domain.dispatch.lines import AT, COUNTER, MINUTE, booked, waiting

EQUIPPED = CallingCounter(2, ("A",), frozenset({"accessible"}))
STEPS_ONLY = CallingCounter(3, ("A",))
RULE: NextTicketRule = next_ticket


def called(
    *line: Waiting,
    counter: CallingCounter = COUNTER,
    rules: DispatchRules | None = None,
    run: int = 0,
) -> tuple[int, str]:
    choice = RULE(line, counter, AT, rules or DispatchRules(), CounterMemory(run))
    assert choice is not None
    return choice.ticket.place, str(choice.why)


def test_nobody_is_called_when_nobody_waits_for_this_counter() -> None:
    assert next_ticket([], COUNTER, AT) is None
    assert next_ticket([waiting(queue="E")], COUNTER, AT) is None
    assert in_order([waiting(queue="E")], COUNTER, AT) == ()


def test_the_only_one_is_called_whoever_it_is() -> None:
    assert called(booked(1, 0)) == (1, "only_one_waiting;waiting:1;booked:15")


def test_the_earliest_of_all_queues_comes_first() -> None:
    """CL-A7: one counter, many queues."""
    assert called(waiting(1, 8), waiting(2, 9, queue="C")) == (2, "earliest_taken;waited:9;waiting:2")


def test_of_equal_arrivals_the_smaller_place_comes_first() -> None:
    assert called(waiting(7), waiting(5), waiting(6))[0] == 5


def test_a_booked_visitor_whose_slot_began_counts_as_fifteen_minutes_earlier() -> None:
    reason = "booked_credit;waited:1;waiting:2;booked:15;passed_booked_credit:A001"
    assert called(waiting(1, 15), booked(2, 1)) == (2, reason)
    assert called(waiting(1, 17), booked(2, 1)) == (1, "earliest_taken;waited:17;waiting:2")


def test_at_equal_scores_the_earlier_arrival_comes_first() -> None:
    assert called(waiting(1, 16), booked(2, 1))[0] == 1


def test_an_early_check_in_has_no_credit_before_its_slot_and_all_of_it_from_then_on() -> None:
    assert called(waiting(1, 12), booked(2, 11, slot=-1))[0] == 1
    assert called(waiting(1, 12), booked(2, 11, slot=0))[0] == 2


def test_priority_by_law_counts_as_twelve_minutes() -> None:
    """CL-G4: the credit helps, and stays a credit."""
    reason = "statutory_priority;waited:1;waiting:2;priority:12;passed_statutory_priority:A001"
    assert called(waiting(1, 12), waiting(2, 1, priority=True)) == (2, reason)
    assert called(waiting(1, 14), waiting(2, 1, priority=True))[0] == 1


def test_booking_and_priority_add_up() -> None:
    place, reason = called(waiting(1, 27), booked(2, 1, priority=True))
    assert (place, reason.split(";")[0]) == (2, "booked_credit")
    assert "booked:15;priority:12" in reason


def test_the_counters_own_queue_has_its_declared_minutes() -> None:
    """CL-A7: with per-counter priority of queues."""
    rules = DispatchRules(affinity_min=(5, 2))
    line = (waiting(1, 9, queue="C", label="C001"), waiting(2, 7))
    assert called(*line, rules=rules) == (2, "affinity;waited:7;waiting:2;affinity:5;passed_affinity:C001")
    assert called(*line)[0] == 1


def test_everybody_who_was_passed_over_has_a_cause_of_their_own() -> None:
    rules = DispatchRules(affinity_min=(5,))
    line = (waiting(1, 9), booked(2, 8, queue="C", label="C002"), booked(3, 7))
    assert called(*line, rules=rules) == (
        3,
        "booked_credit;waited:7;waiting:3;booked:15;affinity:5;passed_booked_credit:A001;passed_affinity:C002",
    )


def test_after_an_hour_the_longest_wait_goes_before_everybody() -> None:
    """CL-G4: no queue starves."""
    line = (waiting(1, 60), waiting(2, 61), booked(3, 59.9, priority=True))
    assert called(*line) == (2, "longest_wait_cap;waited:61;waiting:3")
    assert [one.place for one in in_order(line, COUNTER, AT)] == [2, 1, 3]


def test_after_three_booked_calls_a_walk_in_goes_first() -> None:
    """CL-C10: walk-ins always have a way."""
    line = (booked(1, 9), waiting(2, 8), waiting(3, 7))
    assert called(*line, run=2)[0] == 1
    assert called(*line, run=3) == (2, "walk_in_turn;waited:8;waiting:3;run:3;passed_walk_in_turn:A001")


def test_a_walk_in_whose_turn_it_is_anyway_needs_no_rule_about_turns() -> None:
    assert called(booked(1, 9, slot=-5), waiting(2, 10), run=9) == (2, "earliest_taken;waited:10;waiting:2")


def test_among_walk_ins_the_turn_goes_by_the_score() -> None:
    """CL-C10."""
    place, reason = called(booked(1, 9), waiting(2, 8), waiting(3, 7, priority=True), run=3)
    assert place == 3
    assert reason.endswith("run:3;passed_walk_in_turn:A001;passed_statutory_priority:A002")


def test_a_fourth_booked_visitor_is_called_when_no_walk_in_can_be() -> None:
    """CL-C10: the bound holds while a walk-in waits that this counter may serve."""
    assert called(booked(1, 9), booked(2, 8), waiting(3, 30, queue="E"), run=3)[0] == 1


def test_who_has_waited_an_hour_goes_even_before_a_walk_ins_turn() -> None:
    assert called(booked(1, 61), waiting(2, 8), run=3) == (1, "longest_wait_cap;waited:61;waiting:2;booked:15")


def test_an_accessible_only_ticket_is_called_by_an_equipped_counter_only() -> None:
    """CL-G3: others may be called there too."""
    line = (waiting(1, 20, needs=frozenset({"accessible"})), waiting(2, 10))
    assert called(*line, counter=STEPS_ONLY)[0] == 2
    assert called(*line, counter=EQUIPPED) == (1, "accessible_only_here;waited:20;waiting:2")
    assert called(line[1], counter=EQUIPPED)[0] == 2


def test_a_directed_ticket_is_called_at_its_counter_only() -> None:
    line = (waiting(1, 20, directed_to=1), waiting(2, 10))
    assert called(*line) == (1, "directed;waited:20;waiting:2")
    assert called(*line, counter=STEPS_ONLY) == (2, "only_one_waiting;waited:10;waiting:1")
    assert called(waiting(3, queue="E", directed_to=1))[0] == 3


def test_a_returned_ticket_has_its_old_place_and_the_reason_says_so() -> None:
    assert called(waiting(1, 20, returned=True), waiting(2, 10)) == (1, "returned;waited:20;waiting:2")


def test_a_clock_that_went_back_makes_no_negative_wait() -> None:
    assert called(waiting(1, -5), waiting(2, -6)) == (1, "earliest_taken;waiting:2")


def test_credits_and_caps_are_the_halls_own() -> None:
    rules = DispatchRules(booked_credit_min=0, priority_credit_min=0, longest_wait_min=5)
    assert called(booked(1, 2), waiting(2, 3), waiting(3, 4), rules=rules)[0] == 3
    assert called(booked(1, 2, priority=True), waiting(2, 6), rules=rules)[1].startswith("longest_wait_cap")


def test_the_list_shows_the_walk_ins_turn_before_it_comes() -> None:
    """CL-C10."""
    line = [*(booked(place, 5) for place in range(1, 6)), waiting(6, 4), waiting(7, 3)]
    assert [one.place for one in in_order(line, COUNTER, AT)] == [1, 2, 3, 6, 4, 5, 7]
    assert [one.place for one in in_order(line, COUNTER, AT, memory=CounterMemory(3))] == [6, 1, 2, 3, 7, 4, 5]


@pytest.mark.parametrize(("one", "run"), [(booked(), 3), (booked(slot=-9), 3), (waiting(), 0)])
def test_a_counter_counts_booked_calls_until_a_walk_in_is_called(one: Waiting, run: int) -> None:
    assert CounterMemory(2).after(one) == CounterMemory(run)


def test_a_choice_keeps_its_why_as_a_value() -> None:
    choice = next_ticket([waiting(1, 2), booked(2, 1)], COUNTER, AT + MINUTE)
    assert choice is not None
    assert (choice.why.why, choice.why.waited) == (Why.BOOKED_CREDIT, 2)
