"""When the hall and each of its counters are open (CL-C13): days, hours, the next opening, the last ticket of a day."""

from hall_server.domain.calendar.intake import Intake, IntakeAnswer, intake
from hall_server.domain.calendar.openings import (
    OpenCounter,
    Pause,
    PauseReason,
    closes_at,
    is_open,
    next_open,
    no_counter,
    open_counters,
)
from hall_server.domain.calendar.plan import counter_spans, day_kind, door_spans, hall_spans
from hall_server.domain.calendar.rules import (
    ROUND_THE_CLOCK,
    CounterTimes,
    DayKind,
    HallCalendar,
    LongerHours,
    Override,
    PublicHolidays,
    Span,
    WeekHours,
)

__all__ = [
    "ROUND_THE_CLOCK",
    "CounterTimes",
    "DayKind",
    "HallCalendar",
    "Intake",
    "IntakeAnswer",
    "LongerHours",
    "OpenCounter",
    "Override",
    "Pause",
    "PauseReason",
    "PublicHolidays",
    "Span",
    "WeekHours",
    "closes_at",
    "counter_spans",
    "day_kind",
    "door_spans",
    "hall_spans",
    "intake",
    "is_open",
    "next_open",
    "no_counter",
    "open_counters",
]
