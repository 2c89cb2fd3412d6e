"""The last-ticket rule (CL-C13): what a visitor must know before taking a number of a queue.

A queue's close minus the work that is waiting already decides. Knows no forecast: the backlog is handed in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.vocabulary import Intake
from hall_server.domain.calendar.openings import PauseReason, hall_day, moment, next_open, openings, pause_reason
from hall_server.domain.calendar.plan import day_plan

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from hall_server.domain.calendar.openings import Opening
    from hall_server.domain.calendar.rules import HallCalendar

_MICROSECONDS = 1_000_000
_STILL_TODAY = frozenset({PauseReason.BEFORE_OPENING, PauseReason.BREAK})


class IntakeAnswer(msgspec.Struct, frozen=True):
    """The answer as codes and moments (UTC microseconds); sentences are the business of who shows them.

    `reason` says why nobody serves: now, or at the turn (not_before across a break).
    `opens_at`: not_before - when serving goes on (may_not_be_served too, when nobody serves now); closed - the next
    opening, None when none is known for a year.
    `numbers_from`: closed - when numbers are given again. `closes_at`: when the queue closes for the day.
    `turn_at`: when the turn comes by the backlog; None when not today.
    """

    code: Intake
    reason: PauseReason | None = None
    opens_at: int | None = None
    numbers_from: int | None = None
    closes_at: int | None = None
    turn_at: int | None = None


def intake(calendar: HallCalendar, counters: Collection[int], at: int, backlog_s: float) -> IntakeAnswer:
    """May a number of the queue that these counters serve be given at `at`?

    `backlog_s` is the forecast wait (p50 or p90, as the caller means to warn) in seconds of open counters: time in
    which all of them are closed is added here, so a forecast must not count it too. Negative and NaN count as none.
    """
    day = hall_day(calendar, at)
    today = openings(calendar, counters, day)
    reason = pause_reason(calendar, day, today, at)
    if reason is not None and (reason not in _STILL_TODAY or at < numbers_from(calendar, counters, day)):
        return _closed(calendar, counters, at, reason)
    closes = today[-1].closes_at
    reached = _turn(today, at, backlog_s)
    if reached is None:
        goes_on = None if reason is None else next(one.opens_at for one in today if one.opens_at > at)
        return IntakeAnswer(Intake.MAY_NOT_BE_SERVED, reason, goes_on, closes_at=closes)
    opening, turn_at = reached
    if opening.opens_at <= at:
        return IntakeAnswer(Intake.FINE, closes_at=closes, turn_at=turn_at)
    reason = reason or PauseReason.BREAK
    return IntakeAnswer(Intake.NOT_BEFORE, reason, opening.opens_at, closes_at=closes, turn_at=turn_at)


def numbers_from(calendar: HallCalendar, counters: Collection[int], day: date) -> int:
    """From when numbers are given on a day on which one of the counters opens: as its hours say, or at first opening.

    Counters that open before the hall (错时) are given numbers from their own opening on.
    """
    first = openings(calendar, counters, day)[0].opens_at
    hours = day_plan(calendar, day).hours
    if hours is None:
        return first
    begins = hours.span.opens if hours.numbers_from is None else hours.numbers_from
    return min(first, moment(calendar, day, begins))


def _closed(calendar: HallCalendar, counters: Collection[int], at: int, reason: PauseReason) -> IntakeAnswer:
    opens_at = next_open(calendar, counters, at)
    if opens_at is None:
        return IntakeAnswer(Intake.CLOSED, reason)
    begins = numbers_from(calendar, counters, hall_day(calendar, opens_at))
    return IntakeAnswer(Intake.CLOSED, reason, opens_at, begins)


def _turn(today: tuple[Opening, ...], at: int, backlog_s: float) -> tuple[Opening, int] | None:
    left = max(0.0, backlog_s) * _MICROSECONDS
    for opening in today:
        begins = max(at, opening.opens_at)
        open_for = opening.closes_at - begins
        if left < open_for:
            return opening, begins + int(left)
        left -= max(0, open_for)
    return None
