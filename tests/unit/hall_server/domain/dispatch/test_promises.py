"""What the rule promises for any line, counter, hall and moment."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from hall_server.contract.vocabulary import Why
from hall_server.domain.dispatch import (
    Call,
    CallingCounter,
    CounterMemory,
    DispatchRules,
    Reason,
    Waiting,
    class_of,
    in_order,
    may_call,
    next_ticket,
    overtakes,
)
from tests.unit.hall_server.domain.dispatch.lines import AT, MINUTE, booked, counters, lines, memories, rules, waiting

if TYPE_CHECKING:
    from collections.abc import Sequence

everything = given(line=lines, counter=counters, hall=rules, memory=memories)
thorough = settings(max_examples=150, deadline=None)


def calls_of(
    line: Sequence[Waiting], counter: CallingCounter, hall: DispatchRules, memory: CounterMemory, step: int = 0
) -> list[tuple[Call, Reason, CounterMemory]]:
    """A counter that calls until nobody is left, every `step` microseconds; the memory is the one before the call."""
    left, at, made = list(line), AT, []
    while choice := next_ticket(left, counter, at, hall, memory):
        made.append((Call(at, counter, choice.ticket.id, tuple(left)), choice.why, memory))
        left.remove(choice.ticket)
        memory = memory.after(choice.ticket)
        at += step
    return made


def called_in(call: Call) -> Waiting:
    return next(one for one in call.waiting if one.id == call.called)


@thorough
@everything
def test_nobody_of_a_queue_and_class_overtakes_another(
    line: tuple[Waiting, ...], counter: CallingCounter, hall: DispatchRules, memory: CounterMemory
) -> None:
    """CL-G4, definitions.md 16: not even those whom the definition would excuse."""
    history = [call for call, _, _ in calls_of(line, counter, hall, memory, step=7 * MINUTE)]
    assert overtakes(history) == ()
    for call in history:
        gone = called_in(call)
        same = [
            one
            for one in call.waiting
            if may_call(counter, one) and (one.queue, class_of(one, call.at)) == (gone.queue, class_of(gone, call.at))
        ]
        assert min(same, key=lambda one: one.arrival) is gone


@thorough
@everything
def test_the_list_is_what_calling_again_and_again_would_give(
    line: tuple[Waiting, ...], counter: CallingCounter, hall: DispatchRules, memory: CounterMemory
) -> None:
    order = in_order(line, counter, AT, hall, memory)
    assert [one.id for one in order] == [call.called for call, _, _ in calls_of(line, counter, hall, memory)]
    assert set(order) == {one for one in line if may_call(counter, one)}


@thorough
@everything
def test_the_order_in_which_tickets_are_handed_in_does_not_matter(
    line: tuple[Waiting, ...], counter: CallingCounter, hall: DispatchRules, memory: CounterMemory
) -> None:
    shuffled = random.Random(len(line)).sample(line, len(line))
    assert next_ticket(line, counter, AT, hall, memory) == next_ticket(shuffled, counter, AT, hall, memory)
    assert in_order(line, counter, AT, hall, memory) == in_order(shuffled, counter, AT, hall, memory)


@thorough
@everything
def test_booked_calls_in_a_row_are_bounded_while_a_walk_in_could_be_served(
    line: tuple[Waiting, ...], counter: CallingCounter, hall: DispatchRules, memory: CounterMemory
) -> None:
    """CL-C10: who has waited over the cap is called for that, not for the booking."""
    for call, _, before in calls_of(line, counter, hall, memory, step=3 * MINUTE):
        gone = called_in(call)
        walk_in_waits = any(one.booked_for is None and may_call(counter, one) for one in call.waiting)
        over = call.at - gone.since >= hall.longest_wait_min * MINUTE
        if gone.booked_for is not None and walk_in_waits and not over:
            assert before.booked_run < hall.booked_in_a_row


@thorough
@everything
def test_nobody_under_the_cap_goes_before_somebody_over_it(
    line: tuple[Waiting, ...], counter: CallingCounter, hall: DispatchRules, memory: CounterMemory
) -> None:
    """CL-G4: no starvation; over the cap the line is first come first served."""
    for call, _, _ in calls_of(line, counter, hall, memory, step=5 * MINUTE):
        over = [
            one
            for one in call.waiting
            if may_call(counter, one) and call.at - one.since >= hall.longest_wait_min * MINUTE
        ]
        if over:
            assert called_in(call) is min(over, key=lambda one: one.arrival)


@thorough
@everything
def test_every_earlier_comer_who_is_passed_over_is_named_with_a_true_cause(
    line: tuple[Waiting, ...], counter: CallingCounter, hall: DispatchRules, memory: CounterMemory
) -> None:
    """CL-G4: for each call the hall can say why."""
    for call, why, before in calls_of(line, counter, hall, memory, step=3 * MINUTE):
        gone = called_in(call)
        mine = [one for one in call.waiting if may_call(counter, one)]
        passed = {one.label for one in mine if one.arrival < gone.arrival}
        told = [label for group in why.passed for label in group.labels]
        assert sorted(told) == sorted(passed)
        causes = {group.why for group in why.passed}
        assert causes <= {Why.BOOKED_CREDIT, Why.STATUTORY_PRIORITY, Why.AFFINITY, Why.WALK_IN_TURN}
        assert Why.BOOKED_CREDIT not in causes or why.booked
        assert Why.STATUTORY_PRIORITY not in causes or why.priority
        assert Why.AFFINITY not in causes or why.affinity
        assert Why.WALK_IN_TURN not in causes or (gone.booked_for is None and before.booked_run >= hall.booked_in_a_row)
        assert (why.why in {Why.BOOKED_CREDIT, Why.STATUTORY_PRIORITY, Why.AFFINITY, Why.WALK_IN_TURN}) or not passed


@thorough
@everything
def test_nothing_is_called_at_a_counter_that_lacks_what_it_needs(
    line: tuple[Waiting, ...], counter: CallingCounter, hall: DispatchRules, memory: CounterMemory
) -> None:
    """CL-G3: an accessible-only ticket goes to an accessible counter; everybody else may go there too."""
    for one in in_order(line, counter, AT, hall, memory):
        assert one.needs <= counter.skills
        assert one.directed_to in {None, counter.no}
        assert one.directed_to == counter.no or one.queue in counter.queues


@thorough
@given(line=lines.filter(bool), counter=counters, hall=rules, later=st.integers(0, 30), to=st.sampled_from("AC"))
def test_nobody_loses_a_place_by_a_transfer(
    line: tuple[Waiting, ...], counter: CallingCounter, hall: DispatchRules, later: int, to: str
) -> None:
    """A transferred ticket stands in its new queue where it would stand had it come there at first."""
    at = AT + later * MINUTE
    moved = msgspec.structs.replace(line[0], queue=to, directed_to=None)
    order = in_order((moved, *line[1:]), counter, at, hall)
    same = [one for one in order if (one.queue, class_of(one, at)) == (moved.queue, class_of(moved, at))]
    assert same == sorted(same, key=lambda one: one.arrival)


def test_nobody_starves_while_booked_and_preferred_visitors_keep_coming() -> None:
    """CL-C10, CL-G4: twelve walk-ins stand at the door; then somebody preferred comes every five minutes.

    The counter calls every four. Alone by credits the walk-ins would wait for most of the day.
    """
    hall, counter, memory = DispatchRules(), CallingCounter(1, ("A",)), CounterMemory()
    line = [waiting(place, 0) for place in range(12)]
    history: list[Call] = []
    for minute in range(480):
        at = AT + minute * MINUTE
        if minute % 5 == 0:
            line.append(booked(100 + minute, -minute, slot=-minute, priority=minute % 2 == 0))
        if minute % 4 == 0 and (choice := next_ticket(line, counter, at, hall, memory)):
            history.append(Call(at, counter, choice.ticket.id, tuple(line)))
            memory = memory.after(choice.ticket)
            line.remove(choice.ticket)
    waits = [call.at - called_in(call).since for call in history if called_in(call).booked_for is None]
    assert len(waits) == 12
    assert max(waits) <= (hall.longest_wait_min + 12 * 4) * MINUTE
    assert overtakes(history) == ()
