"""What a hall has declared about appointments 预约: every number with the dates between which it holds (CL-C10, C12).

Guangzhou's own rule lapsed in 2025, so none of them is law here: all are settings. None of them speaks of walk-ins:
nothing in this room can make a booking, or the lack of one, stand between a visitor and a number (CL-C10).
"""

from __future__ import annotations

from datetime import date

import msgspec

from hall_server.domain.calendar import Span
from hall_server.domain.calendar.rules import holds_on

MINUTE = 60 * 1_000_000  # in the microseconds that moments count


class OutOfHours(msgspec.Struct, frozen=True):
    """Slots outside the opening hours (CL-C12), for which a member of staff must be found: they want confirmation.

    `days` are weekdays 1 to 7; `queues` () stands for all; `places` in each slot.
    """

    days: tuple[int, ...]
    span: Span
    places: int
    queues: tuple[str, ...] = ()


class BookingRule(msgspec.Struct, frozen=True):
    """What holds for slots of the days from `first` to `last` (both included; None: without end)."""

    first: date | None = None
    last: date | None = None
    slot_min: int = 30
    days_ahead: int = 7  # the last day that can be booked; 0: today only
    notice_min: int = 0  # a slot that begins sooner cannot be booked any more
    per_person_day: int = 2  # bookings of one person on one day
    open_per_person: int = 4  # bookings of one person that are still to come
    cancel_min: int = 120  # until so long before the slot a visitor may cancel
    early_min: int = 30  # check-in opens so long before the slot
    late_min: int = 10  # on time until so long after the slot's beginning
    missed_most: int = 3  # so many missed bookings and the person cannot book for a while; 0: never
    missed_days: int = 90  # counted over so many days
    blocked_days: int = 30  # and booking is blocked for so many days after the last of them
    out_of_hours: tuple[OutOfHours, ...] = ()


AS_USUAL = BookingRule()


class BookingPolicy(msgspec.Struct, frozen=True):
    """All booking rules of a hall, and the share of its time that nobody can book (CL-C10). No rule: no bookings."""

    rules: tuple[BookingRule, ...] = ()
    walk_in_floor: float = 0.4

    def on(self, day: date) -> BookingRule | None:
        """The rule that holds on a day: of several the one that began last; None: nothing can be booked."""
        holding = [rule for rule in self.rules if holds_on(day, rule.first, rule.last)]
        return max(holding, key=lambda rule: rule.first or date.min, default=None)

    def of(self, day: date) -> BookingRule:
        """The rule for a booking that was made: as usual when the day's own is gone from the site file."""
        return self.on(day) or AS_USUAL

    def bookable_share(self, book_share: float) -> float:
        """The share of a queue's time that can be booked: what it asks for, never into the walk-ins' floor."""
        return max(0.0, min(book_share, 1.0 - self.walk_in_floor))


NO_BOOKINGS = BookingPolicy()
