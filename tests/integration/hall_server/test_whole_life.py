"""Aside and back, transfers, undo and the end of the day, on a real store. Closing each hall replays its history."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from hall_server.contract.messages import (
    CallTicket,
    CompleteTicket,
    HoldTicket,
    SignIn,
    TakeTicket,
    TicketView,
    Transfer,
    VisitorMask,
)
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind, Outcome, PrintAnswer, TicketState
from hall_server.domain.site import QueueRule
from hall_server.flows.caller import Caller
from tests.integration.hall_server.made import KIOSK, MadeHall, fresh
from tests.unit.hall_server.halls import SITE

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


# -- what must not happen -----------------------------------------------------------------------------------------


def test_a_visitor_sent_to_a_counter_that_closes_is_called_by_another(made: MadeHall) -> None:
    only = made.waiting("i1")
    one, two = made.open(1), made.open(2)
    made.hall.transfer(DESK, fresh(), only.id, Transfer(counter=2)).result()
    made.hall.sign_out(two, fresh(), 2).result()
    assert [ticket.label for ticket in made.hall.counter_queue(1).tickets] == [only.label]
    assert made.call(one).label == only.label


def test_whoever_was_served_is_never_void_for_a_silent_kiosk(made: MadeHall) -> None:
    unsure = made.answer(made.take("i1").id, PrintAnswer.CANNOT_TELL)
    one, two = made.open(1), made.open(2)
    made.call(one)
    made.hall.serve(one, fresh(), unsure.id).result()
    made.hall.transfer(one, fresh(), unsure.id, Transfer(queue="C")).result()
    made.call(two)
    made.clock.forward(61)
    made.tick()
    assert made.hall.ticket(unsure.id).state is S.CALLED


def test_a_carried_number_whose_slip_never_came_out_can_be_carried_again(made: MadeHall) -> None:
    sent_home = made.waiting()
    made.hall.close_day(DESK, fresh()).result()
    made.clock.forward(20 * 3600)
    first = made.hall.take_ticket(KIOSK, fresh(), TakeTicket("i1", carry_over=sent_home.id)).result()
    made.answer(first.id, PrintAnswer.VOID)
    assert made.hall.take_ticket(KIOSK, fresh(), TakeTicket("i1", carry_over=sent_home.id)).result().ahead == 0


def test_carried_numbers_keep_the_order_of_their_day(made: MadeHall) -> None:
    earlier = made.waiting()
    made.clock.forward(600)
    later = made.waiting()
    made.hall.close_day(DESK, fresh()).result()
    made.clock.forward(20 * 3600)
    made.tick()
    labels = {}
    for old in (later, earlier):
        new = made.hall.take_ticket(KIOSK, fresh(), TakeTicket("i1", carry_over=old.id)).result()
        labels[old.id] = made.answer(new.id, PrintAnswer.PAPER).label
    who = made.open(1)
    assert [served(made, who).label for _ in range(2)] == [labels[earlier.id], labels[later.id]]


def test_a_late_slip_wins_over_the_closing_of_the_day(made: MadeHall) -> None:
    unsure = made.answer(made.take().id, PrintAnswer.CANNOT_TELL)
    made.hall.close_day(DESK, fresh()).result()
    assert made.hall.ticket(unsure.id).state is S.VOID
    assert made.answer(unsure.id, PrintAnswer.PAPER).state is S.WAITING
    made.clock.forward(20 * 3600)
    made.tick()
    assert (made.hall.ticket(unsure.id).state, made.hall.ticket(unsure.id).end_reason) == (S.EXPIRED, "day_over")


def test_what_comes_late_into_an_old_day_is_closed_soon_too(made: MadeHall) -> None:
    at_counter, who = made.waiting(), made.open(1)
    made.call(who)
    made.clock.forward(24 * 3600)
    made.tick()
    made.hall.transfer(who, fresh(), at_counter.id, Transfer(queue="C")).result()
    made.clock.forward(601)
    made.tick()
    assert made.hall.ticket(at_counter.id).state is S.EXPIRED


def test_nobody_undoes_at_a_counter_where_they_no_longer_sit(made: MadeHall) -> None:
    first, one = made.waiting(), made.open(1)
    made.call(one)
    made.hall.serve(one, fresh(), first.id).result()
    made.hall.hold(one, fresh(), first.id, HoldTicket()).result()
    made.hall.sign_out(one, fresh(), 1).result()
    moved = Caller(ActorKind.CLERK, one.id, 2)
    made.hall.sign_in(moved, fresh(), 2, SignIn(one.id)).result()
    assert refused(made.hall.undo(moved, fresh(), first.id)) in {
        ProblemCode.NOTHING_TO_UNDO,
        ProblemCode.COUNTER_CLOSED,
    }


def test_a_colleague_takes_a_counter_over_from_a_clerk_who_is_gone(made: MadeHall) -> None:
    left, one = made.waiting(), made.open(1)
    made.call(one)
    other = Caller(ActorKind.CLERK, "2002", 1)
    take_over = SignIn("2002", take_over=True)
    assert refused(made.hall.sign_in(other, fresh(), 1, take_over)) is ProblemCode.COUNTER_BUSY
    made.clock.forward(16 * 60)
    made.hall.sign_in(other, fresh(), 1, take_over).result()
    assert made.hall.serve(other, fresh(), left.id).result().state is S.SERVING


def test_a_visitor_gives_a_called_number_up_at_a_kiosk(made: MadeHall) -> None:
    first, who = made.waiting(), made.open(1)
    made.call(who)
    assert made.hall.cancel(KIOSK, fresh(), first.id).result().state is S.CANCELLED
    assert made.hall.counter(1).label == ""


def test_what_a_clerk_typed_is_not_told_to_boards_nor_masks_to_other_counters(made: MadeHall) -> None:
    person = VisitorMask("ab" * 16, "陈*明", "123X")
    ticket = made.hall.take_ticket(KIOSK, fresh(), TakeTicket("i1", visitor=person)).result()
    made.answer(ticket.id, PrintAnswer.PAPER)
    one, two = made.open(1), made.open(2)
    assert made.call(one).visitor == person
    made.hall.serve(one, fresh(), ticket.id).result()
    made.hall.hold(one, fresh(), ticket.id, HoldTicket("张三去复印")).result()
    assert made.hall.transfer(two, fresh(), ticket.id, Transfer(queue="C", reason="张三")).result().visitor is None
    assert "张三" not in str(made.hall.events(0))


def test_a_queue_that_no_counter_serves_takes_nobody(tmp_path: Path) -> None:
    queues = {**SITE.queues, "E": QueueRule("E", "E", "没人办")}
    made = MadeHall(tmp_path, site=msgspec.structs.replace(SITE, queues=queues))
    assert refused(made.hall.transfer(DESK, fresh(), made.waiting().id, Transfer(queue="E"))) is ProblemCode.BAD_REQUEST
    made.close()
