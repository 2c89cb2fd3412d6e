from __future__ import annotations

from typing import Any

import msgspec
import pytest

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind, Delivery, Move, Outcome, PrintAnswer, TicketState
from hall_server.domain.life import apply, born, born_as, decide, passed, replay
from hall_server.domain.site import Limits
from hall_server.domain.ticket import (
    DAY_OVER,
    SECOND,
    SERVER,
    TURN_AGAIN,
    UNCONFIRMED_NO_ANSWER,
    Actor,
    Birth,
    Step,
    Ticket,
    TicketEvent,
)
from tests.unit.hall_server.halls import NOON, ticket

LIMITS = Limits()
CLERK = Actor(ActorKind.CLERK, "1001")
KIOSK = Actor(ActorKind.KIOSK, "K1")
S = TicketState


def go(before: Ticket, move: Move, /, at: int = NOON, by: Actor = CLERK, **more: Any) -> Ticket:
    event = decide(before, Step(move, **more), at, by, LIMITS)
    return before if event is None else apply(before, event)


def refusal(before: Ticket, move: Move, /, at: int = NOON, by: Actor = CLERK, **more: Any) -> HallProblem:
    with pytest.raises(HallProblem) as caught:
        decide(before, Step(move, **more), at, by, LIMITS)
    return caught.value


def answer(before: Ticket, what: PrintAnswer, **more: Any) -> Ticket:
    return go(before, Move.CONFIRM_PRINT, by=KIOSK, answer=what, **more)


def test_paper_makes_a_reserved_ticket_wait() -> None:
    after = answer(ticket(S.RESERVED), PrintAnswer.PAPER)
    assert (after.state, after.delivery) == (S.WAITING, Delivery.PAPER)


def test_screen_makes_a_reserved_ticket_wait_without_a_slip() -> None:
    after = answer(ticket(S.RESERVED), PrintAnswer.SCREEN)
    assert (after.state, after.delivery) == (S.WAITING, Delivery.SCREEN)


def test_void_burns_the_number() -> None:
    after = answer(ticket(S.RESERVED), PrintAnswer.VOID)
    assert (after.state, after.ended_at, after.end_reason) == (S.VOID, NOON, "")


def test_cannot_tell_keeps_the_place() -> None:
    before = ticket(S.RESERVED)
    after = answer(before, PrintAnswer.CANNOT_TELL)
    assert (after.state, after.place, after.unconfirmed) == (S.UNCONFIRMED, before.place, True)


@pytest.mark.parametrize("state", [S.WAITING, S.CALLED, S.SERVING, S.NO_SHOW, S.COMPLETED])
@pytest.mark.parametrize("what", [PrintAnswer.PAPER, PrintAnswer.SCREEN, PrintAnswer.CANNOT_TELL])
def test_an_answer_that_adds_nothing_is_no_event(state: TicketState, what: PrintAnswer) -> None:
    assert decide(ticket(state), Step(Move.CONFIRM_PRINT, answer=what), NOON, KIOSK, LIMITS) is None


def test_paper_after_screen_is_remembered_but_never_the_other_way_round() -> None:
    after = answer(ticket(delivery=Delivery.SCREEN), PrintAnswer.PAPER)
    assert (after.state, after.delivery) == (S.WAITING, Delivery.PAPER)
    assert answer(after, PrintAnswer.SCREEN) == after


@pytest.mark.parametrize("state", [S.WAITING, S.CALLED, S.SERVING, S.NO_SHOW, S.COMPLETED])
def test_void_is_refused_once_the_visitor_holds_the_number(state: TicketState) -> None:
    problem = refusal(ticket(state), Move.CONFIRM_PRINT, answer=PrintAnswer.VOID)
    assert problem.code is ProblemCode.ILLEGAL_MOVE
    assert state.value in problem.detail


def test_an_answer_while_called_makes_it_called_like_any_other() -> None:
    before = ticket(S.CALLED, delivery=Delivery.NONE)
    after = answer(before, PrintAnswer.PAPER)
    assert (after.state, after.unconfirmed, after.called_at) == (S.CALLED, False, before.called_at)


