"""Who may book when, who may cancel, and when one may check in: the judgements about one booking at one moment.

A person is known by a pseudonym only. All refusals here are about *booking*: none is ever asked when somebody takes a
number (CL-C10). Knows no store and no clock; moments are UTC microseconds.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from hall_server.contract.bookings import BookingState
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.domain.appointment.booking import OPEN
from hall_server.domain.appointment.rules import MINUTE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hall_server.domain.appointment.booking import Booking
    from hall_server.domain.appointment.rules import BookingRule
    from hall_server.domain.appointment.slots import SlotPlan


class Arrival(StrEnum):
    """When somebody comes, measured against their slot."""

    TOO_EARLY = "too_early"
    IN_TIME = "in_time"  # early or on time: the booked credit comes with the slot
    LATE = "late"  # like a walk-in who came at the beginning of the slot
    OVER = "over"


def arrival(booking: Booking, rule: BookingRule, at: int) -> Arrival:
    """How a moment lies to a booking's slot. On the minute of a limit the visitor is right."""
    if at < booking.starts_at - rule.early_min * MINUTE:
        return Arrival.TOO_EARLY
    if at <= booking.starts_at + rule.late_min * MINUTE:
        return Arrival.IN_TIME
    return Arrival.LATE if at <= over_at(booking, rule) else Arrival.OVER


def over_at(booking: Booking, rule: BookingRule) -> int:
    """Until when one may check in: the end of the slot and the grace."""
    return booking.ends_at + rule.late_min * MINUTE


def cancel_until(booking: Booking, rule: BookingRule) -> int:
    """Until when the visitor may cancel."""
    return booking.starts_at - rule.cancel_min * MINUTE


def opens_for(day: date, rule: BookingRule, today: date) -> bool:
    """Whether slots of a day can be booked today."""
    return today <= day <= today + timedelta(days=rule.days_ahead)


def still_ahead(slot: SlotPlan, rule: BookingRule, at: int) -> bool:
    """Whether it is soon enough for a slot."""
    return at < slot.starts_at - rule.notice_min * MINUTE


def blocked_until(own: Sequence[Booking], rule: BookingRule, today: date) -> date | None:
    """The first day on which a person who missed bookings may book again; None: today.

    `own` are the bookings of one person; those that were excused do not count.
    """
    if not rule.missed_most:
        return None
    since = today - timedelta(days=rule.missed_days)
    missed = sorted(day for day in map(_missed_on, own) if day is not None and day >= since)
    if len(missed) < rule.missed_most:
        return None
    until = missed[-1] + timedelta(days=rule.blocked_days)
    return until if today < until else None


def check_person(own: Sequence[Booking], day: str, rule: BookingRule, today: date) -> None:
    """HallProblem(booking_blocked | too_many_bookings) unless this person may book a slot of a day."""
    until = blocked_until(own, rule, today)
    if until is not None:
        raise HallProblem(ProblemCode.BOOKING_BLOCKED, f"until {until.isoformat()}, missed bookings")
    on_day = sum(1 for one in own if one.day == day and one.state is not BookingState.CANCELLED)
    if on_day >= rule.per_person_day:
        raise HallProblem(ProblemCode.TOO_MANY_BOOKINGS, f"{rule.per_person_day} on one day")
    if sum(1 for one in own if one.state in OPEN) >= rule.open_per_person:
        raise HallProblem(ProblemCode.TOO_MANY_BOOKINGS, f"{rule.open_per_person} still to come")


def _missed_on(booking: Booking) -> date | None:
    return date.fromisoformat(booking.day) if booking.state is BookingState.MISSED else None
