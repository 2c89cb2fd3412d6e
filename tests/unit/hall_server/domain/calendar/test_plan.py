"""Which days are worked, and from when to when (CL-C13)."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from hall_server.domain.calendar import (
    CounterTimes,
    DayKind,
    LongerHours,
    Override,
    PublicHolidays,
    Span,
    WeekHours,
    counter_spans,
    day_kind,
    door_spans,
    hall_spans,
    joined,
)
from tests.unit.hall_server.domain.calendar.made import AFTERNOON, COUNTERS, MORNING, NOTICES, USUAL, days, hall

SATURDAY = Span(9 * 60, 12 * 60)


@pytest.mark.parametrize(
    ("first", "last", "worked"),
    [
        ("2025-01-25", "2025-02-09", "01-26 01-27 02-05 02-06 02-07 02-08"),  # Spring Festival: Sunday and Saturday
        ("2025-09-27", "2025-10-12", "09-28 09-29 09-30 10-09 10-10 10-11"),  # National Day and Mid-Autumn
        ("2026-02-13", "2026-03-01", "02-13 02-14 02-24 02-25 02-26 02-27 02-28"),
        ("2026-09-19", "2026-09-21", "09-20 09-21"),
        ("2026-09-30", "2026-10-11", "09-30 10-08 10-09 10-10"),
        ("2024-12-30", "2025-01-02", "12-30 12-31 01-02"),
        ("2025-12-30", "2026-01-05", "12-30 12-31 01-04 01-05"),  # 4 January is a make-up Sunday
        ("2026-12-30", "2027-01-03", "12-30 12-31 01-01"),  # 2027 is not known: Friday 1 January is a plain weekday
    ],
)
def test_holidays_and_make_up_days_follow_the_notices_of_the_state_council(first: str, last: str, worked: str) -> None:
    """CL-C13: a Chinese holiday calendar with make-up Saturdays and Sundays 调休."""
    found = [day for day in days(first, last) if counter_spans(hall(), 2, day)]
    assert " ".join(f"{day:%m-%d}" for day in found) == worked


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        ("2026-03-04", DayKind.WORKDAY),
        ("2026-03-07", DayKind.REST_DAY),
        ("2026-10-03", DayKind.HOLIDAY),  # a Saturday
        ("2026-02-28", DayKind.MAKE_UP),
        ("2031-10-01", DayKind.WORKDAY),
    ],
)
def test_a_day_is_what_the_public_calendar_says_or_its_weekday_in_an_unknown_year(day: str, kind: DayKind) -> None:
    assert day_kind(NOTICES, date.fromisoformat(day)) is kind


def test_a_year_that_nobody_knows_is_plain_weekdays() -> None:
    plain = hall(holidays=PublicHolidays())
    assert [bool(counter_spans(plain, 1, day)) for day in days("2026-10-01", "2026-10-05")] == [1, 1, 0, 0, 1]


WEDNESDAY, MONDAY, MAKE_UP = date(2026, 3, 4), date(2026, 3, 2), date(2026, 2, 28)


@pytest.mark.parametrize(
    ("counter", "day", "spans"),
    [
        (1, WEDNESDAY, (USUAL,)),  # stays open at noon
        (2, WEDNESDAY, (MORNING, AFTERNOON)),  # lunch, because others are named for noon
        (3, WEDNESDAY, (MORNING, Span(14 * 60, 19 * 60))),  # 延时
        (3, MONDAY, (MORNING, AFTERNOON)),
        (4, MONDAY, (Span(11 * 60, 12 * 60), Span(14 * 60, 19 * 60 + 30))),  # 错时
        (4, WEDNESDAY, ()),  # its own hours name no Wednesday
        (3, MAKE_UP, (MORNING, AFTERNOON)),  # a make-up Saturday is worked like a Monday
        (4, MAKE_UP, (Span(11 * 60, 12 * 60), Span(14 * 60, 19 * 60 + 30))),
    ],
)
def test_each_counter_has_its_own_hours(counter: int, day: date, spans: tuple[Span, ...]) -> None:
    assert counter_spans(hall(), counter, day) == spans


def test_a_make_up_day_is_worked_like_the_weekday_that_the_site_names() -> None:
    assert counter_spans(hall(make_up_like=3), 3, MAKE_UP)[-1].closes == 19 * 60


def test_nobody_has_lunch_when_the_hours_name_no_noon_counters() -> None:
    assert counter_spans(hall(week=(WeekHours((1,), USUAL),)), 2, MONDAY) == (USUAL,)


@pytest.mark.parametrize(
    ("lunch", "spans"),
    [
        ((), (USUAL,)),
        ((Span(11 * 60, 13 * 60),), (Span(9 * 60, 11 * 60), Span(13 * 60, 17 * 60 + 30))),
        ((Span(8 * 60, 10 * 60),), (Span(10 * 60, 17 * 60 + 30),)),
        ((Span(17 * 60, 20 * 60),), (Span(9 * 60, 17 * 60),)),
        ((Span(6 * 60, 8 * 60),), (USUAL,)),
        ((Span(18 * 60, 20 * 60),), (USUAL,)),
        ((Span(8 * 60, 20 * 60),), ()),
    ],
)
def test_a_counters_own_lunch_stands_in_place_of_the_halls(lunch: tuple[Span, ...], spans: tuple[Span, ...]) -> None:
    assert counter_spans(hall(counters={2: CounterTimes(lunch=lunch)}), 2, MONDAY) == spans


def test_the_site_may_set_another_lunch_time() -> None:
    made = counter_spans(hall(lunch=Span(11 * 60 + 30, 13 * 60)), 2, MONDAY)
    assert [span.closes for span in made] == [11 * 60 + 30, 17 * 60 + 30]


def test_a_counters_longer_hours_come_besides_the_usual_ones() -> None:
    longer = CounterTimes(extended={1: (Span(17 * 60 + 30, 20 * 60),), 6: (SATURDAY,)})
    made = hall(counters={2: longer})
    assert counter_spans(made, 2, MONDAY) == (MORNING, Span(14 * 60, 20 * 60))
    assert counter_spans(made, 2, date(2026, 3, 7)) == (SATURDAY,)
    assert counter_spans(made, 2, date(2026, 10, 3)) == ()  # a Saturday of the National Day week


@pytest.mark.parametrize(
    ("longer", "closes"),
    [
        (LongerHours((6,), 12 * 60, (2,), opens=9 * 60), [12 * 60]),
        (LongerHours((6,), 12 * 60, (2,)), []),  # nothing to make longer
        (LongerHours((6,), 12 * 60, (3,), opens=9 * 60), []),
        (LongerHours((6,), 12 * 60, (2,), opens=9 * 60, first=date(2026, 4, 1)), []),
        (LongerHours((6,), 12 * 60, (2,), opens=9 * 60, last=date(2026, 3, 1)), []),
    ],
)
def test_longer_hours_on_a_day_without_hours_need_a_beginning(longer: LongerHours, closes: list[int]) -> None:
    spans = counter_spans(hall(longer=(longer,)), 2, date(2026, 3, 7))
    assert [span.closes for span in spans] == closes


def test_of_several_hours_of_a_weekday_the_one_that_began_last_holds() -> None:
    summer = WeekHours((1, 2, 3, 4, 5), Span(8 * 60, 17 * 60), first=date(2026, 7, 1), last=date(2026, 8, 31))
    made = hall(week=(summer, *hall().week))
    begins = {day: counter_spans(made, 1, date.fromisoformat(day))[0].opens // 60 for day in SEASONS}
    assert begins == SEASONS


SEASONS = {"2026-06-30": 9, "2026-07-01": 8, "2026-08-31": 8, "2026-09-01": 9}


@pytest.mark.parametrize(
    ("override", "spans"),
    [
        (Override(MONDAY, MONDAY), {1: (), 2: (), 4: ()}),
        (Override(MONDAY, WEDNESDAY, like=3), {1: (USUAL,), 3: (MORNING, Span(14 * 60, 19 * 60)), 4: ()}),
        (
            Override(date(2026, 3, 1), MONDAY, span=Span(600, 900)),
            {1: (Span(600, 900),), 2: (Span(600, 720), Span(840, 900)), 4: (Span(600, 720), Span(840, 900))},
        ),
        (Override(WEDNESDAY, WEDNESDAY), {1: (USUAL,)}),  # another day
        (Override(MONDAY, MONDAY, like=7), {1: ()}),
    ],
)
def test_an_override_closes_a_day_gives_it_hours_or_makes_it_like_another(override: Override, spans: dict) -> None:
    made = hall(overrides=(override,))
    assert {counter: counter_spans(made, counter, MONDAY) for counter in spans} == spans


def test_an_override_wins_over_a_public_holiday() -> None:
    on_duty = Override(date(2026, 10, 3), date(2026, 10, 3), span=Span(600, 720))
    made = hall(overrides=(on_duty,))
    assert counter_spans(made, 2, date(2026, 10, 3)) == (Span(600, 720),)  # a Saturday: no lunch plan of its own
    assert counter_spans(made, 2, date(2026, 10, 2)) == ()


def test_the_doors_are_open_as_long_as_a_counter_is() -> None:
    assert hall_spans(hall(), COUNTERS, WEDNESDAY) == (Span(9 * 60, 19 * 60),)
    assert hall_spans(hall(), (), WEDNESDAY) == (USUAL,)
    assert door_spans(hall(), COUNTERS, WEDNESDAY) == (USUAL,)


def test_the_hours_at_the_door_are_those_of_the_counters_when_the_hall_has_none() -> None:
    made = hall(counters={2: CounterTimes(extended={6: (SATURDAY,)})})
    assert door_spans(made, COUNTERS, date(2026, 3, 7)) == (SATURDAY,)
    assert door_spans(made, COUNTERS, date(2026, 3, 8)) == ()


def test_spans_that_touch_overlap_or_are_empty_become_plain_ones() -> None:
    ragged = [Span(5, 6), Span(0, 2), Span(2, 4), Span(1, 3), Span(9, 9), Span(8, 7)]
    assert joined(ragged) == (Span(0, 4), Span(5, 6))


def test_a_calendar_is_a_plain_value() -> None:
    assert msgspec.structs.replace(hall()) == hall()
