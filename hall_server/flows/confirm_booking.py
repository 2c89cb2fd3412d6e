"""确认预约: a named member of staff will be there outside the opening hours (CL-C12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.bookings import BookingMove
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind
from hall_server.domain.ticket import Actor
from hall_server.flows.bookings import find_booking, move_booking
from hall_server.flows.desk import seated

if TYPE_CHECKING:
    from hall_server.domain.appointment import Booking
    from hall_server.domain.seams import Transaction
    from hall_server.flows.caller import Caller
    from hall_server.flows.here import Here


def confirm_booking(tx: Transaction, here: Here, booking_id: str, clerk: str, by: Caller) -> Booking:
    """The booked booking, which bears the name.

    A machine at a counter confirms for whoever sits there; one without a counter for anybody whom the site file names.
    Raises HallProblem(booking_unknown | not_allowed | counter_closed | counter_taken | booking_settled).
    """
    booking = find_booking(tx, booking_id)
    if by.counter is not None and seated(tx, by.counter, by).id != clerk:
        raise HallProblem(ProblemCode.NOT_ALLOWED, "somebody else sits there", field="$.clerk")
    if here.site.staff and clerk not in here.site.staff:
        raise HallProblem(ProblemCode.NOT_ALLOWED, "no member of staff", field="$.clerk")
    return move_booking(tx, here, booking, BookingMove.CONFIRM, Actor(ActorKind.CLERK, clerk))
