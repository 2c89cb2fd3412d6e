"""A ticket's life through the hall's one door, on a real store, with a clock moved by hand."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import msgspec
import pytest

from hall_server.contract.messages import CompleteTicket, ConfirmPrint, SignIn, TakeTicket, VisitorMask
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import CounterState, Delivery, Outcome, PrintAnswer, TicketState, Why
from hall_server.domain.numbering import NumberRow, letters_of
from hall_server.domain.ticket import PRINT_ANSWER_TIMEOUT, UNCONFIRMED_NO_ANSWER
from hall_server.flows.caller import Caller
from hall_server.flows.seen import LIVES_AT_MOST
from tests.integration.hall_server.made import KIOSK, HeldCommits, MadeHall, clerk, fresh
from tests.unit.hall_server.halls import SITE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

S = TicketState


@pytest.fixture
def made(tmp_path: Path) -> Iterator[MadeHall]:
    hall = MadeHall(tmp_path)
    yield hall
    hall.close()


def refused(ask: Callable[[], object]) -> ProblemCode:
    with pytest.raises(HallProblem) as caught:
        ask()
    return caught.value.code


def test_a_visit_from_take_to_complete(made: MadeHall) -> None:
    taken = made.take()
    assert (taken.label, taken.state, taken.n, taken.counters) == ("A001", S.RESERVED, 1, (1, 2))
    who = made.open(1)
    assert made.answer(taken.id, PrintAnswer.PAPER).state is S.WAITING
    called = made.call(who)
    assert (called.id, called.state, called.counter) == (taken.id, S.CALLED, 1)
    assert made.hall.counter(1).state is CounterState.CALLING
    assert made.hall.serve(who, fresh(), taken.id).result().state is S.SERVING
    done = made.hall.complete(who, fresh(), taken.id, CompleteTicket()).result()
    assert (done.state, done.outcome) == (S.COMPLETED, Outcome.ACCEPTED)
    assert made.hall.at_counter(1) is None
    page = made.hall.events(0, 500)
    assert [event.move.value for event in page.events] == ["take", "confirm_print", "call", "serve", "complete"]
    assert page.events[2].reason == Why.ONLY_ONE_WAITING


def test_numbers_run_per_queue_and_begin_anew_each_day(made: MadeHall) -> None:
    assert [made.take(item).label for item in ("i1", "i2", "i3", "i2")] == ["A001", "C001", "A002", "C002"]
    made.clock.forward(86_400)
    next_day = made.take()
    assert (next_day.label, next_day.business_day) == ("A001", "2026-01-03")
    assert made.hall.now().business_day == "2026-01-03"


def test_online_numbers_go_on_behind_the_leased_band(made: MadeHall) -> None:
    assert [made.take("i2").label for _ in range(6)] == ["C001", "C002", "C003", "C004", "C005", "C006"]


def test_a_leased_block_is_jumped_over(made: MadeHall) -> None:
    for _ in range(3):
        made.take("i2")
    made.store.run(lambda tx: tx.put_number_row("C", "2026-01-02", NumberRow(online_next=4, lease_next=55)))
    assert [made.take("i2").label for _ in range(3)] == ["C004", "C055", "C056"]
    assert made.store.run(lambda tx: tx.number_row("C", "2026-01-02")) == NumberRow(57, 57)


def test_the_masks_reach_the_calling_counter_only(made: MadeHall) -> None:
    visitor = VisitorMask("0" * 32, "陈*明", "1234")
    taken = made.hall.take_ticket(KIOSK, fresh(), TakeTicket("i1", visitor)).result()
    assert taken.visitor is None
    made.answer(taken.id, PrintAnswer.PAPER)
    assert made.call(made.open(1)).visitor == visitor
    assert made.hall.ticket(taken.id).visitor is None


def test_no_word_in_ninety_seconds_makes_a_ticket_unconfirmed(made: MadeHall) -> None:
    taken = made.take()
    made.clock.forward(89)
    made.tick()
    assert made.hall.ticket(taken.id).state is S.RESERVED
    made.clock.forward(1)
    made.tick()
    assert made.hall.ticket(taken.id).state is S.UNCONFIRMED
    event = made.hall.events(1).events[0]
    assert (event.reason, event.actor_kind.value, event.answer) == (PRINT_ANSWER_TIMEOUT, "server", "cannot_tell")


@pytest.mark.parametrize("jump", [-864_000, -3_600, -1, 1, 100, 864_000])
def test_a_clock_that_is_set_neither_ends_nor_lengthens_a_wait(made: MadeHall, jump: int) -> None:
    doubtful, walking = made.take(), made.waiting()
    made.answer(doubtful.id, PrintAnswer.CANNOT_TELL)
    one, two = made.open(1), made.open(2)
    made.call(one)
    made.call(two)
    reserved = made.take()
    made.clock.forward(10)
    made.clock.set_by(jump)
    made.tick()
    assert made.hall.ticket(reserved.id).state is S.RESERVED
    assert made.hall.ticket(doubtful.id).state is S.CALLED
    assert refused(lambda: made.hall.no_show(two, fresh(), walking.id).result()) is ProblemCode.NO_SHOW_TOO_SOON
    assert refused(lambda: made.hall.recall(two, fresh(), walking.id).result()) is ProblemCode.RECALL_TOO_SOON
    made.clock.forward(10)
    assert made.hall.recall(two, fresh(), walking.id).result().recalls == 1
    made.clock.forward(30)
    assert made.hall.no_show(two, fresh(), walking.id).result().state is S.NO_SHOW
    made.clock.forward(10)
    made.tick()
    assert made.hall.ticket(doubtful.id).state is S.VOID
    made.clock.forward(30)
    made.tick()
    assert made.hall.ticket(reserved.id).state is S.UNCONFIRMED


def test_first_answers_are_kept_through_a_clock_that_is_set_ten_days_ahead_and_back(made: MadeHall) -> None:
    key = fresh()
    first = made.take(key=key)
    for jump in (864_000, -864_000):
        made.clock.set_by(jump)
        made.tick()
    assert made.take(key=key) == first


@pytest.mark.parametrize(("hours", "kept"), [(95, True), (97, False)])
def test_a_first_answer_is_kept_for_its_business_day_and_three_more(made: MadeHall, hours: int, kept: bool) -> None:
    key = fresh()
    first = made.take(key=key)
    for passed in [hours % 24, *[24] * (hours // 24)]:
        made.tick()
        made.clock.forward(passed * 3600)
    made.tick()
    if kept:
        assert made.take(key=key) == first
    else:
        assert refused(lambda: made.take(key=key)) is ProblemCode.IDEMPOTENCY_KEY_REUSED


def test_old_answers_are_forgotten_only_when_that_was_committed(made: MadeHall) -> None:
    made.store._db.execute("PRAGMA query_only = ON")
    with pytest.raises(HallProblem):
        made.tick()
    made.store._db.execute("PRAGMA query_only = OFF")
    assert len(made.hall.tick()) == 1
    assert made.hall.tick() == []


def test_an_unconfirmed_ticket_keeps_its_place_and_is_called_at_its_turn(made: MadeHall) -> None:
    first, second = made.take(), made.waiting()
    made.answer(first.id, PrintAnswer.CANNOT_TELL)
    assert made.hall.ticket(second.id).ahead == 0
    assert [one.state for one in made.hall.counter_queue(1).tickets] == [S.UNCONFIRMED, S.WAITING]
    assert made.call(made.open(1)).id == first.id


def test_an_unconfirmed_ticket_that_nobody_answers_for_is_void_after_a_minute(made: MadeHall) -> None:
    taken, who = made.take(), made.open(1)
    made.answer(taken.id, PrintAnswer.CANNOT_TELL)
    made.call(who)
    made.clock.forward(59)
    made.tick()
    assert made.hall.ticket(taken.id).state is S.CALLED
    made.clock.forward(1)
    made.tick()
    assert made.hall.ticket(taken.id).state is S.VOID
    assert made.hall.counter(1).state is CounterState.IDLE
    assert made.hall.events(0).events[-1].reason == UNCONFIRMED_NO_ANSWER


def test_an_answer_while_called_stops_the_minute(made: MadeHall) -> None:
    taken, who = made.take(), made.open(1)
    made.answer(taken.id, PrintAnswer.CANNOT_TELL)
    made.call(who)
    made.answer(taken.id, PrintAnswer.SCREEN)
    made.clock.forward(120)
    made.tick()
    found = made.hall.ticket(taken.id)
    assert (found.state, found.delivery) == (S.CALLED, Delivery.SCREEN)


def test_a_late_answer_wins_even_from_void(made: MadeHall) -> None:
    taken, who = made.take(), made.open(1)
    later = made.waiting()
    made.answer(taken.id, PrintAnswer.CANNOT_TELL)
    made.call(who)
    made.clock.forward(60)
    made.tick()
    assert made.answer(taken.id, PrintAnswer.PAPER).state is S.WAITING
    assert made.hall.ticket(later.id).ahead == 1
    assert made.call(who).id == taken.id


def test_a_repeated_answer_is_harmless(made: MadeHall) -> None:
    taken = made.waiting()
    again = made.answer(taken.id, PrintAnswer.PAPER)
    assert (again.state, again.n, made.hall.n) == (S.WAITING, 2, 2)


def test_only_the_kiosk_that_took_it_answers_for_a_slip(made: MadeHall) -> None:
    taken = made.take()
    other = Caller(KIOSK.kind, "K2")
    order = ConfirmPrint(PrintAnswer.VOID)
    assert refused(lambda: made.hall.confirm_print(other, fresh(), taken.id, order).result()) == "not_your_ticket"


def test_the_same_key_gives_the_first_answer_for_ever(made: MadeHall) -> None:
    key = fresh()
    first = made.take(key=key)
    made.answer(first.id, PrintAnswer.PAPER)
    assert made.take(key=key) == first
    assert made.hall.n == 2


def test_the_same_key_with_another_body_or_from_another_kiosk_is_refused(made: MadeHall) -> None:
    key = fresh()
    made.take(key=key)
    other = Caller(KIOSK.kind, "K2")
    assert refused(lambda: made.take("i2", key)) is ProblemCode.IDEMPOTENCY_KEY_REUSED
    assert (
        refused(lambda: made.hall.take_ticket(other, key, TakeTicket("i1")).result())
        is ProblemCode.IDEMPOTENCY_KEY_REUSED
    )


def test_a_refusal_is_a_first_answer_too(made: MadeHall) -> None:
    who, key = made.open(1), fresh()
    assert refused(lambda: made.hall.call_next(who, key, 1).result()) is ProblemCode.NOBODY_WAITING
    made.waiting()
    assert refused(lambda: made.hall.call_next(who, key, 1).result()) is ProblemCode.NOBODY_WAITING
    assert made.call(who).label == "A001"


def test_an_old_ticket_id_is_no_new_ticket_when_its_answer_is_forgotten(made: MadeHall) -> None:
    key = fresh()
    made.take(key=key)
    for _ in range(5):
        made.tick()
        made.clock.forward(86_400)
    made.tick()
    assert refused(lambda: made.take(key=key)) is ProblemCode.IDEMPOTENCY_KEY_REUSED


@pytest.mark.parametrize("verb", ["serve", "recall", "no_show"])
def test_a_counter_may_not_touch_another_counters_ticket(made: MadeHall, verb: str) -> None:
    taken = made.waiting()
    made.call(made.open(1))
    two = made.open(2)
    assert refused(lambda: getattr(made.hall, verb)(two, fresh(), taken.id).result()) is ProblemCode.NOT_YOUR_TICKET


def test_one_ticket_at_a_time(made: MadeHall) -> None:
    made.waiting()
    made.waiting()
    who = made.open(1)
    made.call(who)
    assert refused(lambda: made.call(who)) is ProblemCode.COUNTER_BUSY
    assert refused(lambda: made.hall.sign_out(who, fresh(), 1).result()) is ProblemCode.COUNTER_BUSY


def test_a_counter_without_a_clerk_calls_nobody(made: MadeHall) -> None:
    made.waiting()
    assert refused(lambda: made.call(clerk(1))) is ProblemCode.COUNTER_CLOSED
    assert refused(lambda: made.call(clerk(9))) is ProblemCode.COUNTER_UNKNOWN
    who = made.open(1)
    assert refused(lambda: made.hall.call_next(who, fresh(), 2).result()) is ProblemCode.NOT_ALLOWED


def test_taking_over_a_seat_must_be_said(made: MadeHall) -> None:
    one = made.open(1)
    two = clerk(1, "1002")
    assert refused(lambda: made.hall.sign_in(two, fresh(), 1, SignIn("1002")).result()) is ProblemCode.COUNTER_TAKEN
    made.hall.sign_in(two, fresh(), 1, SignIn("1002", take_over=True)).result()
    made.waiting()
    assert refused(lambda: made.call(one)) is ProblemCode.COUNTER_TAKEN
    assert refused(lambda: made.hall.sign_out(one, fresh(), 1).result()) is ProblemCode.COUNTER_TAKEN
    assert made.call(two).state is S.CALLED


def test_a_clerk_sits_at_one_counter(made: MadeHall) -> None:
    who = made.open(1)
    assert made.open(1) == who
    made.hall.sign_in(clerk(2, "1001"), fresh(), 2, SignIn("1001")).result()
    assert (made.hall.counter(1).state, made.hall.counter(2).clerk) == (CounterState.CLOSED, "1001")
    made.waiting()
    made.call(clerk(2, "1001"))
    assert refused(lambda: made.open(1)) is ProblemCode.COUNTER_BUSY


def test_nobody_sits_down_whom_the_site_file_does_not_know(tmp_path: Path) -> None:
    made = MadeHall(tmp_path, site=msgspec.structs.replace(SITE, staff={"1001": (1,)}))
    assert made.open(1).id == "1001"
    for counter, staff_no in ((2, "1002"), (2, "1001")):
        who = clerk(counter, staff_no)
        assert (
            refused(lambda who=who: made.hall.sign_in(who, fresh(), 2, SignIn(who.id)).result())
            is ProblemCode.NOT_ALLOWED
        )
    made.close()


def test_signing_out_closes_the_counter_and_doing_it_twice_is_harmless(made: MadeHall) -> None:
    who = made.open(1)
    for _ in range(2):
        assert made.hall.sign_out(who, fresh(), 1).result().state is CounterState.CLOSED
    assert made.hall.session(1) is None


def test_yesterdays_line_is_not_called(made: MadeHall) -> None:
    old = made.waiting()
    made.clock.forward(86_400)
    made.tick()
    who = made.open(1)
    assert refused(lambda: made.call(who)) is ProblemCode.NOBODY_WAITING
    assert made.hall.ticket(old.id).label == "A001"
    assert made.hall.now().waiting == 0


def test_a_hall_that_starts_again_is_the_same_hall(made: MadeHall, tmp_path: Path) -> None:
    who = made.open(1)
    for _ in range(3):
        made.waiting()
    made.call(who)
    made.take()
    again = MadeHall(tmp_path, made.clock)
    assert again.hall.now() == made.hall.now()
    assert again.hall.counter_queue(1) == made.hall.counter_queue(1)
    made.clock.forward(90)
    again.tick()
    assert again.hall.events(0).events[-1].reason == PRINT_ANSWER_TIMEOUT
    again.close()


def test_a_client_that_saw_more_opens_a_new_life(made: MadeHall) -> None:
    made.take()
    life = made.hall.incarnation
    assert made.hall.check_seen(f"{life}.1") is None
    promise = made.hall.check_seen(f"{life}.9")
    assert promise is not None
    assert refused(promise.result) is ProblemCode.HALL_ROLLED_BACK
    assert made.hall.incarnation != life
    assert refused(lambda: made.hall.check_seen(f"{life}.9")) is ProblemCode.HALL_ROLLED_BACK
    assert len(made.reader.incarnations()) == 2
    assert made.hall.check_seen(f"{made.hall.incarnation}.1") is None


def test_a_client_that_claims_more_for_ever_leaves_a_hall_that_serves_with_few_lives(made: MadeHall) -> None:
    for turn in range(5_000):
        promise = made.hall.check_seen(f"{made.hall.incarnation}.{made.hall.n + 1_000 + turn}")
        assert promise is not None
        assert refused(promise.result) is ProblemCode.HALL_ROLLED_BACK
    assert len(made.reader.incarnations()) == 1 + LIVES_AT_MOST
    assert made.take().label == f"A{letters_of(made.hall.incarnation)}001"


def test_two_clients_that_prove_it_at_once_open_one_life(tmp_path: Path) -> None:
    held = HeldCommits()
    made = MadeHall(tmp_path, commits=held)
    promises = [made.hall.check_seen(f"{made.hall.incarnation}.{n}") for n in (9, 12)]
    held.let_go()
    for promise in promises:
        assert promise is not None
        assert refused(promise.result) is ProblemCode.HALL_ROLLED_BACK
    assert len(made.reader.incarnations()) == 2
    made.close()


def test_a_key_whose_answer_is_on_its_way_is_refused_with_another_word(tmp_path: Path) -> None:
    held, key = HeldCommits(), fresh()
    made = MadeHall(tmp_path, commits=held)
    first = made.hall.take_ticket(KIOSK, key, TakeTicket("i1"))
    assert refused(lambda: made.take(key=key)) is ProblemCode.IDEMPOTENCY_KEY_IN_FLIGHT
    held.let_go()
    again = made.hall.take_ticket(KIOSK, key, TakeTicket("i1"))
    held.let_go()
    assert again.result() == first.result()
    made.close()


def test_numbers_that_were_given_out_and_forgotten_are_not_given_out_again(tmp_path: Path) -> None:
    folder, backup = tmp_path / "hall", tmp_path / "backup"
    folder.mkdir()
    made = MadeHall(folder)
    assert [made.waiting().label for _ in range(2)] == ["A001", "A002"]
    made.close()
    shutil.copytree(folder, backup)
    made = MadeHall(folder, made.clock)
    assert made.waiting().label == "A003"
    seen = f"{made.hall.incarnation}.{made.hall.n}"
    made.close()
    lives: set[str] = set()
    for _ in range(2):  # the backup is put back twice: the second time it is a copy of the life that began after it
        shutil.rmtree(folder)
        shutil.copytree(backup, folder)
        made = MadeHall(folder, made.clock)
        rebirth = made.hall.check_seen(seen)
        assert rebirth is not None
        assert refused(rebirth.result) is ProblemCode.HALL_ROLLED_BACK
        letters = letters_of(made.hall.incarnation)
        lives.add(letters)
        assert [made.waiting(item).label for item in ("i1", "i1", "i2")] == [
            f"A{letters}001",
            f"A{letters}002",
            f"C{letters}001",
        ]
        assert made.hall.counter_queue(1).tickets[0].label == "A001"
        seen = f"{made.hall.incarnation}.{made.hall.n + 5}"
        made.close()
        shutil.rmtree(backup)
        shutil.copytree(folder, backup)
    assert len(lives) == 2
    made = MadeHall(folder, made.clock)
    made.clock.forward(2 * 86_400)  # a server that was taken for lost may still count on the day after
    assert made.take().label == "A001"
    made.close()


def test_a_letter_that_moves_to_another_queue_counts_on(tmp_path: Path) -> None:
    made = MadeHall(tmp_path)
    assert made.waiting().label == "A001"
    made.close()
    moved = {
        **SITE.queues, "A": msgspec.structs.replace(SITE.queues["A"], letter="H"),
        "C": msgspec.structs.replace(SITE.queues["C"], letter="A"),
    }  # fmt: skip
    made = MadeHall(tmp_path, made.clock, msgspec.structs.replace(SITE, queues=moved))
    assert [made.take(item).label for item in ("i2", "i1")] == ["A002", "H001"]
    made.close()


def test_a_days_numbers_go_on_when_an_older_program_kept_their_row_by_queue(made: MadeHall) -> None:
    made.take()
    made.store._db.execute("UPDATE queue_counter SET queue = 'general'")
    assert made.take().label == "A002"


def test_what_is_unknown_is_told(made: MadeHall) -> None:
    assert refused(lambda: made.hall.ticket("nothing")) is ProblemCode.TICKET_UNKNOWN
    assert refused(lambda: made.take("nothing")) is ProblemCode.ITEM_UNKNOWN
    assert refused(lambda: made.hall.counter_queue(9)) is ProblemCode.COUNTER_UNKNOWN
    assert refused(lambda: made.hall.serve(clerk(1), fresh(), "nothing").result()) is ProblemCode.TICKET_UNKNOWN
