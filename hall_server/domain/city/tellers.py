"""Every port that hears of tickets and bookings: one line each."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from hall_server.domain.city import tell_acceptance, tell_appointments, tell_notices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from hall_server.domain.city.telling import BookingMoved, Draft, TicketMoved

TICKET_TELLERS: tuple[Callable[[TicketMoved], Iterable[Draft]], ...] = (
    tell_appointments.ticket_moved,
    tell_acceptance.ticket_moved,
    tell_notices.ticket_moved,
)
BOOKING_TELLERS: tuple[Callable[[BookingMoved], Iterable[Draft]], ...] = (tell_appointments.booking_moved,)


def of_ticket(moved: TicketMoved) -> Iterator[Draft]:
    """What a ticket's move means to the city."""
    return chain.from_iterable(tell(moved) for tell in TICKET_TELLERS)


def of_booking(moved: BookingMoved) -> Iterator[Draft]:
    """What a booking's move means to the city."""
    return chain.from_iterable(tell(moved) for tell in BOOKING_TELLERS)
