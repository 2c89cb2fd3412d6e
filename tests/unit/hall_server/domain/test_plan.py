from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall_server.domain.plan import DayLoad, PlanCode, check_plan

NINE, TWELVE, TWO, FIVE = 540, 720, 840, 1020


def always(_: int, start: int, until: int) -> float:
    """Open from nine to five."""
    return max(0, min(until, FIVE) - max(start, NINE))


def lunch(_: int, start: int, until: int) -> float:
    """Nine to twelve and two to five."""
    return always(_, start, until) - max(0, min(until, TWO) - max(start, TWELVE))


def load(start_min: int = NINE, **arrivals: list[float]) -> DayLoad:
    return DayLoad(
        start_min, {queue: tuple(line) for queue, line in arrivals.items()}, dict.fromkeys(arrivals, 9.4), 30
    )


def codes(found) -> list[tuple[str, str]]:
    return [(one.code.value, one.queue) for one in found.findings]


def test_a_plan_that_does_has_no_findings() -> None:
    found = check_plan(load(A=[2.0] * 14), {1: ("A",)}, always, FIVE)
    assert found.findings == ()
    assert (found.queues[0].visitors, found.queues[0].longest_wait_min) == (28, 0)
    assert found.queues[0].load == pytest.approx(28 * 10 / 480)


def test_a_day_on_which_nobody_comes_needs_nothing() -> None:
    assert check_plan(load(), {1: ("A",)}, always, FIVE).queues == ()
    found = check_plan(load(A=[]), {}, always, FIVE)
    assert (found.findings, found.queues[0].load, found.queues[0].longest_wait_min) == ((), None, 0)


def test_the_queue_that_starves_is_named_with_when_and_what_helps() -> None:
    arrivals = load(C=[6.0] * 6 + [0.0] * 10, A=[1.0] * 16)
    found = check_plan(arrivals, {1: ("C",), 2: ("A",), 3: ("A",)}, always, FIVE)
    (one,) = found.findings
    assert (one.code, one.queue, one.from_min) == (PlanCode.STARVES, "C", NINE + 30)
    assert one.wait_min == pytest.approx(180)
    assert one.one_more_min == pytest.approx(0)


def test_a_shared_counter_goes_where_the_need_is() -> None:
    arrivals = load(C=[5.0] * 14, A=[1.0] * 14)
    assert codes(check_plan(arrivals, {1: ("C",), 2: ("A",)}, always, FIVE))
    found = check_plan(arrivals, {1: ("C",), 2: ("A", "C")}, always, FIVE)
    assert found.findings == ()
    assert found.queues[0].load == pytest.approx(found.queues[1].load, rel=0.01)


def test_a_queue_whose_counters_are_all_at_lunch_is_found() -> None:
    found = check_plan(load(A=[2.0] * 14), {1: ("A",)}, lunch, FIVE + 60)
    assert (PlanCode.NO_COUNTER.value, "A") in codes(found)
    (pause,) = [one for one in found.findings if one.code is PlanCode.NO_COUNTER]
    assert (pause.from_min, pause.until_min) == (TWELVE, TWO)
    assert pause.wait_min is not None
    assert pause.wait_min > 90


def test_a_line_before_the_doors_open_is_no_finding() -> None:
    assert check_plan(load(NINE - 30, A=[1.0, 1.0]), {1: ("A",)}, always, FIVE).findings == ()


def test_whoever_is_not_called_that_day_comes_first() -> None:
    arrivals = load(C=[12.0] * 16, A=[4.5] * 10)
    found = check_plan(arrivals, {1: ("C",), 2: ("A",)}, always, FIVE)
    assert found.findings[0].code is PlanCode.LEFT_OVER
    assert found.findings[0].wait_min is None
    assert {one.queue for one in found.findings} == {"A", "C"}
    assert found.queues[0].longest_wait_min is None


def test_a_queue_without_any_counter_is_left_over_and_one_counter_saves_it() -> None:
    found = check_plan(load(X=[1.0] * 4), {1: ("A",)}, always, FIVE)
    (one,) = found.findings
    assert (one.code, one.one_more_min, found.queues[0].load) == (PlanCode.LEFT_OVER, 0, None)


def test_a_gap_in_the_trouble_makes_two_findings() -> None:
    found = check_plan(load(A=[8.0, 0, 0, 0, 0, 8.0]), {1: ("A",)}, always, FIVE, too_long_min=40)
    assert sorted(one.from_min for one in found.findings) == [NINE, NINE + 150]


amounts = st.lists(st.floats(0, 20), max_size=16)


@given(amounts, amounts, st.integers(1, 3), st.booleans())
def test_one_more_counter_never_hurts_and_work_is_never_made(
    first: list[float], second: list[float], counters: int, pause: bool
) -> None:
    arrivals, opened = load(A=first, C=second), lunch if pause else always
    plan = dict.fromkeys(range(1, counters + 1), ("A", "C"))
    for few, many in zip(
        check_plan(arrivals, plan, opened, FIVE).queues,
        check_plan(arrivals, {**plan, 9: ("A", "C")}, opened, FIVE).queues,
        strict=True,
    ):
        assert few.visitors == many.visitors
        if few.longest_wait_min is not None:
            assert many.longest_wait_min is not None
            assert many.longest_wait_min <= few.longest_wait_min + 1e-6
