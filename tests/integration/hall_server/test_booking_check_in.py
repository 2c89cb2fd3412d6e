"""签到 on the real store: from a booking to a ticket, by kiosk and by staff, early, late and together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from hall_server.contract.bookings import (
    Book,
    BookingState,
    Channel,
    CheckIn,
)
from hall_server.contract.messages import ConfirmPrint, OnBehalf
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import Chip, Delivery, Origin, PrintAnswer, Relation, TicketState
from hall_server.domain.appointment import BookingRule
from tests.integration.hall_server.bookers import (
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
from tests.integration.hall_server.made import KIOSK, MadeHall, fresh
from tests.unit.hall_server.domain.appointment.made import hall

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hall_server.domain.site import HallSite


@pytest.fixture
def made(tmp_path: Path) -> Iterator[MadeHall]:
    opened = MadeHall(tmp_path, site=SITE)
    yield opened
    opened.close()


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
    behalf = OnBehalf(Relation.RELATIVE)
    order = CheckIn(chips=(Chip.WHEELCHAIR,), on_behalf=behalf, modes="LA")
    ticket = made.hall.bookings.check_in(KIOSK, fresh(), booking.id, order).result().ticket
    assert (ticket.chips, ticket.for_other, ticket.modes) == ((Chip.WHEELCHAIR,), True, "LA")
    kept = made.reader.ticket(ticket.id)
    assert kept is not None
    assert (kept.on_behalf, ticket.on_behalf) == (behalf, None)


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


def test_a_check_in_whose_slip_never_came_out_is_not_used_up(made: MadeHall) -> None:
    first, second = booked(made, TWO, item="i1"), booked(made, TWO, item="i3")
    go_to(made, TWO)
    lost = checked_in(made, first).ticket
    assert refused(lambda: checked_in(made, first)) is ProblemCode.BOOKING_SETTLED
    made.hall.confirm_print(KIOSK, fresh(), lost.id, ConfirmPrint(PrintAnswer.VOID)).result()
    again = checked_in(made, second)
    assert (again.ticket.state, again.ticket.items) == (TicketState.RESERVED, lost.items[::-1])
    assert {one.ticket for one in again.bookings} == {again.ticket.id}
    assert refused(lambda: checked_in(made, first)) is ProblemCode.BOOKING_SETTLED


def test_a_check_in_whose_slip_may_still_turn_up_is_not_done_again(made: MadeHall) -> None:
    booking = booked(made, TWO, item="i1")
    go_to(made, TWO)
    mute = checked_in(made, booking).ticket
    made.hall.confirm_print(KIOSK, fresh(), mute.id, ConfirmPrint(PrintAnswer.CANNOT_TELL)).result()
    who = made.open(1)
    assert made.call(who).id == mute.id
    made.clock.forward(61)
    assert made.hall.no_show(who, fresh(), mute.id).result().state is TicketState.VOID
    assert refused(lambda: checked_in(made, booking)) is ProblemCode.BOOKING_SETTLED
    late = made.hall.confirm_print(KIOSK, fresh(), mute.id, ConfirmPrint(PrintAnswer.PAPER)).result()
    assert late.state is TicketState.WAITING


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
