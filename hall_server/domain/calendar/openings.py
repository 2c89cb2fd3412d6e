"""What the calendar answers for a moment: who is open and until when, when a queue opens next and closes for the day.

`at` and all answers are UTC microseconds; the hall's clock is that of the calendar's zone. Knows no clock of its own.
"""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from hall_server.domain.business_day import day_began, hall_time
from hall_server.domain.calendar.plan import day_plan, hall_spans, joined, planned
from hall_server.domain.calendar.rules import DayKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from hall_server.domain.calendar.rules import HallCalendar, Span

HORIZON_DAYS = 366  # how far ahead an opening is looked for
_ONE_DAY = timedelta(days=1)
_TOLD_AT_MOST = 4_096
_TOLD: dict[tuple[int, tuple[int, ...], date], tuple[HallCalendar, tuple[Opening, ...]]] = {}  # calendars never change


class Opening(msgspec.Struct, frozen=True):
    """From `opens_at` up to, not including, `closes_at`; UTC microseconds."""

    opens_at: int
    closes_at: int


class OpenCounter(msgspec.Struct, frozen=True):
    """A counter that is open, and the moment at which it closes (for lunch or for the day)."""

    no: int
    until: int


class PauseReason(StrEnum):
    """Why nobody serves a queue at a moment."""

    BEFORE_OPENING = "before_opening"
    BREAK = "break"  # between two openings of one day; mostly lunch
    AFTER_CLOSING = "after_closing"
    NOT_TODAY = "not_today"  # the hall works today, this queue's counters do not
    REST_DAY = "rest_day"
    HOLIDAY = "holiday"
    CLOSED_BY_SITE = "closed_by_site"


class Pause(msgspec.Struct, frozen=True):
    """Nobody serves now: why, and until when; None when no opening is known for a year."""

    reason: PauseReason
    until: int | None


def hall_day(calendar: HallCalendar, at: int) -> date:
    """The date on the hall's clock. Opening hours go by it, not by the business day, which rolls in the night."""
    return hall_time(at, calendar.zone).date()


def moment(calendar: HallCalendar, day: date, minute: int) -> int:
    """A minute of a day on the hall's clock as UTC microseconds."""
    return day_began(day.isoformat(), calendar.zone, minute)


def openings(calendar: HallCalendar, counters: Iterable[int], day: date) -> tuple[Opening, ...]:
    """When at least one of the counters is open on a day, in order. Asked at every take: told once, then remembered."""
    asked = (id(calendar), tuple(counters), day)
    told = _TOLD.get(asked)
    if told is None:
        plan = day_plan(calendar, day)
        found = _moments(calendar, day, (span for no in asked[1] for span in planned(calendar, plan, no, day)))
        if len(_TOLD) >= _TOLD_AT_MOST:
            _TOLD.clear()
        told = _TOLD[asked] = calendar, found  # holding the calendar keeps its id its own
    return told[1]


def is_open(calendar: HallCalendar, counters: Iterable[int], at: int) -> bool:
    """Whether the doors are open: in the hall's own hours, lunch included, and as long as any counter is."""
    day = hall_day(calendar, at)
    return _now(_moments(calendar, day, hall_spans(calendar, counters, day)), at) is not None


def doors_closed(calendar: HallCalendar, counters: Iterable[int], at: int) -> Pause | None:
    """Why the doors are closed, and until when; None while they are open (see `is_open`)."""
    counters = tuple(counters)
    first = day = hall_day(calendar, at)
    today = _moments(calendar, day, hall_spans(calendar, counters, day))
    if _now(today, at) is not None:
        return None
    reason = pause_reason(calendar, day, today, at) or PauseReason.BREAK
    for ahead in range(HORIZON_DAYS + 1):
        day = first + timedelta(days=ahead)
        for opening in _moments(calendar, day, hall_spans(calendar, counters, day)):
            if at < opening.opens_at:
                return Pause(reason, opening.opens_at)
    return Pause(reason, None)


def open_counters(calendar: HallCalendar, counters: Iterable[int], at: int) -> tuple[OpenCounter, ...]:
    """Which of the counters are open at a moment, and until when."""
    day = hall_day(calendar, at)
    now = ((no, _now(openings(calendar, (no,), day), at)) for no in counters)
    return tuple(OpenCounter(no, opening.closes_at) for no, opening in now if opening is not None)


def next_open(calendar: HallCalendar, counters: Collection[int], at: int) -> int | None:
    """The first moment, from `at` on, at which any of the counters is open; None: not within HORIZON_DAYS."""
    day = hall_day(calendar, at)
    for _ in range(HORIZON_DAYS + 1):
        for opening in openings(calendar, counters, day):
            if at < opening.closes_at:
                return max(at, opening.opens_at)
        day += _ONE_DAY
    return None


def closes_at(calendar: HallCalendar, counters: Iterable[int], at: int) -> int | None:
    """When the last of the counters closes for the day that `at` is in; None when none opens on it."""
    today = openings(calendar, counters, hall_day(calendar, at))
    return today[-1].closes_at if today else None


def no_counter(calendar: HallCalendar, counters: Collection[int], at: int) -> Pause | None:
    """Why none of the counters is open, and until when; None when one is open."""
    day = hall_day(calendar, at)
    reason = pause_reason(calendar, day, openings(calendar, counters, day), at)
    return None if reason is None else Pause(reason, next_open(calendar, counters, at))


def pause_reason(calendar: HallCalendar, day: date, today: tuple[Opening, ...], at: int) -> PauseReason | None:
    """Why it is closed at a moment of `day`, whose openings are `today`; None when it is open."""
    if not today:
        return _closed_all_day(calendar, day)
    if at < today[0].opens_at:
        return PauseReason.BEFORE_OPENING
    if at >= today[-1].closes_at:
        return PauseReason.AFTER_CLOSING
    return PauseReason.BREAK if _now(today, at) is None else None


def _closed_all_day(calendar: HallCalendar, day: date) -> PauseReason:
    plan = day_plan(calendar, day)
    if plan.hours is not None:
        return PauseReason.NOT_TODAY
    closed = {DayKind.HOLIDAY: PauseReason.HOLIDAY, DayKind.OVERRIDE: PauseReason.CLOSED_BY_SITE}
    return closed.get(plan.kind, PauseReason.REST_DAY)


def _now(found: Iterable[Opening], at: int) -> Opening | None:
    return next((opening for opening in found if opening.opens_at <= at < opening.closes_at), None)


def _moments(calendar: HallCalendar, day: date, spans: Iterable[Span]) -> tuple[Opening, ...]:
    pairs = ((moment(calendar, day, span.opens), moment(calendar, day, span.closes)) for span in joined(spans))
    return tuple(Opening(*pair) for pair in pairs if pair[0] < pair[1])  # a clock set forward may swallow a short one
