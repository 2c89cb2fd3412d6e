"""The last-ticket rule (CL-C13): a number, a number with a warning, or none."""

from __future__ import annotations

from datetime import date

import pytest

from hall_server.contract.vocabulary import Intake
from hall_server.domain.calendar import CounterTimes, IntakeAnswer, Override, PauseReason, Span, intake
from tests.unit.hall_server.domain.calendar.made import at, hall, shown

MIN = 60
DAY = "2026-03-05"  # a Thursday


@pytest.mark.parametrize(
    ("clock", "backlog_min", "code", "turn"),
    [
        ("16:50", 39, Intake.FINE, "17:29"),
        ("16:50", 40, Intake.MAY_NOT_BE_SERVED, ""),  # the clause's own example
        ("16:50", 41, Intake.MAY_NOT_BE_SERVED, ""),
        ("17:29", 0, Intake.FINE, "17:29"),
        ("17:30", 0, Intake.CLOSED, ""),
        ("09:00", 0, Intake.FINE, "09:00"),
        ("16:50", float("inf"), Intake.MAY_NOT_BE_SERVED, ""),
        ("16:50", float("nan"), Intake.FINE, "16:50"),
        ("16:50", -5, Intake.FINE, "16:50"),
    ],
)
def test_cl_c13_the_last_ticket_is_close_minus_the_backlog(
    clock: str, backlog_min: float, code: Intake, turn: str
) -> None:
    answer = intake(hall(), (1, 2), at(f"{DAY} {clock}"), backlog_min * MIN)
    assert (answer.code, shown(answer.turn_at)[11:]) == (code, turn)


@pytest.mark.parametrize(
    ("clock", "backlog_min", "code", "turn", "closes"),
    [
        ("17:10", 40, Intake.FINE, "17:50", "19:00"),  # counter 3 works until 19:00 on Wednesdays
        ("18:30", 40, Intake.MAY_NOT_BE_SERVED, "", "19:00"),
    ],
)
def test_cl_c13_a_queue_of_a_counter_with_longer_hours_closes_with_it(
    clock: str, backlog_min: int, code: Intake, turn: str, closes: str
) -> None:
    answer = intake(hall(), (2, 3), at(f"2026-03-04 {clock}"), backlog_min * MIN)
    assert (answer.code, shown(answer.turn_at)[11:], shown(answer.closes_at)[11:]) == (code, turn, closes)


@pytest.mark.parametrize(
    ("clock", "backlog_min", "code", "reason", "turn"),
    [
        ("11:50", 9, Intake.FINE, None, "11:59"),
        ("11:50", 10, Intake.NOT_BEFORE, PauseReason.BREAK, "14:00"),
        ("11:50", 30, Intake.NOT_BEFORE, PauseReason.BREAK, "14:20"),
        ("12:30", 0, Intake.NOT_BEFORE, PauseReason.BREAK, "14:00"),
        ("12:30", 300, Intake.MAY_NOT_BE_SERVED, PauseReason.BREAK, ""),
    ],
)
def test_a_number_whose_turn_falls_into_lunch_is_told_when_serving_goes_on(
    clock: str, backlog_min: int, code: Intake, reason: PauseReason | None, turn: str
) -> None:
    answer = intake(hall(), (2,), at(f"{DAY} {clock}"), backlog_min * MIN)
    assert (answer.code, answer.reason, shown(answer.turn_at)[11:]) == (code, reason, turn)
    if code is Intake.NOT_BEFORE:
        assert shown(answer.opens_at) == f"{DAY} 14:00"


@pytest.mark.parametrize(
    ("moment", "reason", "opens", "numbers"),
    [
        (f"{DAY} 08:29", PauseReason.BEFORE_OPENING, f"{DAY} 09:00", f"{DAY} 08:30"),
        (f"{DAY} 17:30", PauseReason.AFTER_CLOSING, "2026-03-06 09:00", "2026-03-06 08:30"),
        ("2026-03-07 10:00", PauseReason.REST_DAY, "2026-03-09 09:00", "2026-03-09 08:30"),
        ("2026-02-14 17:30", PauseReason.AFTER_CLOSING, "2026-02-24 09:00", "2026-02-24 08:30"),
        ("2026-02-20 10:00", PauseReason.HOLIDAY, "2026-02-24 09:00", "2026-02-24 08:30"),
    ],
)
def test_outside_the_hours_there_is_no_number_but_the_next_opening(
    moment: str, reason: PauseReason, opens: str, numbers: str
) -> None:
    answer = intake(hall(), (2,), at(moment), 0)
    assert (answer.code, answer.reason) == (Intake.CLOSED, reason)
    assert (shown(answer.opens_at), shown(answer.numbers_from)) == (opens, numbers)


def test_numbers_are_given_before_the_hall_opens_from_when_its_hours_say() -> None:
    answer = intake(hall(), (2,), at(f"{DAY} 08:30"), 600)
    assert (answer.code, answer.reason) == (Intake.NOT_BEFORE, PauseReason.BEFORE_OPENING)
    assert (shown(answer.opens_at), shown(answer.turn_at)) == (f"{DAY} 09:00", f"{DAY} 09:10")


def test_a_counter_that_begins_later_than_the_hall_gives_numbers_with_its_beginning() -> None:
    answer = intake(hall(), (4,), at("2026-03-02 09:30"), 0)
    assert (answer.code, shown(answer.opens_at)) == (Intake.NOT_BEFORE, "2026-03-02 11:00")


def test_a_counter_that_begins_earlier_gives_numbers_from_then_on() -> None:
    early = hall(counters={2: CounterTimes(extended={4: (Span(7 * 60, 9 * 60),)})})
    assert shown(intake(early, (2,), at(f"{DAY} 06:00"), 0).numbers_from) == f"{DAY} 07:00"


def test_numbers_come_with_the_opening_where_the_hours_say_nothing_else() -> None:
    special = hall(overrides=(Override(date(2026, 3, 5), date(2026, 3, 5), span=Span(600, 900)),))
    assert shown(intake(special, (2,), at(f"{DAY} 08:40"), 0).numbers_from) == f"{DAY} 10:00"
    saturday = hall(counters={2: CounterTimes(extended={6: (Span(600, 700),)})})
    assert shown(intake(saturday, (2,), at("2026-03-07 08:40"), 0).numbers_from) == "2026-03-07 10:00"


def test_a_queue_that_nobody_serves_has_no_next_opening() -> None:
    answer = intake(hall(), (), at(f"{DAY} 10:00"), 0)
    assert answer == IntakeAnswer(Intake.CLOSED, PauseReason.NOT_TODAY)
