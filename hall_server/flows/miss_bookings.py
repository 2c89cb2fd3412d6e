"""The hall's timer for bookings: whose slot and grace are over without a check-in is missed 失约.

One that nobody had confirmed is cancelled instead: that is no fault of the visitor's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.bookings import BookingMove, BookingState
from hall_server.domain.appointment import NOT_CONFIRMED, over_at
from hall_server.domain.ticket import SERVER
from hall_server.flows.bookings import move_booking, rule_of

if TYPE_CHECKING:
    from hall_server.domain.appointment import Booking
    from hall_server.domain.seams import Transaction
    from hall_server.flows.here import Here


def miss_bookings(tx: Transaction, here: Here) -> list[Booking]:
    """The bookings that were closed now; of very many the first couple of hundred, the others a minute later."""
    at = here.clock.now()
    over = [one for one in tx.bookings_ended(at) if at > over_at(one, rule_of(here.site, one))]
    return [_close(tx, here, one) for one in over]


def _close(tx: Transaction, here: Here, booking: Booking) -> Booking:
    if booking.state is BookingState.PENDING:
        return move_booking(tx, here, booking, BookingMove.CANCEL, SERVER, reason=NOT_CONFIRMED)
    return move_booking(tx, here, booking, BookingMove.MISS, SERVER)
