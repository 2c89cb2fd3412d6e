"""Aside and back, transfers, undo and the end of the day, on a real store. Closing each hall replays its history."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hall_server.contract.messages import CallTicket, CompleteTicket, HoldTicket, TakeTicket, TicketView, Transfer
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind, Outcome, PrintAnswer, TicketState
from hall_server.flows.caller import Caller
from tests.integration.hall_server.made import KIOSK, MadeHall, fresh

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hall_server.domain.seams import Promise

S = TicketState
DESK = Caller(ActorKind.CLERK)  # the greeter: staff without a counter


@pytest.fixture
def made(tmp_path: Path) -> Iterator[MadeHall]:
    hall = MadeHall(tmp_path)
    yield hall
    hall.close()


def refused(promise: Promise[object]) -> ProblemCode:
    with pytest.raises(HallProblem) as caught:
        promise.result()
    return caught.value.code


def missed(made: MadeHall, who: Caller) -> TicketView:
    """The next visitor is called and does not come."""
    called = made.call(who)
    made.clock.forward(60)
    return made.hall.no_show(who, fresh(), called.id).result()


def served(made: MadeHall, who: Caller) -> TicketView:
    called = made.call(who)
    made.hall.serve(who, fresh(), called.id).result()
    return made.hall.complete(who, fresh(), called.id, CompleteTicket()).result()


# -- held and resumed --------------------------------------------------------------------------------------------------


def test_a_held_visitor_frees_the_counter_and_is_resumed_at_another(made: MadeHall) -> None:
    first, second = made.waiting(), made.waiting()
    one, two = made.open(1), made.open(2)
    made.call(one)
    made.hall.serve(one, fresh(), first.id).result()
    held = made.hall.hold(one, fresh(), first.id, HoldTicket("去复印")).result()
    assert (held.state, made.hall.counter(1).label) == (S.HELD, "")
    assert made.call(one).label == second.label
    back = made.hall.resume(two, fresh(), first.id).result()
    assert (back.state, back.counter, made.hall.counter(2).label) == (S.SERVING, 2, first.label)


def test_nobody_is_resumed_at_a_counter_where_somebody_stands(made: MadeHall) -> None:
    first = made.waiting()
    made.waiting()
    one = made.open(1)
    made.call(one)
    made.hall.serve(one, fresh(), first.id).result()
    made.hall.hold(one, fresh(), first.id, HoldTicket()).result()
    made.call(one)
    assert refused(made.hall.resume(one, fresh(), first.id)) is ProblemCode.COUNTER_BUSY


# -- transferred -------------------------------------------------------------------------------------------------------


def test_a_transferred_visitor_is_called_before_later_ones_of_the_new_queue(made: MadeHall) -> None:
    early = made.waiting("i1")
    made.clock.forward(60)
    made.waiting("i2")
    one, two = made.open(1), made.open(2)
    made.call(one)
    moved = made.hall.transfer(one, fresh(), early.id, Transfer(queue="C")).result()
    assert (moved.state, moved.queue, moved.label, moved.ahead) == (S.WAITING, "C", early.label, 0)
    assert made.call(two).label == early.label


def test_a_visitor_sent_to_one_counter_is_called_there_only(made: MadeHall) -> None:
    only = made.waiting("i1")
    one, two = made.open(1), made.open(2)
    made.hall.transfer(DESK, fresh(), only.id, Transfer(counter=2)).result()
    assert refused(made.hall.call_next(one, fresh(), 1)) is ProblemCode.NOBODY_WAITING
    assert made.call(two).label == only.label


@pytest.mark.parametrize(
    ("order", "code"),
    [
        (Transfer(), ProblemCode.BAD_REQUEST),
        (Transfer(queue="Z"), ProblemCode.QUEUE_UNKNOWN),
        (Transfer(counter=99), ProblemCode.COUNTER_UNKNOWN),
        (Transfer(queue="C", counter=1), ProblemCode.BAD_REQUEST),
    ],
)
def test_a_transfer_to_nowhere_is_refused_and_changes_nothing(
    made: MadeHall, order: Transfer, code: ProblemCode
) -> None:
    before = made.waiting()
    n = made.hall.n
    assert refused(made.hall.transfer(DESK, fresh(), before.id, order)) is code
    assert made.hall.n == n


# -- missed ------------------------------------------------------------------------------------------------------------


def test_who_missed_the_call_has_their_turn_after_three_further_calls(made: MadeHall) -> None:
    late = made.waiting()
    others = [made.waiting().label for _ in range(4)]
    who = made.open(1)
    missed(made, who)
    assert [served(made, who).label for _ in range(4)] == [*others[:3], late.label]
    assert served(made, who).label == others[3]


def test_the_second_no_show_expires_and_the_greeter_may_bring_it_back(made: MadeHall) -> None:
    late = made.waiting()
    for _ in range(3):
        made.waiting()
    who = made.open(1)
    assert missed(made, who).state is S.NO_SHOW
    for _ in range(3):
        served(made, who)
    assert missed(made, who).state is S.EXPIRED
    back = made.hall.bring_back(DESK, fresh(), late.id).result()
    assert (back.state, back.no_shows) == (S.WAITING, 2)
    assert made.call(who).label == late.label


def test_who_is_back_early_waits_in_the_old_place(made: MadeHall) -> None:
    late = made.waiting()
    made.waiting()
    who = made.open(1)
    missed(made, who)
    assert made.hall.bring_back(who, fresh(), late.id).result().ahead == 0
    assert made.call(who).label == late.label


# -- by hand, given up, undone -----------------------------------------------------------------------------------------


def test_a_call_by_hand_says_so_in_its_event(made: MadeHall) -> None:
    made.waiting()
    later = made.waiting()
    who = made.open(1)
    called = made.hall.call(who, fresh(), later.id, CallTicket(1)).result()
    assert (called.state, called.counter) == (S.CALLED, 1)
    assert made.hall.events(0).events[-1].reason == "called_by_hand"


def test_a_visitor_gives_the_number_up_at_a_kiosk(made: MadeHall) -> None:
    gone = made.hall.cancel(KIOSK, fresh(), made.waiting().id).result()
    assert (gone.state, gone.end_reason) == (S.CANCELLED, "given_up")
    assert made.hall.now().waiting == 0


def test_undo_brings_the_visitor_back_to_the_counter(made: MadeHall) -> None:
    only, who = made.waiting(), made.open(1)
    served(made, who)
    made.clock.forward(5)
    back = made.hall.undo(who, fresh(), only.id).result()
    assert (back.state, back.counter, back.outcome, made.hall.counter(1).label) == (S.SERVING, 1, None, only.label)


def test_an_undone_call_is_not_counted_for_those_who_missed_theirs(made: MadeHall) -> None:
    late = made.waiting()
    others = [made.waiting().label for _ in range(4)]
    who = made.open(1)
    missed(made, who)
    for _ in range(3):
        made.hall.undo(who, fresh(), made.call(who).id).result()
    assert [served(made, who).label for _ in range(4)] == [*others[:3], late.label]


def test_undo_is_refused_when_somebody_else_stands_at_the_counter(made: MadeHall) -> None:
    first, who = made.waiting(), made.open(1)
    made.waiting()
    served(made, who)
    made.call(who)
    assert refused(made.hall.undo(who, fresh(), first.id)) is ProblemCode.COUNTER_BUSY


def test_undo_after_its_seconds_is_refused(made: MadeHall) -> None:
    first, who = made.waiting(), made.open(1)
    served(made, who)
    made.clock.forward(11)
    assert refused(made.hall.undo(who, fresh(), first.id)) is ProblemCode.UNDO_TOO_LATE


# -- the day is over ---------------------------------------------------------------------------------------------------


def test_who_is_sent_home_goes_first_tomorrow_once(made: MadeHall) -> None:
    sent_home = made.waiting()
    who = made.open(1)
    closed = made.hall.close_day(DESK, fresh()).result()
    assert [(one.label, one.priority) for one in closed.tickets] == [(sent_home.label, True)]
    made.clock.forward(20 * 3600)
    made.tick()
    early = made.waiting()
    carried = made.hall.take_ticket(KIOSK, fresh(), TakeTicket("i1", carry_over=sent_home.id)).result()
    made.answer(carried.id, PrintAnswer.PAPER)
    again = made.hall.take_ticket(KIOSK, fresh(), TakeTicket("i1", carry_over=sent_home.id))
    assert refused(again) is ProblemCode.CANNOT_CARRY_OVER
    who = made.open(1)
    assert [served(made, who).label for _ in range(2)] == [carried.label, early.label]


def test_a_number_that_was_used_gives_nobody_priority(made: MadeHall) -> None:
    used, who = made.waiting(), made.open(1)
    served(made, who)
    made.clock.forward(20 * 3600)
    assert (
        refused(made.hall.take_ticket(KIOSK, fresh(), TakeTicket("i1", carry_over=used.id)))
        is ProblemCode.CANNOT_CARRY_OVER
    )
    assert (
        refused(made.hall.take_ticket(KIOSK, fresh(), TakeTicket("i1", carry_over="nobody")))
        is ProblemCode.CANNOT_CARRY_OVER
    )


def test_the_day_rolls_over_while_somebody_is_served(made: MadeHall) -> None:
    at_counter, waiting = made.waiting(), made.waiting()
    unsure = made.answer(made.take().id, PrintAnswer.CANNOT_TELL)
    who = made.open(1)
    made.call(who)
    made.hall.serve(who, fresh(), at_counter.id).result()
    made.clock.forward(24 * 3600)
    made.tick()
    assert made.hall.ticket(at_counter.id).state is S.SERVING
    assert (made.hall.ticket(waiting.id).state, made.hall.ticket(unsure.id).state) == (S.EXPIRED, S.VOID)
    assert made.waiting().label == "A001"
    done = made.hall.complete(who, fresh(), at_counter.id, CompleteTicket(Outcome.ACCEPTED)).result()
    assert (done.state, done.business_day) == (S.COMPLETED, "2026-01-02")


def test_one_ticket_carries_several_items(made: MadeHall) -> None:
    begun = fresh()
    view = made.hall.take_ticket(KIOSK, fresh(), TakeTicket("i1", more_items=("i3", "i1"), correlation=begun)).result()
    assert (view.items, view.correlation) == (("i1", "i3"), begun)
    assert (
        refused(made.hall.take_ticket(KIOSK, fresh(), TakeTicket("i1", more_items=("zz",)))) is ProblemCode.ITEM_UNKNOWN
    )
