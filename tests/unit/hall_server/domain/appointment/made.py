"""A small hall that takes bookings, and bookings in any state, for the tests of appointments."""

from __future__ import annotations

from typing import Any

import msgspec

from hall_server.contract.bookings import BookingState, Channel
from hall_server.contract.messages import VisitorMask
from hall_server.domain.appointment import MINUTE, Booking, BookingPolicy, BookingRule
from hall_server.domain.calendar import HallCalendar, Span, WeekHours
from tests.unit.hall_server.halls import NOON, SITE

# 2026-01-02 is a Friday; open from 09:00 to 17:30, counter 1 at noon too. Both counters call A, counter 2 also C.
CALENDAR = HallCalendar(week=(WeekHours((1, 2, 3, 4, 5), Span(9 * 60, 17 * 60 + 30), (1,)),))
TODAY = "2026-01-02"
RULE = BookingRule()
VISITOR = VisitorMask("ab" * 16, "陈*明", "123X")


def hall(*rules: BookingRule, share: float = 0.5, floor: float = 0.4, **shares: float) -> Any:
    """The test hall with these rules; a share for A, others by the queue's id."""
    wanted = {"A": share, **shares}
    queues = {name: msgspec.structs.replace(one, book_share=wanted.get(name, 0.0)) for name, one in SITE.queues.items()}
    return msgspec.structs.replace(
        SITE, queues=queues, calendar=CALENDAR, booking=BookingPolicy(rules or (RULE,), floor)
    )


def booking(state: BookingState = BookingState.BOOKED, **more: Any) -> Booking:
    """A booking for 14:00 to 14:30 of the day."""
    starts_at = more.pop("starts_at", NOON + 120 * MINUTE)
    values: dict[str, Any] = {
        "id": "b1",
        "queue": "A",
        "item": "i1",
        "day": TODAY,
        "starts_at": starts_at,
        "ends_at": starts_at + 30 * MINUTE,
        "state": state,
        "channel": Channel.PHONE,
        "made_at": NOON - 600 * MINUTE,
        "place": 1,
        "n": 1,
        "visitor": VISITOR,
    }
    return Booking(**{**values, **more})