def test_void_frees_the_counter_while_an_unconfirmed_ticket_is_called() -> None:
    assert answer(ticket(S.CALLED, delivery=Delivery.NONE), PrintAnswer.VOID).state is S.VOID


@pytest.mark.parametrize("by", [SERVER, CLERK])
def test_an_unconfirmed_ticket_that_nobody_answers_for_ends_void(by: Actor) -> None:
    after = go(ticket(S.CALLED, delivery=Delivery.NONE), Move.NO_SHOW, by=by, counter=1)
    assert (after.state, after.end_reason, after.ended_at) == (S.VOID, UNCONFIRMED_NO_ANSWER, NOON)


@pytest.mark.parametrize("what", [PrintAnswer.PAPER, PrintAnswer.SCREEN])
def test_a_late_answer_wins_from_void_by_time_out(what: PrintAnswer) -> None:
    called = ticket(S.CALLED, delivery=Delivery.NONE, recalls=2)
    gone = go(called, Move.NO_SHOW, by=SERVER)
    back = answer(gone, what)
    assert back.state is S.WAITING
    assert back.place == called.place
    assert (back.counter, back.called_at, back.last_called_at, back.ended_at, back.recalls, back.end_reason) == (
        None, None, None, None, 0, "",
    )  # fmt: skip


def test_a_late_answer_does_not_bring_back_what_the_visitor_cancelled() -> None:
    gone = answer(ticket(S.RESERVED), PrintAnswer.VOID)
    assert refusal(gone, Move.CONFIRM_PRINT, answer=PrintAnswer.PAPER).code is ProblemCode.ILLEGAL_MOVE


@pytest.mark.parametrize("what", [PrintAnswer.VOID, PrintAnswer.CANNOT_TELL])
def test_void_stays_void_when_told_again(what: PrintAnswer) -> None:
    gone = ticket(S.VOID, end_reason="")
    assert answer(gone, what) == gone


@pytest.mark.parametrize("state", [S.WAITING, S.HELD, S.COMPLETED, S.CANCELLED, S.EXPIRED])
def test_a_void_answer_about_a_settled_ticket_is_refused(state: TicketState) -> None:
    assert refusal(ticket(state), Move.CONFIRM_PRINT, answer=PrintAnswer.VOID).code is ProblemCode.ILLEGAL_MOVE


def test_a_call_notes_counter_and_reason() -> None:
    event = decide(ticket(), Step(Move.CALL, counter=2, reason="earliest_taken"), NOON, CLERK, LIMITS)
    assert event is not None
    assert (event.counter, event.reason, event.actor, event.state) == (2, "earliest_taken", "1001", S.CALLED)
    after = apply(ticket(), event)
    assert (after.counter, after.called_at, after.last_called_at, after.recalls) == (2, NOON, NOON, 0)


def test_a_recall_counts_and_starts_its_lock_anew() -> None:
    after = go(ticket(S.CALLED), Move.RECALL, counter=1)
    assert (after.state, after.recalls, after.last_called_at, after.called_at) == (
        S.CALLED, 1, NOON, NOON - 100 * SECOND,
    )  # fmt: skip


def test_a_recall_is_refused_within_its_lock() -> None:
    problem = refusal(ticket(S.CALLED, last_called_at=NOON - 15 * SECOND), Move.RECALL, counter=1)
    assert (problem.code, problem.retry_after_s) == (ProblemCode.RECALL_TOO_SOON, 5)


def test_a_fourth_recall_is_refused() -> None:
    assert refusal(ticket(S.CALLED, recalls=3), Move.RECALL, counter=1).code is ProblemCode.RECALLS_USED_UP


def test_a_no_show_is_refused_within_the_visitors_time() -> None:
    problem = refusal(ticket(S.CALLED, called_at=NOON - 49 * SECOND), Move.NO_SHOW, counter=1)
    assert (problem.code, problem.retry_after_s) == (ProblemCode.NO_SHOW_TOO_SOON, 1)


def test_a_no_show_of_an_unconfirmed_ticket_waits_its_full_minute() -> None:
    called = ticket(S.CALLED, delivery=Delivery.NONE, called_at=NOON - 55 * SECOND)
    assert refusal(called, Move.NO_SHOW, counter=1).retry_after_s == 5


