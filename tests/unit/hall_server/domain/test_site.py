from __future__ import annotations

import msgspec
import pytest

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.domain.site import CLOSED, DayHours
from tests.unit.hall_server.halls import SITE


def test_what_is_there_is_found() -> None:
    assert (SITE.item("i2").queue, SITE.counter(2).name) == ("C", "二号")


def test_an_unknown_item_is_told_with_its_field() -> None:
    with pytest.raises(HallProblem) as caught:
        SITE.item("nothing")
    assert (caught.value.code, caught.value.field) == (ProblemCode.ITEM_UNKNOWN, "$.item")


def test_an_unknown_counter_is_told() -> None:
    with pytest.raises(HallProblem) as caught:
        SITE.counter(99)
    assert caught.value.code is ProblemCode.COUNTER_UNKNOWN


def test_the_counters_of_a_queue_are_in_order() -> None:
    assert (SITE.counters_of("A"), SITE.counters_of("C"), SITE.counters_of("Z")) == ((1, 2), (2,), ())


@pytest.mark.parametrize(
    ("day", "hours"),
    [("2026-01-02", DayHours("09:00", "17:30")), ("2026-01-03", DayHours("09:00", "17:30")), ("2026-01-04", CLOSED)],
)
def test_the_hours_follow_the_weekday_of_the_business_day(day: str, hours: DayHours) -> None:
    assert SITE.hours_on(day) == hours


@pytest.mark.parametrize(
    ("clerk", "counter", "may"),
    [("1001", 1, True), ("1001", 2, True), ("1002", 2, True), ("1002", 1, False), ("1", 1, False)],
)
def test_only_staff_of_the_site_file_sits_down(clerk: str, counter: int, may: bool) -> None:
    site = msgspec.structs.replace(SITE, staff={"1001": (), "1002": (2,)})
    assert site.may_sit(clerk, counter) is may
    assert SITE.may_sit(clerk, counter)
