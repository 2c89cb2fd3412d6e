"""取消预约 by the visitor in time, or by staff; and 申诉: staff excuse a booking that was missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.bookings import BookingMove
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind
from hall_server.domain.appointment import cancel_until, target
from hall_server.flows.bookings import find_booking, move_booking, rule_of
from hall_server.flows.desk import staff

if TYPE_CHECKING:
    from hall_server.domain.appointment import Booking
    from hall_server.domain.seams import Transaction
    from hall_server.flows.caller import Caller
    from hall_server.flows.here import Here


def cancel_booking(tx: Transaction, here: Here, booking_id: str, reason: str, by: Caller) -> Booking:
    """The cancelled booking; its place is free again.

    Raises HallProblem(booking_unknown | booking_settled), for the visitor also cancel_too_late.
    """
    booking = find_booking(tx, booking_id)
    target(booking.state, BookingMove.CANCEL)
    late = here.clock.now() > cancel_until(booking, rule_of(here.site, booking))
    if late and by.kind is ActorKind.KIOSK:
        raise HallProblem(ProblemCode.CANCEL_TOO_LATE)
    return move_booking(tx, here, booking, BookingMove.CANCEL, staff(tx, by), reason=reason)


def excuse_booking(tx: Transaction, here: Here, booking_id: str, reason: str, by: Caller) -> Booking:
    """A missed booking that counts no more. Raises HallProblem(booking_unknown | booking_settled)."""
    booking = find_booking(tx, booking_id)
    return move_booking(tx, here, booking, BookingMove.EXCUSE, staff(tx, by), reason=reason)