def test_a_no_show_after_the_lock_is_a_no_show() -> None:
    after = go(ticket(S.CALLED, called_at=NOON - 50 * SECOND), Move.NO_SHOW, counter=1)
    assert (after.state, after.ended_at, after.end_reason) == (S.NO_SHOW, NOON, "")


def test_serving_and_completing_note_times_and_outcome() -> None:
    serving = go(ticket(S.CALLED), Move.SERVE, counter=1)
    done = go(serving, Move.COMPLETE, NOON + SECOND, counter=1, outcome=Outcome.RECEIVED)
    assert (serving.served_at, done.outcome, done.ended_at) == (NOON, Outcome.RECEIVED, NOON + SECOND)


@pytest.mark.parametrize("move", [Move.RECALL, Move.SERVE, Move.NO_SHOW])
def test_another_counter_may_not_touch_a_called_ticket(move: Move) -> None:
    assert refusal(ticket(S.CALLED), move, counter=2).code is ProblemCode.NOT_YOUR_TICKET


def test_another_counter_may_not_complete() -> None:
    assert refusal(ticket(S.SERVING), Move.COMPLETE, counter=2).code is ProblemCode.NOT_YOUR_TICKET


def test_the_wrong_state_is_told_before_the_wrong_counter() -> None:
    assert refusal(ticket(S.WAITING), Move.SERVE, counter=2).code is ProblemCode.ILLEGAL_MOVE


def test_a_refusal_changes_nothing() -> None:
    before = ticket(S.WAITING)
    refusal(before, Move.COMPLETE, counter=1)
    assert before == ticket(S.WAITING)


@pytest.mark.parametrize(
    ("since", "over"),
    [
        (NOON - 20 * SECOND, True),
        (NOON - 19 * SECOND, False),
        (NOON, False),
        (NOON + SECOND, False),
        (NOON + 19 * SECOND, False),
        (NOON + 20 * SECOND, True),
    ],
)
def test_a_lock_is_over_after_its_time_or_when_the_clock_went_back_far(since: int, over: bool) -> None:
    assert passed(since, NOON, 20) is over


def test_a_take_is_born_from_its_event() -> None:
    birth = Birth(number=7, item="i1", for_other=True)
    event = TicketEvent(
        n=5,
        at=NOON,
        business_day="2026-01-02",
        move=Move.TAKE,
        ticket="t9",
        label="A007",
        queue="A",
        state=S.RESERVED,
        actor_kind=ActorKind.KIOSK,
        actor="K1",
        birth=birth,
    )
    made = born(event, birth)
    assert (made.id, made.place, made.n, made.kiosk, made.number, made.for_other) == ("t9", 5, 5, "K1", 7, True)
    assert made.visitor is None


# -- aside and back (definitions.md 1, 16, 17) -------------------------------------------------------------------------


def test_a_held_visitor_keeps_place_and_time() -> None:
    before = ticket(S.SERVING, counter=2, since=NOON - 60 * SECOND)
    held = go(before, Move.HOLD, counter=2, reason="copies")
    assert (held.state, held.held_at, held.place, held.since) == (S.HELD, NOON, before.place, before.since)
    back = go(held, Move.RESUME, counter=5)
    assert (back.state, back.counter, back.held_at) == (S.SERVING, 5, None)


def test_only_its_own_counter_holds_a_ticket() -> None:
    assert refusal(ticket(S.SERVING, counter=2), Move.HOLD, counter=3).code is ProblemCode.NOT_YOUR_TICKET


@pytest.mark.parametrize("state", [S.WAITING, S.CALLED, S.SERVING, S.HELD])
def test_a_transfer_keeps_place_number_and_time(state: TicketState) -> None:
    before = ticket(state, counter=2, since=NOON - 60 * SECOND)
    after = go(before, Move.TRANSFER, queue="C", counter=2, to_counter=7)
    assert (after.state, after.queue, after.directed_to, after.counter) == (S.WAITING, "C", 7, None)
    assert (after.place, after.since, after.label) == (before.place, before.since, before.label)
    assert (after.called_at, after.served_at, after.held_at) == (None, None, None)


