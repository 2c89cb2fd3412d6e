"""The booking settings of a site file as the rules see them: checked tables in, plain values out. Refuses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.site import weekdays
from hall_server.app.calendar_file import minutes
from hall_server.domain.appointment import BookingPolicy, BookingRule, OutOfHours
from hall_server.domain.calendar import Span

if TYPE_CHECKING:
    from config.site import Booking, Site


def booking_policy(site: Site) -> BookingPolicy:
    """What holds for appointments 预约; without [[booking]] nothing can be booked."""
    return BookingPolicy(tuple(_rule(one) for one in site.booking), site.hall.walk_in_floor)


def _rule(one: Booking) -> BookingRule:
    return BookingRule(
        first=one.first,
        last=one.last,
        slot_min=one.slot_min,
        days_ahead=one.days_ahead,
        notice_min=one.notice_min,
        per_person_day=one.per_person_day,
        open_per_person=one.open_per_person,
        cancel_min=one.cancel_min,
        early_min=one.early_min,
        late_min=one.late_min,
        missed_most=one.missed_most,
        missed_days=one.missed_days,
        blocked_days=one.blocked_days,
        out_of_hours=tuple(
            OutOfHours(weekdays(out.days), Span(minutes(out.open), minutes(out.close)), out.places, out.queues)
            for out in one.out_of_hours
        ),
    )
