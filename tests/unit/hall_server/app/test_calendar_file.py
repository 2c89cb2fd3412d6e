"""The opening hours of a site file, and those of the demo hall, as the calendar answers by them (CL-C13)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from config.site import Site, load_site
from hall_server.app.calendar_file import hall_calendar
from hall_server.app.site_file import hall_site
from hall_server.contract.vocabulary import Intake
from hall_server.domain.calendar import (
    LongerHours,
    Override,
    PauseReason,
    PublicHolidays,
    Span,
    WeekHours,
    counter_spans,
    no_counter,
    open_counters,
)
from tests.house_rules.sources import ROOT
from tests.unit.hall_server.domain.calendar.made import CHINA, at, shown

if TYPE_CHECKING:
    from hall_server.domain.site import HallSite

MIN = 60


@pytest.fixture(scope="module")
def demo() -> HallSite:
    return hall_site(load_site(ROOT / "config/sites/demo.toml"))


def made(hall: dict[str, Any], **counter: Any):
    """The calendar of a hall with one counter."""
    whole = {
        "hall": {"id": "h", "name": "厅", "hours": [{"days": "1-5", "open": "09:00", "close": "17:30"}], **hall},
        "queue": [{"id": "A", "letter": "A", "name": "综合"}],
        "counter": [{"no": 1, "name": "一", "queues": ["A"], **counter}],
        "item": [],
    }
    return hall_calendar(msgspec.convert(whole, Site), CHINA, PublicHolidays())


def test_hours_longer_hours_and_overrides_keep_their_dates() -> None:
    found = made({
        "hours": [{"days": "1-5", "open": "09:00", "close": "17:30", "kiosk_from": "08:30", "noon_counters": [1],
                   "first": "2026-01-01", "last": "2026-12-31"}],
        "extended": [{"days": "6", "open": "09:00", "until": "12:00", "counters": [1], "first": "2026-03-01"}],
        "overrides": [
            {"first": "2026-05-04", "closed": True},
            {"first": "2026-06-01", "last": "2026-06-03", "open": "10:00", "close": "16:00", "kiosk_from": "09:30"},
            {"first": "2026-07-01", "like": 5},
        ],
        "lunch": "11:30-13:00", "make_up_like": 5,
    })  # fmt: skip
    weekdays = (1, 2, 3, 4, 5)
    assert found.week == (WeekHours(weekdays, Span(540, 1050), (1,), 510, date(2026, 1, 1), date(2026, 12, 31)),)
    assert found.longer == (LongerHours((6,), 720, (1,), 540, date(2026, 3, 1)),)
    assert found.overrides == (
        Override(date(2026, 5, 4), date(2026, 5, 4)),
        Override(date(2026, 6, 1), date(2026, 6, 3), Span(600, 960), 570),
        Override(date(2026, 7, 1), date(2026, 7, 1), like=5),
    )
    assert (found.lunch, found.make_up_like) == (Span(690, 780), 5)


@pytest.mark.parametrize(
    ("counter", "lunch"), [({}, None), ({"lunch": "none"}, ()), ({"lunch": "11:00-12:30"}, (Span(660, 750),))]
)
def test_a_counter_has_the_halls_lunch_none_or_its_own(counter: dict[str, Any], lunch: Any) -> None:
    assert made({}, **counter).times_of(1).lunch == lunch


def test_a_counters_own_and_longer_hours_are_read_by_weekday() -> None:
    times = made({}, hours="1-2 08:00-12:00; 2,4 13:00-16:00", extended="6 09:00-12:00").times_of(1)
    morning, afternoon = Span(480, 720), Span(780, 960)
    assert times.hours == {1: (morning,), 2: (morning, afternoon), 4: (afternoon,)}
    assert times.extended == {6: (Span(540, 720),)}
    assert made({}).times_of(1).hours is None


def test_cl_c13_counters_3_and_6_of_the_demo_hall_work_until_19_on_wednesdays(demo: HallSite) -> None:
    late = at("2026-03-04 18:30")
    assert [(one.no, shown(one.until)[11:]) for one in open_counters(demo.calendar, demo.counters, late)] == [
        (3, "19:00"),
        (6, "19:00"),
    ]
    assert open_counters(demo.calendar, demo.counters, at("2026-03-05 18:30")) == ()
    assert open_counters(demo.calendar, demo.counters, at("2026-03-04 19:00")) == ()


@pytest.mark.parametrize(("no", "spans"), [(2, 1), (4, 1), (6, 1), (10, 1), (1, 2), (5, 2), (9, 2), (11, 2), (12, 2)])
def test_cl_c13_four_counters_of_the_demo_hall_stay_open_at_noon(demo: HallSite, no: int, spans: int) -> None:
    assert len(counter_spans(demo.calendar, no, date(2026, 3, 5))) == spans


@pytest.mark.parametrize(("backlog_min", "code"), [(5, Intake.FINE), (15, Intake.NOT_BEFORE), (60, Intake.NOT_BEFORE)])
def test_cl_c13_at_11_50_queue_h_knows_whether_its_turn_comes_before_lunch(
    demo: HallSite, backlog_min: int, code: Intake
) -> None:
    answer = demo.intake("H", at("2026-03-05 11:50"), backlog_min * MIN)
    assert answer.code is code
    if code is Intake.NOT_BEFORE:
        assert (answer.reason, shown(answer.opens_at)) == (PauseReason.BREAK, "2026-03-05 14:00")


def test_cl_c13_queue_h_is_closed_from_noon_until_14(demo: HallSite) -> None:
    pause = no_counter(demo.calendar, demo.counters_of("H"), at("2026-03-05 12:10"))
    assert pause is not None
    assert (pause.reason, shown(pause.until)) == (PauseReason.BREAK, "2026-03-05 14:00")


def test_cl_c13_queue_d_is_served_at_noon_because_counter_10_stays_and_waits_until_14_if_it_did_not(
    demo: HallSite,
) -> None:
    asked = at("2026-03-05 11:50")
    assert demo.intake("D", asked, 15 * MIN).code is Intake.FINE
    week = tuple(msgspec.structs.replace(one, noon=(2, 4, 6)) for one in demo.calendar.week)
    other = msgspec.structs.replace(demo, calendar=msgspec.structs.replace(demo.calendar, week=week))
    answer = other.intake("D", asked, 15 * MIN)
    assert (answer.code, shown(answer.opens_at)) == (Intake.NOT_BEFORE, "2026-03-05 14:00")


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        ("2025-12-31", "09:00-17:30"),
        ("2026-01-01", "-"),
        ("2026-01-04", "09:00-17:30"),  # a make-up Sunday
        ("2026-02-28", "09:00-17:30"),  # a make-up Saturday
        ("2026-03-07", "-"),
        ("2026-10-05", "-"),
    ],
)
def test_cl_c13_the_demo_hall_keeps_the_public_calendar(demo: HallSite, day: str, hours: str) -> None:
    found = demo.hours_on(day)
    assert f"{found.opens}-{found.closes}" == hours
