"""When one may come, book and cancel: tables of cases on the very minute; and whom a penalty never reaches."""

from __future__ import annotations

import inspect
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import hall_server.flows.take_ticket
from hall_server.contract.bookings import BookingState
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.domain.appointment import (
    MINUTE,
    Arrival,
    Booking,
    BookingRule,
    SlotPlan,
    arrival,
    blocked_until,
    cancel_until,
    check_person,
    opens_for,
    over_at,
    still_ahead,
)
from tests.unit.hall_server.domain.appointment.made import RULE, TODAY, booking
from tests.unit.hall_server.halls import NOON

MISSED, CANCELLED, CHECKED_IN = BookingState.MISSED, BookingState.CANCELLED, BookingState.CHECKED_IN
DAY = date.fromisoformat(TODAY)
TWO = NOON + 120 * MINUTE


@pytest.mark.parametrize(
    ("minutes", "after_us", "how"),
    [
        (-31, 0, Arrival.TOO_EARLY),
        (-30, -1, Arrival.TOO_EARLY),
        (-30, 0, Arrival.IN_TIME),
        (0, 0, Arrival.IN_TIME),
        (10, 0, Arrival.IN_TIME),
        (10, 1, Arrival.LATE),
        (40, 0, Arrival.LATE),
        (40, 1, Arrival.OVER),
        (600, 0, Arrival.OVER),
    ],
)
def test_coming_is_measured_against_the_slot(minutes: int, after_us: int, how: Arrival) -> None:
    assert arrival(booking(starts_at=TWO), RULE, TWO + minutes * MINUTE + after_us) is how


def test_limits_of_a_booking_are_moments() -> None:
    assert over_at(booking(starts_at=TWO), RULE) == TWO + 40 * MINUTE
    assert cancel_until(booking(starts_at=TWO), RULE) == TWO - 120 * MINUTE


@pytest.mark.parametrize(
    ("days", "ahead", "opens"), [(-1, 7, False), (0, 7, True), (7, 7, True), (8, 7, False), (1, 0, False)]
)
def test_a_day_can_be_booked_so_many_days_ahead(days: int, ahead: int, opens: bool) -> None:
    assert opens_for(DAY + timedelta(days=days), BookingRule(days_ahead=ahead), DAY) is opens


@pytest.mark.parametrize(("notice", "minutes", "soon"), [(0, 1, True), (0, 0, False), (60, 61, True), (60, 60, False)])
def test_a_slot_can_be_booked_until_its_notice(notice: int, minutes: int, soon: bool) -> None:
    slot = SlotPlan(TWO, TWO + 30 * MINUTE, 6)
    assert still_ahead(slot, BookingRule(notice_min=notice), TWO - minutes * MINUTE) is soon


def missed(*ago: int) -> list[Booking]:
    """Bookings that were missed so many days ago."""
    return [booking(MISSED, id=str(n), day=(DAY - timedelta(days=days)).isoformat()) for n, days in enumerate(ago)]


@pytest.mark.parametrize(
    ("own", "rule", "until"),
    [
        (missed(), RULE, None),
        (missed(1, 2), RULE, None),
        (missed(3, 1, 2), RULE, DAY + timedelta(days=29)),
        (missed(40, 35, 30), RULE, None),  # the thirty days are over
        (missed(40, 35, 29), RULE, DAY + timedelta(days=1)),
        (missed(91, 1, 2), RULE, None),  # the first one is forgotten
        (missed(90, 1, 2), RULE, DAY + timedelta(days=29)),
        (missed(0, 0, 0, 0), BookingRule(missed_most=0), None),
        (missed(0), BookingRule(missed_most=1, blocked_days=0), None),
        ([booking(CANCELLED, id=str(n)) for n in range(9)], RULE, None),  # excused ones are cancelled
    ],
)
def test_missed_bookings_block_booking_for_a_while(own: list[Booking], rule: BookingRule, until: date | None) -> None:
    assert blocked_until(own, rule, DAY) == until


def refusal(own: list[Booking], rule: BookingRule = RULE) -> ProblemCode | None:
    try:
        check_person(own, TODAY, rule, DAY)
    except HallProblem as problem:
        return problem.code
    return None


@pytest.mark.parametrize(
    ("own", "code"),
    [
        ([], None),
        ([booking()], None),
        ([booking(), booking(CHECKED_IN)], ProblemCode.TOO_MANY_BOOKINGS),  # two on this day
        ([booking(), booking(CANCELLED)], None),
        ([booking(day="2026-01-05")] * 3, None),
        ([booking(day="2026-01-05")] * 4, ProblemCode.TOO_MANY_BOOKINGS),  # four still to come
        ([booking(day="2026-01-01", state=CHECKED_IN)] * 9, None),
        ([*missed(1, 2, 3)], ProblemCode.BOOKING_BLOCKED),
    ],
)
def test_a_person_books_so_often_and_no_more(own: list[Booking], code: ProblemCode | None) -> None:
    assert refusal(own) is code


@given(
    st.lists(st.tuples(st.integers(0, 120), st.sampled_from(BookingState)), max_size=12),
    st.integers(0, 5),
    st.integers(0, 200),
    st.integers(0, 200),
)
def test_a_block_always_ends_and_never_outlasts_its_days(
    past: list[tuple[int, BookingState]], most: int, counted: int, blocked: int
) -> None:
    own = [booking(state, day=(DAY - timedelta(days=days)).isoformat()) for days, state in past]
    rule = BookingRule(missed_most=most, missed_days=counted, blocked_days=blocked)
    until = blocked_until(own, rule, DAY)
    if until is not None:
        assert DAY < until <= DAY + timedelta(days=blocked)
        assert sum(1 for one in own if one.state is MISSED) >= most > 0
        assert blocked_until(own, rule, until) is None


def test_whoever_gives_a_walk_in_a_number_never_heard_of_bookings() -> None:
    """CL-C10, as the source says it: the flow imports no room of appointments and asks for no booking."""
    source = inspect.getsource(hall_server.flows.take_ticket)
    assert "booking" not in source
    assert "appointment" not in source
