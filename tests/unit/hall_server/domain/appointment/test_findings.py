"""`kapok hall check` sees booking rules lapse before visitors do."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hall_server.domain.appointment import BookingRule
from hall_server.domain.findings import AHEAD, bookings_that_end
from tests.unit.hall_server.domain.appointment.made import hall

TODAY = date(2026, 1, 2)


@pytest.mark.parametrize(
    ("rules", "day"),
    [
        ((BookingRule(),), None),
        ((BookingRule(last=TODAY + AHEAD),), None),
        ((BookingRule(last=TODAY + timedelta(days=9)),), "2026-01-12"),
        ((BookingRule(last=TODAY), BookingRule(first=TODAY + timedelta(days=1))), None),
        ((BookingRule(first=TODAY + timedelta(days=1)),), "2026-01-02"),
    ],
)
def test_the_first_day_without_a_rule_is_told(rules: tuple[BookingRule, ...], day: str | None) -> None:
    found = [one.detail["from"] for one in bookings_that_end(hall(*rules), TODAY)]
    assert found == ([] if day is None else [day])


def test_a_hall_that_takes_no_bookings_misses_no_rule() -> None:
    assert list(bookings_that_end(hall(BookingRule(last=TODAY), share=0.0), TODAY)) == []
