"""When a hall is open, as its site file says it: weekly hours, longer hours, days that are otherwise.

No postponed annotations here: msgspec needs the dates when it reads a file.
"""

from datetime import date
from typing import Annotated

import msgspec

from config.shapes import ClockTime, Days, Table

_SPAN = "([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]"
_DAYS = "[1-7](-[1-7])?(,[1-7](-[1-7])?)*"

Weekday = Annotated[int, msgspec.Meta(ge=1, le=7)]
LunchTime = Annotated[str, msgspec.Meta(pattern=rf"^({_SPAN})\Z")]  # "12:00-14:00"
OwnLunch = Annotated[str, msgspec.Meta(pattern=rf"^({_SPAN}|none|)\Z")]  # empty: as the hall's hours say
OwnHours = Annotated[str, msgspec.Meta(pattern=rf"^({_DAYS} {_SPAN}(; {_DAYS} {_SPAN})*|)\Z")]  # "1-5 11:00-19:30; 6 …"


class Hours(Table, frozen=True):
    """Opening hours of some weekdays: days "1-5", times "09:00". A weekday that is in none is closed.

    `first` and `last` are the dates between which the entry holds (both included, empty: always); of several entries
    for one weekday the one that began last wins, so that summer hours stand beside the usual ones.
    """

    days: Days
    open: ClockTime
    close: ClockTime
    kiosk_from: ClockTime | None = None
    noon_counters: tuple[int, ...] = ()
    first: date | None = None
    last: date | None = None


class Extended(Table, frozen=True):
    """Longer hours 延时 of some counters on some weekdays: from the close of the hall, or from `open`."""

    days: Days
    until: ClockTime
    counters: tuple[int, ...]
    open: ClockTime | None = None
    first: date | None = None
    last: date | None = None


class Override(Table, frozen=True):
    """Days `first` to `last` that are otherwise: closed, open with hours of their own, or like another weekday."""

    first: date
    last: date | None = None  # none: one day
    closed: bool = False
    open: ClockTime | None = None
    close: ClockTime | None = None
    kiosk_from: ClockTime | None = None
    like: Weekday | None = None
