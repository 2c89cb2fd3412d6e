"""Slots 时段 and their places: from the counters that are open and the share of their time that is bookable.

places = floor(book_share × minutes of open counters in the slot ÷ mean service time)

A counter's minutes are divided among those of its queues that take bookings, so that the walk-ins' floor holds at each
counter and not only on average (CL-C10). Knows no bookings: who has taken which place is the store's business.
"""

from __future__ import annotations

from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

import msgspec

from hall_server.domain.calendar import Span, counter_spans, day_plan
from hall_server.domain.calendar.openings import hall_day, moment
from hall_server.domain.calendar.rules import DAY_MIN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hall_server.domain.appointment.rules import BookingRule
    from hall_server.domain.site import HallSite

_EXACT = 1_000_000  # shares and service times are decimal numbers; floats would lose a place now and then


class SlotPlan(msgspec.Struct, frozen=True):
    """A slot of a queue: from, to (UTC microseconds), places."""

    starts_at: int
    ends_at: int
    places: int
    out_of_hours: bool = False


def slots(site: HallSite, queue: str, day: date) -> tuple[SlotPlan, ...]:
    """The slots of a queue on a day of the hall's clock that have a place, in order; those that are past included."""
    rule = site.booking.on(day)
    if rule is None:
        return ()
    return tuple(
        SlotPlan(moment(site.calendar, day, cell.opens), moment(site.calendar, day, cell.closes), places, outside)
        for cell in _grid(rule)
        for places, outside in (_places(site, queue, day, rule, cell),)
        if places > 0
    )


def slot_at(site: HallSite, queue: str, starts_at: int) -> SlotPlan | None:
    """The slot of a queue that begins at a moment; None when there is none."""
    found = slots(site, queue, hall_day(site.calendar, starts_at))
    return next((slot for slot in found if slot.starts_at == starts_at), None)


def _grid(rule: BookingRule) -> Iterator[Span]:
    for begins in range(0, DAY_MIN - rule.slot_min + 1, rule.slot_min):
        yield Span(begins, begins + rule.slot_min)


def _places(site: HallSite, queue: str, day: date, rule: BookingRule, cell: Span) -> tuple[int, bool]:
    """How many places, and whether the slot is outside the opening hours."""
    spans = {no: counter_spans(site.calendar, no, day) for no in site.counters_of(queue)}
    if any(_overlap(span, cell) for found in spans.values() for span in found):
        if not any(span.opens <= cell.opens < span.closes for found in spans.values() for span in found):
            return 0, False  # nobody is there when it begins
        minutes = sum(
            (Fraction(sum(_overlap(span, cell) for span in found), _sharing(site, no)) for no, found in spans.items()),
            Fraction(),
        )
        rules = site.queues[queue]
        share = _exact(site.booking.bookable_share(rules.book_share))
        return floor(share * minutes * 60 / _exact(rules.service_s)), False
    weekday = day_plan(site.calendar, day).weekday
    outside = [
        one.places
        for one in rule.out_of_hours
        if weekday in one.days
        and (not one.queues or queue in one.queues)
        and one.span.opens <= cell.opens
        and cell.closes <= one.span.closes
    ]
    return max(outside, default=0), True


def _sharing(site: HallSite, counter: int) -> int:
    """Among how many queues that take bookings a counter divides its time; one at least."""
    return max(1, sum(1 for queue in site.counters[counter].queues if site.queues[queue].book_share > 0))


def _overlap(span: Span, cell: Span) -> int:
    return max(0, min(span.closes, cell.closes) - max(span.opens, cell.opens))


def _exact(number: float) -> Fraction:
    return Fraction(number).limit_denominator(_EXACT)
