"""A counter's pause, and its lists of who stands aside: what the console shows, with the clock moved by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hall_server.contract.counters import CounterPauseReason, PauseCounter
from hall_server.contract.messages import CallTicket, HoldTicket, Transfer
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import CounterState, TicketState
from tests.integration.hall_server.made import MadeHall, clerk, fresh

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

MINUTE = 60_000_000
REST = PauseCounter(CounterPauseReason.REST, 10)


@pytest.fixture
def again(tmp_path: Path) -> Iterator[Callable[[MadeHall], MadeHall]]:
    """Stop a hall and start it again on the same store."""
    started: list[MadeHall] = []

    def start(before: MadeHall) -> MadeHall:
        before.close()
        started.append(MadeHall(tmp_path, before.clock))
        return started[-1]

    yield start
    for hall in started[-1:]:
        hall.close()


@pytest.fixture
def made(tmp_path: Path) -> MadeHall:
    return MadeHall(tmp_path)


def test_a_counter_pauses_says_when_it_is_back_and_a_call_ends_the_pause(
    made: MadeHall, again: Callable[[MadeHall], MadeHall]
) -> None:
    who = made.open(1)
    now = made.hall.pauses.begin(who, fresh(), 1, REST).result()
    assert (now.state, now.back_at) == (CounterState.PAUSED, made.clock.at + 10 * MINUTE)
    assert made.hall.counter(1).state is CounterState.PAUSED
    assert [counter.state for counter in made.hall.now().counters if counter.no == 1] == [CounterState.PAUSED]
    made.waiting()
    made.hall.call_next(who, fresh(), 1).result()
    assert made.hall.counter(1).state is CounterState.CALLING
    made = again(made)
    assert made.hall.pauses.at(1) is None


def test_a_pause_outlives_a_restart_and_ends_when_its_clerk_is_back_or_leaves(
    made: MadeHall, again: Callable[[MadeHall], MadeHall]
) -> None:
    who = made.open(1)
    made.hall.pauses.begin(who, fresh(), 1, REST).result()
    made = again(made)
    assert made.hall.counter(1).state is CounterState.PAUSED
    made.hall.pauses.end(who, fresh(), 1).result()
    assert made.hall.counter(1).state is CounterState.IDLE
    made.hall.pauses.begin(who, fresh(), 1, REST).result()
    made.hall.sign_out(who, fresh(), 1).result()
    assert made.hall.counter(1).state is CounterState.CLOSED
    made.clock.forward(60)
    made.open(1)
    assert made.hall.counter(1).state is CounterState.IDLE


def test_a_counter_that_pauses_is_no_open_one_in_what_the_hall_tells(made: MadeHall) -> None:
    one, _ = made.open(1), made.open(2)
    for _ in range(8):
        made.waiting()
    before = made.hall.now()
    assert (before.open_counters, before.queues[0].open_counters) == (2, 2)
    made.hall.pauses.begin(one, fresh(), 1, REST).result()
    paused = made.hall.now()
    assert (paused.open_counters, paused.queues[0].open_counters) == (1, 1)
    assert before.queues[0].wait is not None
    assert paused.queues[0].wait is not None
    assert paused.queues[0].wait.high_min > before.queues[0].wait.high_min
    made.hall.pauses.end(one, fresh(), 1).result()
    assert made.hall.now().queues[0].wait == before.queues[0].wait


def test_nobody_pauses_with_a_visitor_at_hand_or_for_another(made: MadeHall) -> None:
    who = made.open(1)
    made.waiting()
    made.hall.call_next(who, fresh(), 1).result()
    with pytest.raises(HallProblem) as refused:
        made.hall.pauses.begin(who, fresh(), 1, REST).result()
    assert refused.value.code is ProblemCode.COUNTER_BUSY
    with pytest.raises(HallProblem) as refused:
        made.hall.pauses.begin(clerk(2), fresh(), 2, REST).result()
    assert refused.value.code is ProblemCode.COUNTER_CLOSED


def test_held_visitors_stand_in_a_list_with_why_and_when_to_look_again(
    made: MadeHall, again: Callable[[MadeHall], MadeHall]
) -> None:
    who = made.open(1)
    made.waiting()
    ticket = made.hall.call_next(who, fresh(), 1).result()
    made.hall.serve(who, fresh(), ticket.id).result()
    made.hall.hold(who, fresh(), ticket.id, HoldTicket("去复印 · 户口本", remind_min=10)).result()
    (held,) = made.hall.asides.held(1)
    assert (held.label, held.reason, held.by) == (ticket.label, "去复印 · 户口本", who.id)
    assert held.remind_at == made.clock.at + 10 * MINUTE
    assert made.hall.asides.counts(1) == (0, 1)
    made = again(made)
    assert made.hall.asides.held(1) == (held,)
    made.hall.resume(who, fresh(), ticket.id).result()
    assert made.hall.asides.held(1) == ()


def test_who_missed_a_call_can_be_found_until_the_day_is_over_also_after_the_second_time(made: MadeHall) -> None:
    who = made.open(1)
    made.waiting()
    for _ in range(2):
        ticket = made.hall.call_next(who, fresh(), 1).result()
        made.clock.forward(60)
        made.hall.no_show(who, fresh(), ticket.id).result()
        (missed,) = made.hall.asides.missed(1)
        assert missed.label == ticket.label
        made.hall.bring_back(who, fresh(), ticket.id).result()
        assert made.hall.asides.missed(1) == ()
    assert missed.state is TicketState.EXPIRED
    assert made.hall.ticket(ticket.id).state is TicketState.WAITING


def test_a_number_is_found_with_and_without_its_letter_and_nothing_else_is(made: MadeHall) -> None:
    made.open(1)
    ticket = made.waiting()
    assert [one.label for one in made.hall.asides.find(ticket.label.lower())] == [ticket.label]
    assert ticket.label in [one.label for one in made.hall.asides.find(str(int(ticket.label[1:])))]
    for nothing in ("", "Z999", "'; drop", "九", "1" * 40):
        assert made.hall.asides.find(nothing) == ()


def test_what_a_clerk_writes_goes_along_to_colleagues_and_a_call_by_hand_says_why(made: MadeHall) -> None:
    one, two = made.open(1), made.open(2)
    made.waiting()
    ticket = made.hall.call_next(one, fresh(), 1).result()
    made.hall.transfer(one, fresh(), ticket.id, Transfer(counter=2, reason="要看原件")).result()
    made.hall.call(two, fresh(), ticket.id, CallTicket(2, "只差一样，很快")).result()
    (word,) = made.hall.asides.words(ticket.id)
    assert (word.counter, word.by, word.words) == (1, one.id, "要看原件")
    assert made.hall.why(ticket.id).calls[-1].zh == "由窗口人员点名叫号：只差一样，很快。"
    assert made.hall.events(0).events[-1].reason == "called_by_hand"  # what was said is not for boards
