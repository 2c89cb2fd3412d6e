"""What must hold for every calendar and every moment (CL-C13)."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from hall_server.contract.vocabulary import Intake
from hall_server.domain.calendar import (
    CounterTimes,
    HallCalendar,
    LongerHours,
    Override,
    PublicHolidays,
    Span,
    WeekHours,
    closes_at,
    counter_spans,
    intake,
    is_open,
    next_open,
    no_counter,
    open_counters,
)
from tests.unit.hall_server.domain.calendar.made import CHINA, COUNTERS, at

FIRST = date(2026, 1, 1)
HOUR = 3_600 * 1_000_000
DATES = st.integers(0, 120).map(lambda n: FIRST + timedelta(days=n))
MINUTES = st.integers(0, 24 * 60)
SPANS = st.tuples(MINUTES, MINUTES).filter(lambda two: two[0] < two[1]).map(lambda two: Span(*two))
WEEKDAYS = st.sets(st.integers(1, 7)).map(lambda days: tuple(sorted(days)))
SOME = st.sets(st.sampled_from(COUNTERS)).map(lambda numbers: tuple(sorted(numbers)))
BY_WEEKDAY = st.dictionaries(st.integers(1, 7), st.lists(SPANS, max_size=2).map(tuple), max_size=3)
TIMES = st.builds(CounterTimes, st.none() | st.lists(SPANS, max_size=2).map(tuple), st.none() | BY_WEEKDAY, BY_WEEKDAY)
OVERRIDES = st.builds(
    lambda first, length, span, like: Override(first, first + timedelta(days=length), span, None, like),
    DATES, st.integers(0, 9), st.none() | SPANS, st.none() | st.integers(1, 7),
)  # fmt: skip
CALENDARS = st.builds(
    HallCalendar,
    week=st.lists(
        st.builds(WeekHours, WEEKDAYS, SPANS, SOME, st.none() | MINUTES, st.none() | DATES, st.none() | DATES),
        max_size=3,
    ).map(tuple),
    longer=st.lists(st.builds(LongerHours, WEEKDAYS, MINUTES, SOME, st.none() | MINUTES), max_size=2).map(tuple),
    overrides=st.lists(OVERRIDES, max_size=2).map(tuple),
    counters=st.dictionaries(st.sampled_from(COUNTERS), TIMES, max_size=3),
    lunch=SPANS,
    make_up_like=st.integers(1, 7),
    holidays=st.builds(PublicHolidays, st.just(frozenset({2026})), st.frozensets(DATES), st.frozensets(DATES)),
    zone=st.sampled_from([CHINA, ZoneInfo("Asia/Urumqi"), ZoneInfo("Europe/Berlin")]),
)
MOMENTS = st.integers(0, 120 * 24 * 60).map(lambda minutes: at("2026-01-01 00:00") + minutes * HOUR // 60)
BACKLOGS = st.floats(0, 12 * 3_600)

thorough = settings(max_examples=100, deadline=None)


@thorough
@given(CALENDARS, SOME, MOMENTS)
def test_the_next_opening_is_never_in_the_past_and_is_an_opening(made, counters, moment) -> None:
    opens = next_open(made, counters, moment)
    if opens is None:
        assert no_counter(made, counters, moment).until is None
    else:
        assert opens >= moment
        assert open_counters(made, counters, opens)
        assert no_counter(made, counters, opens) is None


@thorough
@given(CALENDARS, SOME, MOMENTS, st.floats(0, 1, exclude_max=True))
def test_nobody_is_open_before_the_next_opening(made, counters, moment, share) -> None:
    opens = next_open(made, counters, moment)
    if opens is not None and opens > moment:
        between = moment + int((opens - moment) * share)
        assert open_counters(made, counters, between) == ()
        assert no_counter(made, counters, between).until == opens


@thorough
@given(CALENDARS, MOMENTS)
def test_the_doors_are_open_whenever_a_counter_is_and_it_closes_later(made, moment) -> None:
    there = open_counters(made, COUNTERS, moment)
    assert all(one.until > moment for one in there)
    if there:
        assert is_open(made, COUNTERS, moment)
        assert closes_at(made, COUNTERS, moment) >= max(one.until for one in there)


@thorough
@given(CALENDARS, st.sampled_from(COUNTERS), DATES)
def test_a_day_of_a_counter_is_in_order_and_within_the_day(made, counter, day) -> None:
    edges = [edge for span in counter_spans(made, counter, day) for edge in (span.opens, span.closes)]
    assert edges == sorted(set(edges))
    assert all(0 <= edge <= 24 * 60 for edge in edges)


@thorough
@given(CALENDARS, SOME, MOMENTS, BACKLOGS)
def test_a_number_is_promised_a_turn_only_while_a_counter_is_open(made, counters, moment, backlog) -> None:
    answer = intake(made, counters, moment, backlog)
    if answer.turn_at is not None:
        assert answer.code in {Intake.FINE, Intake.NOT_BEFORE}
        assert moment <= answer.turn_at < answer.closes_at
        assert open_counters(made, counters, answer.turn_at)
    if answer.code is Intake.CLOSED and answer.opens_at is not None:
        assert answer.opens_at >= moment
        assert answer.numbers_from <= answer.opens_at


@thorough
@given(CALENDARS, SOME, MOMENTS, BACKLOGS, BACKLOGS)
def test_more_backlog_is_never_a_better_answer(made, counters, moment, one, other) -> None:
    order = [Intake.FINE, Intake.NOT_BEFORE, Intake.MAY_NOT_BE_SERVED, Intake.CLOSED]
    less, more = (intake(made, counters, moment, backlog).code for backlog in sorted((one, other)))
    assert order.index(less) <= order.index(more)
