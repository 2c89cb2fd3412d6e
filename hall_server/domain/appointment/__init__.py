"""Appointments 预约 (CL-C1, C10, C12): slots and their places, who may book, when one may check in. Pure.

Never asked by whoever takes a number: a walk-in needs no booking and is refused for none.
"""

from hall_server.domain.appointment.booking import (
    NOT_CONFIRMED,
    OPEN,
    Booking,
    BookingBirth,
    BookingEvent,
    apply,
    booked,
    replay,
    target,
)
from hall_server.domain.appointment.limits import (
    Arrival,
    arrival,
    blocked_until,
    cancel_until,
    check_person,
    opens_for,
    over_at,
    still_ahead,
)
from hall_server.domain.appointment.rules import AS_USUAL, MINUTE, NO_BOOKINGS, BookingPolicy, BookingRule, OutOfHours
from hall_server.domain.appointment.slots import SlotPlan, slot_at, slots

__all__ = [
    "AS_USUAL",
    "MINUTE",
    "NOT_CONFIRMED",
    "NO_BOOKINGS",
    "OPEN",
    "Arrival",
    "Booking",
    "BookingBirth",
    "BookingEvent",
    "BookingPolicy",
    "BookingRule",
    "OutOfHours",
    "SlotPlan",
    "apply",
    "arrival",
    "blocked_until",
    "booked",
    "cancel_until",
    "check_person",
    "opens_for",
    "over_at",
    "replay",
    "slot_at",
    "slots",
    "still_ahead",
    "target",
]
