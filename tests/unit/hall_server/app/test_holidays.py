"""The kept library's dates are those of the State Council's notices (CL-C13)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hall_server.app.holidays import public_holidays
from hall_server.domain.calendar import DayKind, day_kind
from tests.house_rules.sources import with_suffix


def days(first: str, last: str) -> list[date]:
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    return [begin + timedelta(days=n) for n in range((end - begin).days + 1)]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2024-02-10", "2024-02-17"),
        ("2024-10-01", "2024-10-07"),
        ("2025-01-28", "2025-02-04"),
        ("2025-10-01", "2025-10-08"),
        ("2026-01-01", "2026-01-03"),
        ("2026-02-15", "2026-02-23"),
        ("2026-10-01", "2026-10-07"),
    ],
)
def test_cl_c13_the_days_off_are_known(first: str, last: str) -> None:
    assert {day_kind(public_holidays(), day) for day in days(first, last)} == {DayKind.HOLIDAY}


@pytest.mark.parametrize(
    "day",
    [
        "2024-02-04", "2024-02-18", "2024-09-29", "2024-10-12",
        "2025-01-26", "2025-02-08", "2025-09-28", "2025-10-11",
        "2026-01-04", "2026-02-14", "2026-02-28", "2026-09-20", "2026-10-10",
    ],
)  # fmt: skip
def test_cl_c13_make_up_saturdays_and_sundays_are_worked(day: str) -> None:
    assert date.fromisoformat(day).isoweekday() > 5
    assert day_kind(public_holidays(), date.fromisoformat(day)) is DayKind.MAKE_UP


@pytest.mark.parametrize(("day", "kind"), [("2025-12-31", "workday"), ("2026-01-10", "rest_day")])
def test_other_days_are_what_their_weekday_is(day: str, kind: str) -> None:
    assert day_kind(public_holidays(), date.fromisoformat(day)) == kind


def test_a_year_is_known_with_its_new_years_day_and_others_are_not() -> None:
    years = public_holidays().years
    assert years >= set(range(2004, 2027))
    assert not years & {2003, 2100}


def test_only_one_module_knows_the_library() -> None:
    knows = [path for path in with_suffix(".py", under=("config/", "hall_server/", "kiosk/")) if "chinese_calendar" in
             path.read_text(encoding="utf-8")]  # fmt: skip
    assert [path.name for path in knows] == ["holidays.py"]
