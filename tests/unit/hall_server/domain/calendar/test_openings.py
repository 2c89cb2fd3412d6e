"""Who is open at a moment and until when, and what opens next (CL-C13)."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from hall_server.domain.calendar import (
    ROUND_THE_CLOCK,
    HallCalendar,
    OpenCounter,
    Override,
    PauseReason,
    Span,
    WeekHours,
    closes_at,
    is_open,
    next_open,
    no_counter,
    open_counters,
)
from tests.unit.hall_server.domain.calendar.made import COUNTERS, at, hall, shown


@pytest.mark.parametrize(
    ("moment", "is_it"),
    [
        ("2026-03-04 08:59", False),
        ("2026-03-04 09:00", True),
        ("2026-03-04 12:30", True),
        ("2026-03-04 18:30", True),  # counter 3 works longer
        ("2026-03-04 19:00", False),
        ("2026-03-05 18:30", False),
        ("2026-03-07 10:00", False),
    ],
)
def test_the_hall_is_open_in_its_hours_and_as_long_as_a_counter_is(moment: str, is_it: bool) -> None:
    assert is_open(hall(), COUNTERS, at(moment)) is is_it


def test_the_doors_stay_open_when_all_counters_are_at_lunch() -> None:
    assert is_open(hall(), (2, 3), at("2026-03-04 12:30"))
    assert open_counters(hall(), (2, 3), at("2026-03-04 12:30")) == ()


@pytest.mark.parametrize(
    ("moment", "counters"),
    [
        ("2026-03-02 11:30", {1: "17:30", 2: "12:00", 3: "12:00", 4: "12:00"}),
        ("2026-03-02 12:30", {1: "17:30"}),
        ("2026-03-02 18:00", {4: "19:30"}),
        ("2026-03-04 18:00", {3: "19:00"}),
        ("2026-03-04 17:29", {1: "17:30", 2: "17:30", 3: "19:00"}),
    ],
)
def test_open_counters_are_told_with_the_moment_at_which_they_close(moment: str, counters: dict[int, str]) -> None:
    found = open_counters(hall(), COUNTERS, at(moment))
    assert found == tuple(OpenCounter(no, at(f"{moment[:10]} {until}")) for no, until in counters.items())


@pytest.mark.parametrize(
    ("counters", "moment", "reason", "until"),
    [
        ((2, 3), "2026-03-04 12:00", PauseReason.BREAK, "2026-03-04 14:00"),
        ((2, 3), "2026-03-04 08:40", PauseReason.BEFORE_OPENING, "2026-03-04 09:00"),
        ((2,), "2026-03-04 17:30", PauseReason.AFTER_CLOSING, "2026-03-05 09:00"),
        ((2,), "2026-03-06 17:30", PauseReason.AFTER_CLOSING, "2026-03-09 09:00"),  # Friday
        ((4,), "2026-03-03 10:00", PauseReason.NOT_TODAY, "2026-03-09 11:00"),  # Mondays only
        ((2,), "2026-03-07 10:00", PauseReason.REST_DAY, "2026-03-09 09:00"),
        ((2,), "2026-02-16 10:00", PauseReason.HOLIDAY, "2026-02-24 09:00"),
        ((2,), "2026-09-30 18:00", PauseReason.AFTER_CLOSING, "2026-10-08 09:00"),
        ((2,), "2026-10-09 18:00", PauseReason.AFTER_CLOSING, "2026-10-10 09:00"),  # a make-up Saturday
        ((2,), "2026-03-12 10:00", PauseReason.CLOSED_BY_SITE, "2026-03-13 09:00"),
        ((), "2026-03-04 10:00", PauseReason.NOT_TODAY, ""),
    ],
)
def test_a_pause_has_a_reason_and_an_end(
    counters: tuple[int, ...], moment: str, reason: PauseReason, until: str
) -> None:
    made = hall(overrides=(Override(date(2026, 3, 12), date(2026, 3, 12)),))
    pause = no_counter(made, counters, at(moment))
    assert pause is not None
    assert (pause.reason, shown(pause.until)) == (reason, until)


def test_there_is_no_pause_while_a_counter_is_open() -> None:
    assert no_counter(hall(), (1, 2), at("2026-03-04 12:30")) is None
    assert next_open(hall(), (1, 2), at("2026-03-04 12:30")) == at("2026-03-04 12:30")


@pytest.mark.parametrize(
    ("counters", "moment", "closes"),
    [
        ((1, 2), "2026-03-04 10:00", "2026-03-04 17:30"),
        ((2, 3), "2026-03-04 10:00", "2026-03-04 19:00"),  # the last of its counters
        ((2, 3), "2026-03-04 23:00", "2026-03-04 19:00"),
        ((2, 3), "2026-03-07 10:00", ""),
    ],
)
def test_a_queue_closes_with_the_last_of_its_counters(counters: tuple[int, ...], moment: str, closes: str) -> None:
    assert shown(closes_at(hall(), counters, at(moment))) == closes


def test_a_hall_without_a_calendar_is_open_round_the_clock() -> None:
    assert open_counters(ROUND_THE_CLOCK, (7,), at("2026-03-04 23:59")) == (OpenCounter(7, at("2026-03-05 00:00")),)


def test_hours_follow_the_halls_own_clock() -> None:
    west = hall(zone=ZoneInfo("Asia/Urumqi"))  # two hours behind
    assert shown(next_open(west, (1,), at("2026-03-04 06:00"))) == "2026-03-04 11:00"


def test_hours_that_a_clock_set_forward_swallows_are_left_out() -> None:
    night = HallCalendar(week=(WeekHours((7,), Span(150, 190)),), zone=ZoneInfo("Europe/Berlin"))
    in_the_gap = at("2026-03-29 08:00")  # 02:00 there, when the clock jumps to 03:00
    opens = next_open(night, (1,), in_the_gap)
    assert opens is not None
    assert shown(opens) == "2026-04-05 08:30"
