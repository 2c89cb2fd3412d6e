"""Every number has dates; the walk-ins' floor wins over what a queue asks for."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall_server.domain.appointment import AS_USUAL, NO_BOOKINGS, BookingPolicy, BookingRule

USUAL = BookingRule(days_ahead=7)
SUMMER = BookingRule(first=date(2026, 7, 1), last=date(2026, 8, 31), days_ahead=3)
LATER = BookingRule(first=date(2026, 8, 1), days_ahead=14)


@pytest.mark.parametrize(
    ("day", "rule"),
    [
        (date(2026, 6, 30), USUAL),
        (date(2026, 7, 1), SUMMER),
        (date(2026, 7, 31), SUMMER),
        (date(2026, 8, 1), LATER),  # both hold; it began last
        (date(2026, 9, 1), LATER),
    ],
)
def test_the_rule_that_began_last_holds(day: date, rule: BookingRule) -> None:
    assert BookingPolicy((USUAL, LATER, SUMMER)).on(day) is rule


def test_without_a_rule_nothing_can_be_booked_and_old_bookings_go_by_the_usual_one() -> None:
    assert NO_BOOKINGS.on(date(2026, 1, 2)) is None
    assert NO_BOOKINGS.of(date(2026, 1, 2)) is AS_USUAL
    assert BookingPolicy((SUMMER,)).on(date(2026, 6, 30)) is None
    assert BookingPolicy((SUMMER,)).of(date(2026, 7, 1)) is SUMMER


@given(share=st.floats(0, 1), floor=st.floats(0, 1))
def test_what_can_be_booked_never_reaches_into_the_floor(share: float, floor: float) -> None:
    """CL-C10."""
    found = BookingPolicy((), floor).bookable_share(share)
    assert 0 <= found <= share
    assert found <= 1 - floor
