"""What the flows of appointments 预约 share: which booking is meant, its rule, and the one way it moves."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.domain.appointment import BookingEvent, apply, target

if TYPE_CHECKING:
    from hall_server.contract.bookings import BookingMove
    from hall_server.domain.appointment import Booking, BookingRule
    from hall_server.domain.seams import Transaction
    from hall_server.domain.site import HallSite
    from hall_server.domain.ticket import Actor
    from hall_server.flows.here import Here


def find_booking(tx: Transaction, booking_id: str) -> Booking:
    """The booking, or HallProblem(booking_unknown)."""
    booking = tx.booking(booking_id)
    if booking is None:
        raise HallProblem(ProblemCode.BOOKING_UNKNOWN, booking_id)
    return booking


def rule_of(site: HallSite, booking: Booking) -> BookingRule:
    """The rule that holds on the day of a booking."""
    return site.booking.of(date.fromisoformat(booking.day))


def move_booking(
    tx: Transaction, here: Here, booking: Booking, move: BookingMove, by: Actor, *, reason: str = "", ticket: str = ""
) -> Booking:
    """The booking after a move; HallProblem(booking_not_confirmed, booking_over, booking_settled) if it cannot be."""
    event = BookingEvent(
        at=here.clock.now(),
        booking=booking.id,
        move=move,
        state=target(booking.state, move),
        actor_kind=by.kind,
        actor=by.id,
        reason=reason,
        ticket=ticket,
    )
    return tx.remember_booking(event, lambda numbered: apply(booking, numbered))
