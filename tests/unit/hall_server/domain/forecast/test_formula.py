from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall_server.domain.forecast import forecast


@pytest.mark.parametrize("counters", [0, -1])
def test_nobody_knows_when_no_counter_is_open(counters: float) -> None:
    assert forecast(3, counters, 300) is None


@given(st.integers(0, 500), st.floats(0.05, 40), st.floats(30, 7200))
def test_the_quantiles_are_in_order_and_never_negative(ahead: int, counters: float, service_s: float) -> None:
    expected = forecast(ahead, counters, service_s)
    assert expected is not None
    assert 0 <= expected.p10 <= expected.p50 <= expected.p90


def test_twice_the_counters_halve_the_wait() -> None:
    one, two = forecast(9, 1, 300), forecast(9, 2, 300)
    assert one is not None
    assert two is not None
    assert two.p50 == pytest.approx(one.p50 / 2)


def test_the_median_of_ten_departures_is_close_to_their_mean() -> None:
    expected = forecast(9, 1, 300)
    assert expected is not None
    assert 0.95 < expected.p50 / 3000 < 1
    assert 0.6 < expected.p10 / 3000 < 0.8
    assert 1.2 < expected.p90 / 3000 < 1.5


def test_a_negative_count_is_nobody_ahead() -> None:
    assert forecast(-3, 1, 300) == forecast(0, 1, 300)


def test_whoever_finds_a_free_counter_waits_for_the_next_press_only() -> None:
    assert forecast(0, 1, 480, free_counters=1) == (0, 30, 120)
    assert forecast(1, 2, 480, free_counters=2) == (0, 30, 120)
    assert forecast(1, 1, 480, free_counters=1) == forecast(1, 1, 480)
    assert forecast(0, 0, 480, free_counters=1) is None
