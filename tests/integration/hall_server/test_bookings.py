"""Appointments 预约 on the real store, from booking to check-in, missing and excusing; closing proves the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from hall_server.contract.bookings import (
    Book,
    BookingState,
    CancelBooking,
    Channel,
    CheckIn,
    ConfirmBooking,
    ExcuseBooking,
)
from hall_server.contract.messages import VisitorMask
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind, Chip, Delivery, Origin, PrintAnswer, TicketState
from hall_server.domain.appointment import BookingRule, OutOfHours
from hall_server.domain.calendar import Span
from hall_server.flows.caller import Caller
from tests.integration.hall_server.made import KIOSK, MadeHall, clerk, fresh
from tests.unit.hall_server.domain.appointment.made import hall
from tests.unit.hall_server.halls import NOON

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from hall_server.contract.bookings import BookingView, CheckedIn
    from hall_server.domain.site import HallSite

MINUTE, DAY = 60_000_000, 1_440 * 60_000_000
TWO, EVENING = NOON + 120 * MINUTE, NOON + 480 * MINUTE
GREETER = Caller(ActorKind.CLERK, "1009")
RULE = BookingRule(out_of_hours=(OutOfHours((1, 2, 3, 4, 5), Span(19 * 60, 21 * 60), places=1),), open_per_person=9)
SITE = hall(RULE)


@pytest.fixture
def made(tmp_path: Path) -> Iterator[MadeHall]:
    opened = MadeHall(tmp_path, site=SITE)
    yield opened
    opened.close()


def person(name: str = "ab") -> VisitorMask:
    return VisitorMask(name * 16, "陈*明", "123X")


def go_to(made: MadeHall, at: int) -> None:
    """Time passes until a moment."""
    made.clock.forward((at - made.clock.at) / 1_000_000)


def booked(made: MadeHall, starts_at: int = TWO, name: str = "ab", item: str = "i1", key: str = "") -> BookingView:
    order = Book(item, starts_at, Channel.KIOSK, person(name))
    return made.hall.bookings.book(KIOSK, key or fresh(), order).result()


def checked_in(made: MadeHall, booking: BookingView, by: Caller = KIOSK, key: str = "") -> CheckedIn:
    return made.hall.bookings.check_in(by, key or fresh(), booking.id, CheckIn()).result()


def refused(call: Callable[[], object]) -> ProblemCode:
    with pytest.raises(HallProblem) as problem:
        call()
    return problem.value.code


def left(made: MadeHall, starts_at: int = TWO) -> int:
    return next(slot.left for slot in made.hall.bookings.slots("A", "").slots if slot.starts_at == starts_at)


def state(made: MadeHall, booking: BookingView) -> BookingState:
    return made.hall.bookings.booking(booking.id).state


def test_a_booking_is_one_visit_from_the_slot_to_the_ticket(made: MadeHall) -> None:
    """CL-H4: one id finds all."""
    booking = booked(made)
    assert (booking.state, booking.correlation, booking.name_mask) == (BookingState.BOOKED, booking.id, "")
    assert left(made) == 5
    go_to(made, TWO - 5 * MINUTE)
    key = fresh()
    came = checked_in(made, booking, key=key)
    ticket = came.ticket
    assert (ticket.id, ticket.state, ticket.booked_for, came.late) == (key, TicketState.RESERVED, TWO, False)
    assert ticket.correlation == booking.id
    assert came.bookings[0].state is BookingState.CHECKED_IN
    assert came.bookings[0].ticket == key
    row = made.reader.ticket(key)
    assert row is not None
    assert (row.booking, row.booked_for, row.since, row.visitor) == (booking.id, TWO, made.clock.at, person())
    assert made.answer(key, PrintAnswer.PAPER).state is TicketState.WAITING
    assert [step.move.value for step in made.hall.bookings.history(booking.id).steps] == ["book", "check_in"]


def test_every_command_is_answered_once(made: MadeHall) -> None:
    key = fresh()
    first = booked(made, key=key)
    assert booked(made, key=key) == first
    assert refused(lambda: booked(made, TWO + 30 * MINUTE, key=key)) is ProblemCode.IDEMPOTENCY_KEY_REUSED
    go_to(made, TWO)
    ticket = fresh()
    assert checked_in(made, first, key=ticket) == checked_in(made, first, key=ticket)
    again = booked(made, TWO + 30 * MINUTE)
    assert refused(lambda: checked_in(made, again, key=ticket)) is ProblemCode.IDEMPOTENCY_KEY_REUSED
    gone = fresh()
    cancelled = [
        made.hall.bookings.cancel(GREETER, gone, again.id, CancelBooking("本人来电")).result() for _ in range(2)
    ]
    assert cancelled[0] == cancelled[1]
    assert cancelled[0].state is BookingState.CANCELLED
    assert len(made.reader.events(0, 99)) == 1


def test_an_id_is_given_to_one_booking_only_even_when_its_first_answer_was_forgotten(made: MadeHall) -> None:
    key = fresh()
    booked(made, key=key)
    made.store.run(lambda tx: tx.forget_answers(2**60))
    assert refused(lambda: booked(made, key=key)) is ProblemCode.IDEMPOTENCY_KEY_REUSED


@pytest.mark.parametrize(
    ("starts_at", "code"),
    [
        (TWO + MINUTE, ProblemCode.SLOT_UNKNOWN),
        (NOON + 450 * MINUTE + MINUTE, ProblemCode.SLOT_UNKNOWN),
        (NOON, ProblemCode.SLOT_NOT_OPEN),  # it begins now
        (NOON - 60 * MINUTE, ProblemCode.SLOT_NOT_OPEN),
        (NOON + 8 * DAY, ProblemCode.SLOT_NOT_OPEN),
        (TWO + DAY, ProblemCode.SLOT_UNKNOWN),  # a Saturday
        (0, ProblemCode.SLOT_NOT_OPEN),
        (2**53, ProblemCode.SLOT_NOT_OPEN),
    ],
)
def test_a_slot_that_cannot_be_booked_is_refused(made: MadeHall, starts_at: int, code: ProblemCode) -> None:
    assert refused(lambda: booked(made, starts_at)) is code


def test_a_hall_without_booking_rules_takes_none_and_says_so(tmp_path: Path) -> None:
    other = MadeHall(tmp_path)
    assert other.hall.bookings.slots("A", "").slots == ()
    assert refused(lambda: booked(other)) is ProblemCode.SLOT_UNKNOWN
    assert other.hall.bookings.tick() == []
    other.close()


def test_the_last_place_goes_once_and_comes_back_when_it_is_given_up(made: MadeHall) -> None:
    bookings = [booked(made, name=f"{number:02x}") for number in range(6)]
    assert left(made) == 0
    assert refused(lambda: booked(made, name="ee")) is ProblemCode.SLOT_FULL
    go_to(made, TWO - 120 * MINUTE)
    assert (
        made.hall.bookings.cancel(KIOSK, fresh(), bookings[0].id, CancelBooking()).result().state.value == "cancelled"
    )
    assert left(made) == 1
    booked(made, name="ee")
    assert refused(lambda: made.hall.bookings.cancel(KIOSK, fresh(), bookings[0].id, CancelBooking()).result()) is (
        ProblemCode.BOOKING_SETTLED
    )


def test_a_visitor_cancels_in_time_and_staff_later_too(made: MadeHall) -> None:
    first, second = booked(made), booked(made, TWO + 30 * MINUTE)
    go_to(made, TWO - 119 * MINUTE)
    assert refused(lambda: made.hall.bookings.cancel(KIOSK, fresh(), first.id, CancelBooking()).result()) is (
        ProblemCode.CANCEL_TOO_LATE
    )
    assert made.hall.bookings.cancel(GREETER, fresh(), first.id, CancelBooking()).result().number_mask == "123X"
    assert state(made, second) is BookingState.BOOKED


@pytest.mark.parametrize(
    ("by", "order"),
    [
        (KIOSK, Book("i1", TWO, Channel.PHONE, person())),
        (KIOSK, Book("i1", TWO, Channel.KIOSK)),
        (GREETER, Book("i1", TWO, Channel.KIOSK, person())),
    ],
)
def test_a_channel_that_is_not_the_callers_is_refused(made: MadeHall, by: Caller, order: Book) -> None:
    assert refused(lambda: made.hall.bookings.book(by, fresh(), order).result()) is ProblemCode.BAD_REQUEST


def test_staff_book_by_phone_for_somebody_who_is_not_there(made: MadeHall) -> None:
    order = Book("i1", TWO, Channel.PHONE, reference="GZ-0815", correlation=fresh())
    view = made.hall.bookings.book(GREETER, fresh(), order).result()
    assert (view.reference, view.correlation, view.channel) == ("GZ-0815", order.correlation, Channel.PHONE)
    go_to(made, TWO)
    came = checked_in(made, view, GREETER)
    assert (came.ticket.state, came.ticket.delivery) == (TicketState.WAITING, Delivery.SCREEN)
    assert (came.ticket.origin, came.ticket.correlation) == (Origin.STAFF, order.correlation)


def test_what_a_visitor_asks_for_at_the_check_in_is_on_the_ticket(made: MadeHall) -> None:
    booking = booked(made)
    go_to(made, TWO)
    order = CheckIn(chips=(Chip.WHEELCHAIR,), for_other=True)
    ticket = made.hall.bookings.check_in(KIOSK, fresh(), booking.id, order).result().ticket
    assert (ticket.chips, ticket.for_other) == ((Chip.WHEELCHAIR,), True)


@pytest.mark.parametrize(
    ("minutes", "code"), [(-31, ProblemCode.TOO_EARLY_TO_CHECK_IN), (41, ProblemCode.BOOKING_OVER)]
)
def test_who_comes_much_too_early_or_after_all_is_told_so(made: MadeHall, minutes: int, code: ProblemCode) -> None:
    booking = booked(made)
    go_to(made, TWO + minutes * MINUTE)
    with pytest.raises(HallProblem) as problem:
        checked_in(made, booking)
    assert problem.value.code is code
    assert problem.value.retry_after_s == (60 if minutes < 0 else 0)
    made.waiting()  # and takes a number like everybody


def test_several_bookings_of_one_queue_become_one_ticket(made: MadeHall) -> None:
    first, second = booked(made, TWO, item="i1"), booked(made, TWO + 30 * MINUTE, item="i3")
    other = booked(made, TWO, name="cd", item="i3")
    go_to(made, TWO)
    came = checked_in(made, second)
    assert (came.ticket.items, came.ticket.item, came.ticket.booked_for) == (("i3", "i1"), "i3", TWO)
    assert {one.id for one in came.bookings} == {first.id, second.id}
    assert state(made, first) is BookingState.CHECKED_IN
    assert state(made, other) is BookingState.BOOKED
    assert refused(lambda: checked_in(made, first)) is ProblemCode.BOOKING_SETTLED


def test_bookings_of_two_queues_become_a_ticket_each(tmp_path: Path) -> None:
    opened = MadeHall(tmp_path, site=hall(BookingRule(slot_min=60), C=0.5))
    first, second = booked(opened, TWO), booked(opened, TWO, item="i2")
    go_to(opened, TWO)
    assert checked_in(opened, first).ticket.items == ("i1",)
    assert [one.id for one in opened.hall.bookings.own("ab" * 16)] == [second.id]
    assert checked_in(opened, second).ticket.queue == "C"
    opened.close()


def test_a_late_booking_and_one_in_time_are_not_mixed(made: MadeHall) -> None:
    """Else somebody late would have both: the time since the first slot and the credit of the second."""
    first, second = booked(made, TWO), booked(made, TWO + 30 * MINUTE)
    go_to(made, TWO + 11 * MINUTE)
    came = checked_in(made, first)
    assert (came.late, came.ticket.booked_for, [one.id for one in came.bookings]) == (True, None, [first.id])
    row = made.reader.ticket(came.ticket.id)
    assert row is not None
    assert (row.since, row.booking) == (TWO, first.id)
    assert checked_in(made, second).ticket.booked_for == TWO + 30 * MINUTE


def test_an_evening_is_pending_until_a_named_member_of_staff_confirms_it(made: MadeHall) -> None:
    """CL-C12."""
    booking = booked(made, EVENING)
    assert (booking.state, booking.out_of_hours) == (BookingState.PENDING, True)
    assert refused(lambda: booked(made, EVENING, name="cd")) is ProblemCode.SLOT_FULL
    go_to(made, EVENING - 10 * MINUTE)
    assert refused(lambda: checked_in(made, booking)) is ProblemCode.BOOKING_NOT_CONFIRMED
    who = made.open(1)
    confirm = made.hall.bookings.confirm
    assert (
        refused(lambda: confirm(who, fresh(), booking.id, ConfirmBooking("1002")).result()) is ProblemCode.NOT_ALLOWED
    )
    assert refused(lambda: confirm(clerk(2), fresh(), booking.id, ConfirmBooking("1002")).result()) is (
        ProblemCode.COUNTER_CLOSED
    )
    view = confirm(who, fresh(), booking.id, ConfirmBooking(who.id)).result()
    assert (view.state, view.confirmed_by) == (BookingState.BOOKED, who.id)
    assert refused(lambda: confirm(who, fresh(), booking.id, ConfirmBooking(who.id)).result()) is (
        ProblemCode.BOOKING_SETTLED
    )
    assert checked_in(made, booking).ticket.booked_for == EVENING


def test_only_staff_of_the_site_file_confirm(tmp_path: Path) -> None:
    opened = MadeHall(tmp_path, site=msgspec.structs.replace(SITE, staff={"1003": ()}))
    booking = booked(opened, EVENING)
    desk = Caller(ActorKind.CLERK)
    confirm = opened.hall.bookings.confirm
    assert (
        refused(lambda: confirm(desk, fresh(), booking.id, ConfirmBooking("1004")).result()) is ProblemCode.NOT_ALLOWED
    )
    assert confirm(desk, fresh(), booking.id, ConfirmBooking("1003")).result().confirmed_by == "1003"
    opened.close()


def test_nobody_is_blamed_for_an_evening_that_was_never_confirmed(made: MadeHall) -> None:
    booking = booked(made, EVENING)
    go_to(made, EVENING + 41 * MINUTE)
    made.tick()
    assert state(made, booking) is BookingState.CANCELLED
    assert made.hall.bookings.history(booking.id).steps[-1].reason == "not_confirmed"


def test_a_booking_is_missed_when_slot_and_grace_are_over_and_not_before(made: MadeHall) -> None:
    booking, later = booked(made), booked(made, TWO + 30 * MINUTE)
    go_to(made, TWO + 40 * MINUTE)
    made.tick()
    assert state(made, booking) is BookingState.BOOKED
    go_to(made, TWO + 41 * MINUTE)
    made.tick()
    made.tick()  # the same minute: nobody looks again
    assert state(made, booking) is BookingState.MISSED
    assert state(made, later) is BookingState.BOOKED
    assert len(made.hall.bookings.history(booking.id).steps) == 2
    assert refused(lambda: checked_in(made, booking)) is ProblemCode.BOOKING_OVER


def test_a_clock_that_somebody_set_makes_nobody_miss_a_booking(made: MadeHall) -> None:
    """Invariant 11: it can be set right again, a booking that was missed cannot."""
    booking = booked(made)
    made.tick()
    made.clock.set_by(86_400)
    made.tick()
    made.clock.forward(3_599)
    made.tick()
    assert state(made, booking) is BookingState.BOOKED
    made.clock.set_by(-86_400)
    made.tick()
    made.clock.forward(3_599)
    made.tick()
    assert checked_in(made, booking).late is False
    second = booked(made, TWO + 30 * MINUTE, name="cd")
    made.clock.set_by(86_400)
    made.tick()
    made.clock.forward(3_600)  # so it is meant
    made.tick()
    assert state(made, second) is BookingState.MISSED


def test_missed_bookings_block_booking_until_staff_excuse_one_and_never_a_number(made: MadeHall) -> None:
    """CL-C10: a penalty is about booking only; it has a reason, an end and an appeal."""
    missed = [booked(made, TWO), booked(made, TWO + 30 * MINUTE)]
    go_to(made, NOON + 300 * MINUTE)
    made.tick()
    go_to(made, NOON + 3 * DAY)
    missed.append(booked(made, NOON + 3 * DAY + 120 * MINUTE))
    go_to(made, NOON + 4 * DAY)
    made.tick()
    with pytest.raises(HallProblem) as problem:
        booked(made, NOON + 4 * DAY + 120 * MINUTE)
    assert problem.value.code is ProblemCode.BOOKING_BLOCKED
    assert "until 2026-02-04" in problem.value.detail
    assert made.waiting().state is TicketState.WAITING
    assert booked(made, NOON + 4 * DAY + 120 * MINUTE, name="cd").state is BookingState.BOOKED
    excused = made.hall.bookings.excuse(GREETER, fresh(), missed[0].id, ExcuseBooking("系统故障")).result()
    assert excused.state is BookingState.CANCELLED
    assert made.hall.bookings.history(missed[0].id).steps[-1].reason == "系统故障"
    assert booked(made, NOON + 4 * DAY + 120 * MINUTE).state is BookingState.BOOKED


def test_staff_read_a_day_page_by_page_with_masks_and_without_pseudonyms(made: MadeHall) -> None:
    names = [booked(made, TWO + (number % 3) * 30 * MINUTE, name=f"{number:02x}").id for number in range(7)]
    told: list[BookingView] = []
    after = ""
    while True:
        page = made.hall.bookings.page("2026-01-02", after, 3)
        told += page.bookings
        after = page.next
        if not after:
            break
    assert [one.id for one in told] == [names[number] for number in (0, 3, 6, 1, 4, 2, 5)]
    assert {one.name_mask for one in told} == {"陈*明"}
    assert b"0000000000000000" not in msgspec.json.encode(told)
    assert made.hall.bookings.page("").day == "2026-01-02"


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda desk: desk.slots("Z", ""), ProblemCode.QUEUE_UNKNOWN),
        (lambda desk: desk.slots("A", "2026-13-45"), ProblemCode.BAD_REQUEST),
        (lambda desk: desk.page("2026-13-45"), ProblemCode.BAD_REQUEST),
        (lambda desk: desk.page("", "1-2-3"), ProblemCode.BAD_REQUEST),
        (lambda desk: desk.page("", "-"), ProblemCode.BAD_REQUEST),
        (lambda desk: desk.booking("nothing"), ProblemCode.BOOKING_UNKNOWN),
        (lambda desk: desk.history("nothing"), ProblemCode.BOOKING_UNKNOWN),
        (lambda desk: desk.check_in(KIOSK, fresh(), "nothing", CheckIn()).result(), ProblemCode.BOOKING_UNKNOWN),
        (
            lambda desk: desk.book(KIOSK, fresh(), Book("i9", TWO, Channel.KIOSK, person())).result(),
            ProblemCode.ITEM_UNKNOWN,
        ),
    ],
)
def test_questions_about_nothing_have_clear_answers(made: MadeHall, call: Callable, code: ProblemCode) -> None:
    assert refused(lambda: call(made.hall.bookings)) is code


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "1969-12-31", "2026-01-10"])
def test_a_day_far_away_has_no_slots(made: MadeHall, day: str) -> None:
    assert made.hall.bookings.slots("A", day).slots == ()


def test_a_queue_that_left_the_site_file_is_told_to_whoever_booked_it(made: MadeHall, tmp_path: Path) -> None:
    booking = booked(made)
    only_c: HallSite = msgspec.structs.replace(SITE, queues={"C": SITE.queues["C"]}, items={"i2": SITE.items["i2"]})
    later = MadeHall(tmp_path, site=only_c)
    go_to(later, TWO)
    assert later.hall.bookings.booking(booking.id).item_name == "i1"
    assert refused(lambda: checked_in(later, booking)) is ProblemCode.QUEUE_UNKNOWN
    later.reader.close()
    later.store.close()


def test_bookings_outlive_a_restart(made: MadeHall, tmp_path: Path) -> None:
    booking = booked(made)
    again = MadeHall(tmp_path, site=SITE)
    go_to(again, TWO)
    assert checked_in(again, booking).ticket.booked_for == TWO
    again.close()
