"""Appointments 预约 on the real store: booked, answered once, refused, cancelled, read; closing proves the history."""

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
)
from hall_server.contract.problems import ProblemCode
from hall_server.contract.vocabulary import PrintAnswer, TicketState
from tests.integration.hall_server.bookers import (
    DAY,
    GREETER,
    MINUTE,
    SITE,
    TWO,
    booked,
    checked_in,
    go_to,
    left,
    person,
    refused,
    state,
)
from tests.integration.hall_server.made import KIOSK, MadeHall, fresh
from tests.unit.hall_server.halls import NOON

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from hall_server.contract.bookings import BookingView
    from hall_server.flows.caller import Caller


@pytest.fixture
def made(tmp_path: Path) -> Iterator[MadeHall]:
    opened = MadeHall(tmp_path, site=SITE)
    yield opened
    opened.close()


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
