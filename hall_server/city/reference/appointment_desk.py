"""The booking platform of the reference city: people book here, halls hear of it, and tell what became of it.

A place is taken when the hall says so: until then a booking is `asked`. Of two messages about one booking the higher
version counts. In memory; everybody is made up. Knows no HTTP.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.city.reference.persons import PERSONS
from hall_server.city.reference.problems import CityError, CityProblem
from hall_server.contract.city.appointments import (
    BOOKED,
    CANCELLED,
    CAPACITY,
    REFUSED,
    STATE,
    BookingRefused,
    BookingTold,
    CapacityTold,
    CityBooking,
    CityCancelled,
    CityVisitor,
)
from hall_server.contract.city.ports import PortName

if TYPE_CHECKING:
    from hall_server.city.reference.inbox import Inbox, Told
    from hall_server.city.reference.news import News

_PORT = PortName.APPOINTMENTS.value
ASKED = "asked"  # and not heard of since


class OwnBooking(msgspec.Struct, kw_only=True):
    """One booking made here, as it stands."""

    reference: str
    person: str
    item: str
    starts_at: int
    state: str = ASKED
    why: str = ""  # of a refusal
    version: int = 0
    ticket: str = ""
    done_at: int = 0


class AppointmentDesk:
    """All bookings of this city."""

    def __init__(self, issuer: str, inbox: Inbox, news: News, life: str) -> None:
        self.bookings: dict[str, OwnBooking] = {}
        self.capacity: dict[tuple[str, str, str], CapacityTold] = {}  # by hall, queue, day
        self._issuer = issuer
        self._life = life  # a city that starts anew gives no number again
        self._news = news
        inbox.listen(_PORT, STATE, self._hear_state)
        inbox.listen(_PORT, REFUSED, self._hear_refusal)
        inbox.listen(_PORT, CAPACITY, self._hear_capacity)

    def book(self, person: str, item: str, starts_at: int) -> OwnBooking:
        """A person books. Raises CityError(person_unknown)."""
        found = PERSONS.get(person)
        if found is None:
            raise CityError(CityProblem.PERSON_UNKNOWN, field="person")
        reference = f"YY{self._life}-{len(self.bookings) + 1:04}"
        booking = OwnBooking(reference=reference, person=person, item=item, starts_at=starts_at)
        visitor = CityVisitor(self._issuer, found.subject, found.name_mask, found.number_tail)
        self.bookings[reference] = booking
        self._news.say(_PORT, reference, BOOKED, CityBooking(item, starts_at, visitor))
        return booking

    def cancel(self, reference: str) -> OwnBooking:
        """A person gives a booking back. Raises CityError(not_found)."""
        booking = self.bookings.get(reference)
        if booking is None:
            raise CityError(CityProblem.NOT_FOUND)
        self._news.say(_PORT, reference, CANCELLED, CityCancelled())
        return booking

    def of(self, person: str) -> list[OwnBooking]:
        """What a person booked here, the newest first."""
        return [one for one in reversed(self.bookings.values()) if one.person == person]

    def _hear_state(self, told: Told) -> None:
        said = msgspec.json.decode(told.body, type=BookingTold)
        booking = self.bookings.get(said.reference)
        if booking is not None and said.version > booking.version:
            booking.state, booking.version = said.state.value, said.version
            booking.ticket, booking.done_at = said.ticket or booking.ticket, said.done_at

    def _hear_refusal(self, told: Told) -> None:
        said = msgspec.json.decode(told.body, type=BookingRefused)
        booking = self.bookings.get(said.reference)
        if booking is not None and booking.state == ASKED:
            booking.state, booking.why = REFUSED, said.why

    def _hear_capacity(self, told: Told) -> None:
        said = msgspec.json.decode(told.body, type=CapacityTold)
        known = self.capacity.get((told.hall, said.queue, said.day))
        if known is None or known.at < said.at:
            self.capacity[told.hall, said.queue, said.day] = said
