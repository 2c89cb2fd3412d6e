from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from hall_server.domain.business_day import business_day, day_after, day_before, day_began, hall_time, utc_offset_s

HALL = ZoneInfo("Asia/Shanghai")


def moment(utc: str) -> int:
    return int(datetime.fromisoformat(utc).replace(tzinfo=UTC).timestamp()) * 1_000_000


@pytest.mark.parametrize(
    ("utc", "day"),
    [
        ("2026-01-01T19:59:59", "2026-01-01"),  # 03:59:59 in the hall
        ("2026-01-01T20:00:00", "2026-01-02"),  # 04:00 in the hall
        ("2026-01-02T04:00:00", "2026-01-02"),
        ("2025-12-31T16:00:00", "2025-12-31"),  # midnight in the hall is still yesterday
        ("2024-02-29T20:00:00", "2024-03-01"),
        ("1970-01-01T00:00:00", "1970-01-01"),
    ],
)
def test_the_day_rolls_at_four_in_the_hall(utc: str, day: str) -> None:
    assert business_day(moment(utc), HALL) == day


def test_the_roll_is_configurable() -> None:
    at = moment("2026-01-01T22:30:00")  # 06:30 in the hall
    assert (business_day(at, HALL, 360), business_day(at, HALL, 420)) == ("2026-01-02", "2026-01-01")


@pytest.mark.parametrize(
    ("utc", "offset_s", "day"),
    [
        ("2026-01-15T08:59:00", -18_000, "2026-01-14"),  # 03:59 in winter
        ("2026-01-15T09:00:00", -18_000, "2026-01-15"),
        ("2026-07-15T07:59:00", -14_400, "2026-07-14"),  # 03:59 in summer
        ("2026-07-15T08:00:00", -14_400, "2026-07-15"),
    ],
)
def test_a_hall_with_summer_time_keeps_its_wall_clock(utc: str, offset_s: int, day: str) -> None:
    zone = ZoneInfo("America/New_York")
    at = moment(utc)
    assert (utc_offset_s(at, zone), business_day(at, zone)) == (offset_s, day)


@pytest.mark.parametrize("name", ["Asia/Shanghai", "America/New_York", "Asia/Kathmandu", "UTC"])
@pytest.mark.parametrize("day", ["2026-01-15", "2026-03-08", "2026-07-15", "2026-11-01"])
def test_a_day_begins_where_the_one_before_ends(name: str, day: str) -> None:
    zone = ZoneInfo(name)
    began = day_began(day, zone)
    assert business_day(began, zone) == day
    assert business_day(began - 1, zone) < day
    assert hall_time(began, zone).strftime("%F %T") == f"{day} 04:00:00"


@pytest.mark.parametrize(
    ("day", "after"), [("2026-02-28", "2026-03-01"), ("2028-02-28", "2028-02-29"), ("2026-12-31", "2027-01-01")]
)
def test_days_follow_each_other(day: str, after: str) -> None:
    assert (day_after(day), day_before(after)) == (after, day)
