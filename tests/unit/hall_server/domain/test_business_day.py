from __future__ import annotations

from datetime import UTC, datetime

import pytest

from hall_server.domain.business_day import business_day


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
    at = int(datetime.fromisoformat(utc).replace(tzinfo=UTC).timestamp()) * 1_000_000
    assert business_day(at) == day


def test_the_roll_is_configurable() -> None:
    at = int(datetime(2026, 1, 1, 22, 30, tzinfo=UTC).timestamp()) * 1_000_000  # 06:30 in the hall
    assert (business_day(at, 360), business_day(at, 420)) == ("2026-01-02", "2026-01-01")
