"""What becomes of bookings that nobody confirms or comes for, and whom that concerns (CL-C10, C12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from hall_server.contract.bookings import (
    BookingState,
    ConfirmBooking,
    ExcuseBooking,
)
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind, TicketState
from hall_server.flows.caller import Caller
from tests.integration.hall_server.bookers import (
    DAY,
    EVENING,
    GREETER,
    MINUTE,
    SITE,
    TWO,
    booked,
    checked_in,
    go_to,
    refused,
    state,
)
from tests.integration.hall_server.made import MadeHall, clerk, fresh
from tests.unit.hall_server.halls import NOON

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def made(tmp_path: Path) -> Iterator[MadeHall]:
    opened = MadeHall(tmp_path, site=SITE)
    yield opened
    opened.close()


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
