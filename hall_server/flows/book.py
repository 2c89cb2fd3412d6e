"""预约: take a place in a slot. Places are counted in the same transaction, so that no slot is ever booked over."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from hall_server.contract.bookings import BookingMove, BookingState, Channel
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind
from hall_server.domain.appointment import (
    BookingBirth,
    BookingEvent,
    SlotPlan,
    booked,
    check_person,
    opens_for,
    slot_at,
    still_ahead,
)
from hall_server.domain.calendar.openings import hall_day
from hall_server.domain.items.correlation import correlation_of
from hall_server.flows.desk import staff

if TYPE_CHECKING:
    from hall_server.contract.bookings import Book
    from hall_server.domain.appointment import Booking, BookingRule
    from hall_server.domain.seams import Transaction
    from hall_server.flows.caller import Caller
    from hall_server.flows.here import Here

_A_DAY = timedelta(days=1) // timedelta(microseconds=1)


def book(tx: Transaction, here: Here, booking_id: str, order: Book, by: Caller) -> Booking:
    """A new booking under the id that was made for it; pending when its slot is outside the opening hours.

    Raises HallProblem(bad_request | item_unknown | slot_unknown | slot_not_open | booking_blocked | too_many_bookings
    | slot_full), or idempotency_key_reused when the id is a booking's already.
    """
    _check_channel(order, by)
    item = here.site.item(order.item)
    if tx.booking(booking_id) is not None:
        raise HallProblem(ProblemCode.IDEMPOTENCY_KEY_REUSED, "this id is a booking already")
    at = here.clock.now()
    slot, rule = _bookable(here, item.queue, order.starts_at, at)
    day, today = hall_day(here.site.calendar, slot.starts_at).isoformat(), hall_day(here.site.calendar, at)
    if order.visitor is not None:
        own = tx.bookings_of(order.visitor.pseudonym, at - (rule.missed_days + 2) * _A_DAY)
        check_person(own, day, rule, today)
    if tx.booked_in(item.queue, slot.starts_at) >= slot.places:
        raise HallProblem(ProblemCode.SLOT_FULL, f"{slot.places} places", field="$.starts_at")
    birth = BookingBirth(
        queue=item.queue,
        item=item.id,
        day=day,
        starts_at=slot.starts_at,
        ends_at=slot.ends_at,
        channel=order.channel,
        out_of_hours=slot.out_of_hours,
        correlation=correlation_of(booking_id, order.correlation or ""),
        reference=order.reference,
    )
    actor = staff(tx, by)
    event = BookingEvent(
        at=at,
        booking=booking_id,
        move=BookingMove.BOOK,
        state=BookingState.PENDING if slot.out_of_hours else BookingState.BOOKED,
        actor_kind=actor.kind,
        actor=actor.id,
        birth=birth,
    )
    return tx.remember_booking(event, lambda numbered: booked(numbered, birth, order.visitor))


def _check_channel(order: Book, by: Caller) -> None:
    """A kiosk books for whoever stands before it, by card; everything else is staff's."""
    at_kiosk = by.kind is ActorKind.KIOSK
    if at_kiosk != (order.channel is Channel.KIOSK):
        raise HallProblem(ProblemCode.BAD_REQUEST, "the channel is not the caller's", field="$.channel")
    if at_kiosk and order.visitor is None:
        raise HallProblem(ProblemCode.BAD_REQUEST, "a kiosk books for a person", field="$.visitor")


def _bookable(here: Here, queue: str, starts_at: int, at: int) -> tuple[SlotPlan, BookingRule]:
    """The slot that begins then and the rule of its day."""
    calendar = here.site.calendar
    day = hall_day(calendar, starts_at)
    rule = here.site.booking.on(day)
    if rule is None:
        raise HallProblem(ProblemCode.SLOT_UNKNOWN, "nothing can be booked on that day", field="$.starts_at")
    if not opens_for(day, rule, hall_day(calendar, at)):
        raise HallProblem(ProblemCode.SLOT_NOT_OPEN, day.isoformat(), field="$.starts_at")
    slot = slot_at(here.site, queue, starts_at)
    if slot is None:
        raise HallProblem(ProblemCode.SLOT_UNKNOWN, "no slot of this queue begins then", field="$.starts_at")
    if not still_ahead(slot, rule, at):
        raise HallProblem(ProblemCode.SLOT_NOT_OPEN, "past, or too soon", field="$.starts_at")
    return slot, rule
