"""Appointments 预约 and their events inside a transaction. Part of a `seams.Transaction`, for any dialect.

Places are counted inside the transaction that takes one: SQLite has one writer, PostgreSQL holds the hall's head.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from hall_server.contract.bookings import BookingState, Channel
from hall_server.contract.messages import VisitorMask
from hall_server.domain.appointment import Booking, BookingEvent
from hall_server.store import statements_bookings as sql
from hall_server.store.chain import genesis, link
from hall_server.store.driver import Driver

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hall_server.store.prepared import Value

ENDED_AT_MOST = 200  # in one commit; the rest a moment later


class BookingRows(Driver):
    """See `seams.BookingRows`."""

    def booking(self, booking_id: str) -> Booking | None:
        row = self.one(sql.BOOKING, id=booking_id)
        return booking_of(row) if row else None

    def booked_in(self, queue: str, starts_at: int) -> int:
        row = self.one(sql.BOOKED_IN, queue=queue, first=starts_at, last=starts_at)
        return int(row[1]) if row else 0

    def bookings_of(self, pseudonym: str, since: int) -> list[Booking]:
        return [booking_of(row) for row in self.run(sql.BOOKINGS_OF, pseudonym=pseudonym, since=since)]

    def bookings_ended(self, before: int) -> list[Booking]:
        return [booking_of(row) for row in self.run(sql.BOOKINGS_ENDED, before=before, most=ENDED_AT_MOST)]

    def remember_booking(self, event: BookingEvent, make: Callable[[BookingEvent], Booking]) -> Booking:
        last = self.one(sql.LAST_EVENT)
        n, before = (last[0], bytes(last[1])) if last else (0, genesis(self.hall_id))
        event = msgspec.structs.replace(event, n=n + 1)
        booking = make(event)
        if event.birth is not None:
            self.run_with(sql.NEW_BOOKING, _new_values(self.hall_id, booking))
        else:
            self.run_with(sql.SET_BOOKING, _changed_values(self.hall_id, booking))
        body = msgspec.json.encode(event)
        self.run(
            sql.NEW_BOOKING_EVENT,
            n=event.n,
            at=event.at,
            booking_id=event.booking,
            move=event.move.value,
            body=body,
            hash=link(before, body),
        )
        return booking


def booking_of(row: Sequence[Any]) -> Booking:
    """A row of `booking`, all columns in the table's order."""
    (
        _, booking_id, queue, item, day, starts_at, ends_at, state, channel, made_at, place, n, out_of_hours,
        correlation, reference, ticket, confirmed_by, pseudonym, name_mask, number_mask,
    ) = row  # fmt: skip
    return Booking(
        id=booking_id,
        queue=queue,
        item=item,
        day=day,
        starts_at=starts_at,
        ends_at=ends_at,
        state=BookingState(state),
        channel=Channel(channel),
        made_at=made_at,
        place=place,
        n=n,
        out_of_hours=bool(out_of_hours),
        correlation=correlation,
        reference=reference,
        ticket=ticket,
        confirmed_by=confirmed_by,
        visitor=None if pseudonym is None else VisitorMask(pseudonym, name_mask or "", number_mask or ""),
    )


def _new_values(hall_id: str, booking: Booking) -> dict[str, Value]:
    visitor = booking.visitor
    return {
        "hall_id": hall_id,
        "id": booking.id,
        "queue": booking.queue,
        "item": booking.item,
        "day": booking.day,
        "starts_at": booking.starts_at,
        "ends_at": booking.ends_at,
        "state": booking.state.value,
        "channel": booking.channel.value,
        "made_at": booking.made_at,
        "place": booking.place,
        "n": booking.n,
        "out_of_hours": int(booking.out_of_hours),
        "correlation": booking.correlation,
        "reference": booking.reference,
        "ticket": booking.ticket,
        "confirmed_by": booking.confirmed_by,
        "pseudonym": visitor.pseudonym if visitor else None,
        "name_mask": visitor.name_mask if visitor else None,
        "number_mask": visitor.number_mask if visitor else None,
    }


def _changed_values(hall_id: str, booking: Booking) -> dict[str, Value]:
    return {
        "of_hall": hall_id,
        "of_id": booking.id,
        "new_state": booking.state.value,
        "new_n": booking.n,
        "new_ticket": booking.ticket,
        "new_confirmed_by": booking.confirmed_by,
    }
