"""Committed appointments 预约, read beside the writer. Part of a `seams.Reader`, for any dialect."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any

import msgspec

from hall_server.domain.appointment import BookingEvent
from hall_server.store import statements_bookings as sql
from hall_server.store.booking_rows import booking_of

if TYPE_CHECKING:
    from hall_server.domain.appointment import Booking
    from hall_server.store.prepared import Prepared, Value


class BookingReading(ABC):
    """See `seams.BookingReader`."""

    @abstractmethod
    def run(self, statement: Prepared, **values: Value) -> list[Any]:
        """All rows of a statement for this hall."""

    def booking(self, booking_id: str) -> Booking | None:
        rows = self.run(sql.BOOKING, id=booking_id)
        return booking_of(rows[0]) if rows else None

    def booked_between(self, queue: str, first: int, last: int) -> dict[int, int]:
        return dict(self.run(sql.BOOKED_IN, queue=queue, first=first, last=last))

    def bookings_of(self, pseudonym: str, since: int) -> list[Booking]:
        return [booking_of(row) for row in self.run(sql.BOOKINGS_OF, pseudonym=pseudonym, since=since)]

    def bookings_page(self, day: str, after: tuple[int, int], limit: int) -> list[Booking]:
        rows = self.run(sql.BOOKING_PAGE, day=day, after_start=after[0], after_place=after[1], most=limit)
        return [booking_of(row) for row in rows]

    def booking_history(self, booking_id: str) -> list[BookingEvent]:
        rows = self.run(sql.BOOKING_EVENTS_OF, booking_id=booking_id)
        return [msgspec.json.decode(row[0], type=BookingEvent) for row in rows]

    def booking_events(self, after: int, limit: int) -> list[BookingEvent]:
        rows = self.run(sql.BOOKING_EVENTS, after=after, most=limit)
        return [msgspec.json.decode(row[0], type=BookingEvent) for row in rows]

    def newest_booking_event(self) -> int:
        rows = self.run(sql.LAST_EVENT)
        return int(rows[0][0]) if rows else 0
