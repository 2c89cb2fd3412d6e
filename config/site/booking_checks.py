"""Whether the booking settings of a site file make sense, and leave walk-ins their place (CL-C10).

Nothing here can make a booking compulsory, because no setting says so; what is checked is the share that stays free.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.errors import ConfigError
from config.shapes import weekdays
from config.site.named import known

if TYPE_CHECKING:
    from pathlib import Path

    from config.site.booking import Booking, OutOfHours
    from config.site.whole import Site

_CLAUSE = "CL-C10: nobody may be made to book"
_DAY_MIN = 1440
_EXACT = 1e-9  # 1 - 0.4 is not 0.6 in floats


def check_bookings(path: Path, site: Site) -> None:
    """ConfigError for a share without room for walk-ins, dates out of order, slots that do not fill a day."""
    if site.hall.walk_in_floor <= 0:
        raise ConfigError(path, "hall.walk_in_floor", f"more than 0 ({_CLAUSE})")
    most = 1 - site.hall.walk_in_floor
    for index, queue in enumerate(site.queue):
        if queue.book_share > most + _EXACT:
            expected = f"at most {most:.2f}, what hall.walk_in_floor leaves ({_CLAUSE}); found {queue.book_share}"
            raise ConfigError(path, f"queue[{index}].book_share", expected)
    queues = {queue.id for queue in site.queue}
    for index, booking in enumerate(site.booking):
        key = f"booking[{index}]"
        _check_rule(path, key, booking, site)
        for row, outside in enumerate(booking.out_of_hours):
            _check_outside(path, f"{key}.out_of_hours[{row}]", outside, queues)


def _check_rule(path: Path, key: str, booking: Booking, site: Site) -> None:
    if booking.first is not None and booking.last is not None and booking.last < booking.first:
        raise ConfigError(path, f"{key}.last", f"a date not before {booking.first}, found {booking.last}")
    if sum(1 for other in site.booking if other.first == booking.first) > 1:
        raise ConfigError(path, f"{key}.first", f"a date that no other [[booking]] begins on, found {booking.first}")
    if _DAY_MIN % booking.slot_min:
        raise ConfigError(path, f"{key}.slot_min", f"minutes that divide a day, found {booking.slot_min}")
    if booking.late_min > site.defaults.booked_credit_min:
        expected = f"at most defaults.booked_credit_min = {site.defaults.booked_credit_min}: nobody gains by being late"
        raise ConfigError(path, f"{key}.late_min", f"{expected}; found {booking.late_min}")


def _check_outside(path: Path, key: str, outside: OutOfHours, queues: set[str]) -> None:
    if outside.close <= outside.open:
        raise ConfigError(path, f"{key}.close", f"a time after {outside.open}, found {outside.close}")
    days = weekdays(outside.days)
    if not days or list(days) != sorted(set(days)):
        raise ConfigError(path, f"{key}.days", f"each weekday once, rising, as in 1-5 or 6,7; found {outside.days!r}")
    known(path, f"{key}.queues", outside.queues, queues)
