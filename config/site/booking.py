"""[[booking]] 预约: what holds for appointments, with the dates between which it holds. Knows nothing of walk-ins.

No postponed annotations here: msgspec needs the dates when it reads a file.
"""

from datetime import date
from typing import Annotated

import msgspec

from config.shapes import ClockTime, Days, Table

SlotLength = Annotated[int, msgspec.Meta(ge=5, le=240)]
Minutes = Annotated[int, msgspec.Meta(ge=0, le=1_440)]
ManyMinutes = Annotated[int, msgspec.Meta(ge=0, le=20_160)]  # two weeks
AFewDays = Annotated[int, msgspec.Meta(ge=0, le=366)]
AtLeastOne = Annotated[int, msgspec.Meta(ge=1, le=99)]
Count = Annotated[int, msgspec.Meta(ge=0, le=99)]


class OutOfHours(Table, frozen=True):
    """Slots outside the opening hours (CL-C12); each booking wants confirmation by a named member of staff."""

    days: Days
    open: ClockTime
    close: ClockTime
    places: AtLeastOne = 1  # in each slot
    queues: tuple[str, ...] = ()  # empty: all


class Booking(Table, frozen=True):
    """[[booking]]. Of several that hold on a day the one that began last counts; with none, nothing can be booked."""

    first: date | None = None
    last: date | None = None
    slot_min: SlotLength = 30
    days_ahead: AFewDays = 7
    notice_min: ManyMinutes = 0
    per_person_day: AtLeastOne = 2
    open_per_person: AtLeastOne = 4
    cancel_min: ManyMinutes = 120
    early_min: Minutes = 30
    late_min: Annotated[int, msgspec.Meta(ge=0, le=120)] = 10
    missed_most: Count = 3
    missed_days: AFewDays = 90
    blocked_days: AFewDays = 30
    out_of_hours: tuple[OutOfHours, ...] = ()