def test_a_ticket_at_a_counter_is_transferred_or_cancelled_by_that_counter_only() -> None:
    for move in (Move.TRANSFER, Move.CANCEL):
        assert refusal(ticket(S.CALLED, counter=2), move, counter=3).code is ProblemCode.NOT_YOUR_TICKET
    assert go(ticket(S.WAITING), Move.CANCEL).state is S.CANCELLED


def test_a_no_show_remembers_how_many_calls_its_queue_had_seen() -> None:
    late = NOON + 60 * SECOND
    missed = go(ticket(S.CALLED, counter=1, called_at=NOON), Move.NO_SHOW, at=late, counter=1, calls=8)
    assert (missed.state, missed.missed_at, missed.no_shows) == (S.NO_SHOW, 8, 1)
    back = go(missed, Move.RETURN, by=SERVER, reason=TURN_AGAIN)
    assert (back.state, back.missed_at, back.no_shows, back.place) == (S.WAITING, None, 1, missed.place)


def test_the_second_no_show_expires_and_staff_may_still_bring_it_back() -> None:
    late = NOON + 60 * SECOND
    again = go(ticket(S.CALLED, counter=1, called_at=NOON, no_shows=1), Move.NO_SHOW, at=late, counter=1, calls=9)
    assert (again.state, again.no_shows) == (S.EXPIRED, 2)
    assert refusal(again, Move.RETURN, by=SERVER).code is ProblemCode.ILLEGAL_MOVE
    assert go(again, Move.RETURN).state is S.WAITING


def test_what_the_day_closed_nobody_brings_back() -> None:
    closed = go(ticket(S.NO_SHOW), Move.CANCEL, by=SERVER, reason=DAY_OVER)
    assert (closed.state, closed.end_reason, closed.ended_at) == (S.EXPIRED, DAY_OVER, NOON)
    assert refusal(closed, Move.RETURN).code is ProblemCode.ILLEGAL_MOVE


def test_the_day_makes_void_what_nobody_confirmed() -> None:
    assert go(ticket(S.UNCONFIRMED), Move.CANCEL, by=SERVER, reason=DAY_OVER).state is S.VOID
    assert go(ticket(S.UNCONFIRMED), Move.CANCEL, by=KIOSK).state is S.CANCELLED


# -- undo --------------------------------------------------------------------------------------------------------------


def made(before: Ticket, move: Move, /, at: int = NOON, by: Actor = CLERK, **more: Any) -> tuple[Ticket, TicketEvent]:
    event = decide(before, Step(move, **more), at, by, LIMITS)
    assert event is not None
    return apply(before, event), event


SLIPS: list[tuple[Ticket, Move, dict[str, Any]]] = [
    (ticket(S.WAITING), Move.CALL, {"counter": 3, "reason": "earliest_taken"}),
    (ticket(S.UNCONFIRMED), Move.CALL, {"counter": 3}),
    (ticket(S.CALLED, counter=3, called_at=NOON - 99 * SECOND, recalls=2), Move.SERVE, {"counter": 3}),
    (ticket(S.CALLED, counter=3, called_at=NOON - 99 * SECOND), Move.NO_SHOW, {"counter": 3, "calls": 4}),
    (ticket(S.CALLED, counter=3, called_at=NOON - 99 * SECOND, no_shows=1), Move.NO_SHOW, {"counter": 3, "calls": 4}),
    (ticket(S.SERVING, counter=3), Move.HOLD, {"counter": 3}),
    (ticket(S.SERVING, counter=3), Move.TRANSFER, {"counter": 3, "queue": "C", "to_counter": 1}),
    (ticket(S.SERVING, counter=3), Move.COMPLETE, {"counter": 3, "outcome": Outcome.CONSULTED}),
    (ticket(S.HELD, counter=3, held_at=NOON - SECOND), Move.RESUME, {"counter": 4}),
    (ticket(S.NO_SHOW, counter=3, no_shows=1, missed_at=7), Move.RETURN, {}),
    (ticket(S.WAITING), Move.CANCEL, {"reason": "given_up"}),
]


