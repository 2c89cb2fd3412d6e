"""What the booking platform hears: how each booking stands, whoever made it, until its visit is over (CL-C1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.city.appointments import STATE, BookingTold
from hall_server.contract.city.ports import PortName
from hall_server.contract.vocabulary import Move
from hall_server.domain.city.telling import Draft, version_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hall_server.domain.appointment import Booking
    from hall_server.domain.city.telling import BookingMoved, TicketMoved


def booking_moved(moved: BookingMoved) -> Iterator[Draft]:
    """Booked in the hall, confirmed, checked in, cancelled, missed, excused: each is one message."""
    event, booking = moved.event, moved.booking
    told = _told(booking, version=version_of(moved.life, event.n), at=event.at)
    yield _draft(booking, msgspec.structs.replace(told, state=event.state, ticket=event.ticket))


def ticket_moved(moved: TicketMoved) -> Iterator[Draft]:
    """The visit that a booking led to is over; an undone ending is told too."""
    event, booking = moved.event, moved.booking
    ends = event.move is Move.COMPLETE
    if booking is None or not (ends or event.undone is Move.COMPLETE):
        return
    version = version_of(moved.life, event.n, after=True)
    told = msgspec.structs.replace(_told(booking, version=version, at=event.at), ticket=event.ticket)
    if ends:
        outcome = event.outcome.value if event.outcome else ""
        told = msgspec.structs.replace(told, done_at=event.at, outcome=outcome)
    yield _draft(booking, told)


def _draft(booking: Booking, told: BookingTold) -> Draft:
    return Draft(PortName.APPOINTMENTS, STATE, booking.id, told, booking.correlation)


def _told(booking: Booking, *, version: int, at: int) -> BookingTold:
    return BookingTold(
        booking=booking.id,
        reference=booking.reference,
        channel=booking.channel,
        item=booking.item,
        queue=booking.queue,
        starts_at=booking.starts_at,
        ends_at=booking.ends_at,
        state=booking.state,
        version=version,
        at=at,
    )
