"""What the flows of appointments 预约 are handed: rows inside a transaction, and what is committed. Only shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.domain.appointment.booking import Booking, BookingEvent


class BookingRows(Protocol):
    """Bookings and their events as a transaction sees them."""

    def booking(self, booking_id: str) -> Booking | None:
        """One booking."""

    def booked_in(self, queue: str, starts_at: int) -> int:
        """How many places of a slot are taken; nobody else takes one until the transaction ends."""

    def bookings_of(self, pseudonym: str, since: int) -> list[Booking]:
        """A person's bookings of slots from a moment on, in the order of their slots."""

    def bookings_ended(self, before: int) -> list[Booking]:
        """Bookings still to come whose slot ended before a moment: the first couple of hundred."""

    def remember_booking(self, event: BookingEvent, make: Callable[[BookingEvent], Booking]) -> Booking:
        """Number the event, chain it, and write it together with the booking that `make` gets from it."""


class BookingReader(Protocol):
    """Committed bookings."""

    def booking(self, booking_id: str) -> Booking | None:
        """One booking."""

    def booked_between(self, queue: str, first: int, last: int) -> dict[int, int]:
        """Taken places by the beginning of their slot, for slots that begin between two moments (both included)."""

    def bookings_of(self, pseudonym: str, since: int) -> list[Booking]:
        """A person's bookings of slots from a moment on, in the order of their slots."""

    def bookings_page(self, day: str, after: tuple[int, int], limit: int) -> list[Booking]:
        """Bookings of a day by beginning and place, those behind `after` = (beginning, place)."""

    def booking_history(self, booking_id: str) -> list[BookingEvent]:
        """All events of a booking, in order."""

    def booking_events(self, after: int, limit: int) -> list[BookingEvent]:
        """Events with n > after, of all bookings, in order."""

    def newest_booking_event(self) -> int:
        """The number of the newest of them; 0 when there is none."""