@pytest.mark.parametrize(("before", "move", "more"), SLIPS, ids=[f"{move}-{one.state}" for one, move, _ in SLIPS])
def test_undo_makes_a_move_as_if_it_had_not_been(before: Ticket, move: Move, more: dict[str, Any]) -> None:
    after, event = made(before, move, **more)
    back = go(after, Move.UNDO, at=NOON + 9 * SECOND, undoes=event, before=before)
    assert back == msgspec.structs.replace(before, n=back.n)


def test_undo_comes_too_late_after_its_seconds() -> None:
    after, event = made(ticket(S.SERVING, counter=3), Move.COMPLETE, counter=3, outcome=Outcome.ACCEPTED)
    late = NOON + LIMITS.undo_s * SECOND
    before = ticket(S.SERVING, counter=3)
    assert refusal(after, Move.UNDO, at=late, undoes=event, before=before).code is ProblemCode.UNDO_TOO_LATE


def test_nobody_undoes_what_somebody_else_did() -> None:
    before = ticket(S.SERVING, counter=3)
    after, event = made(before, Move.COMPLETE, counter=3, outcome=Outcome.ACCEPTED)
    other = Actor(ActorKind.CLERK, "2002")
    assert refusal(after, Move.UNDO, by=other, undoes=event, before=before).code is ProblemCode.NOTHING_TO_UNDO


def test_an_answer_about_the_slip_is_not_undone() -> None:
    before = ticket(S.RESERVED)
    after, event = made(before, Move.CONFIRM_PRINT, by=KIOSK, answer=PrintAnswer.PAPER)
    assert refusal(after, Move.UNDO, by=KIOSK, undoes=event, before=before).code is ProblemCode.NOTHING_TO_UNDO
    assert refusal(after, Move.UNDO, by=KIOSK).code is ProblemCode.NOTHING_TO_UNDO


# -- birth and history -------------------------------------------------------------------------------------------------


def test_a_history_replays_to_the_ticket_it_made() -> None:
    birth = Birth(
        number=1, item="i1", items=("i1", "i2"), since=NOON - 5, correlation="c", booking="b", booked_for=NOON
    )
    taken = TicketEvent(
        n=7, at=NOON, business_day="2026-01-02", move=Move.CHECK_IN, ticket="t9", label="A001", queue="A",
        state=S.RESERVED, actor_kind=ActorKind.KIOSK, actor="K1", birth=birth,
    )  # fmt: skip
    now, history = born(taken, birth), [taken]
    for move, by, more in (
        (Move.CONFIRM_PRINT, KIOSK, {"answer": PrintAnswer.PAPER}),
        (Move.CALL, CLERK, {"counter": 3}),
        (Move.SERVE, CLERK, {"counter": 3}),
        (Move.HOLD, CLERK, {"counter": 3}),
        (Move.RESUME, CLERK, {"counter": 3}),
        (Move.COMPLETE, CLERK, {"counter": 3, "outcome": Outcome.ACCEPTED}),
    ):
        now, event = made(now, move, by=by, **more)
        history.append(event)
    assert replay(history) == now
    assert (now.items, now.since, now.correlation, now.booking) == (("i1", "i2"), NOON - 5, "c", "b")


def test_no_history_is_no_ticket_and_one_without_a_birth_is_none() -> None:
    _, event = made(ticket(), Move.CALL, counter=1)
    assert replay([]) is None
    assert replay([event]) is None


@pytest.mark.parametrize(
    ("answer", "state", "delivery"),
    [
        (None, S.RESERVED, None),
        (PrintAnswer.PAPER, S.WAITING, Delivery.PAPER),
        (PrintAnswer.SCREEN, S.WAITING, Delivery.SCREEN),
        (PrintAnswer.VOID, S.VOID, None),
        (PrintAnswer.CANNOT_TELL, S.UNCONFIRMED, None),
    ],
)
def test_a_number_given_without_the_hall_is_born_as_its_slip_says(
    answer: PrintAnswer | None, state: TicketState, delivery: Delivery | None
) -> None:
    assert born_as(answer) == (state, delivery)
