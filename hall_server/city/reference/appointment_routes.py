"""What people do at the booking platform, as their telephones would: book, look, give back. No hall asks here."""

from __future__ import annotations

from typing import Any

import msgspec
from litestar import Request, get, post

from hall_server.city.reference.appointment_desk import AppointmentDesk, OwnBooking
from hall_server.city.reference.problems import body_as
from hall_server.contract.bookings import Moment
from hall_server.contract.city.wire import Word

Asked = Request[Any, Any, Any]


class BookHere(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A made-up person books at the city."""

    person: Word
    item: Word
    starts_at: Moment


@post("/people/bookings", status_code=201)
async def book(request: Asked, appointment_desk: AppointmentDesk) -> OwnBooking:
    """As the city's own app would."""
    wanted: BookHere = await body_as(request, BookHere)
    return appointment_desk.book(wanted.person, wanted.item, wanted.starts_at)


@post("/people/bookings/{reference:str}/cancel", status_code=200, sync_to_thread=False)
def cancel(reference: str, appointment_desk: AppointmentDesk) -> OwnBooking:
    """The same."""
    return appointment_desk.cancel(reference)


@get("/people/bookings", sync_to_thread=False)
def bookings(appointment_desk: AppointmentDesk, person: str = "") -> list[OwnBooking]:
    """How they stand."""
    return [one for one in appointment_desk.bookings.values() if person in {"", one.person}]


APPOINTMENT_SWITCHES = (book, cancel, bookings)  # people's: never behind the faults
