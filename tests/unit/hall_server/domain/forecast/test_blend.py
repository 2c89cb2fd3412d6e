from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall_server.domain.forecast import blend as module
from hall_server.domain.forecast.blend import blend

ROWS = [float(60 + 37 * n % 900) for n in range(20_000)]
OTHER = [float(60 + 101 * n % 700) for n in range(20_000)]


def test_without_records_the_given_weights_stand() -> None:
    assert blend([[], []], [], (0.4, 0.6)) == (0.4, 0.6)


def test_the_opinion_that_is_right_gets_the_weight() -> None:
    assert blend([ROWS, OTHER], ROWS, (0.5, 0.5)) == pytest.approx((1, 0), abs=0.1)


def test_one_wild_record_in_twenty_moves_little() -> None:
    wild = [value if n % 20 else 20_000.0 for n, value in enumerate(ROWS)]
    assert blend([ROWS, OTHER], wild, (0.5, 0.5)) == pytest.approx((1, 0), abs=0.15)


def test_few_records_leave_the_weights_near_what_was_given() -> None:
    few = blend([ROWS[:5], OTHER[:5]], ROWS[:5], (0.5, 0.5))
    assert few == pytest.approx((0.5, 0.5), abs=0.1)
    assert module.PRIOR_ROWS > 50


def test_an_opinion_that_says_nothing_keeps_its_weight() -> None:
    assert blend([ROWS, [0.0] * len(ROWS)], ROWS, (0.0, 0.3)) == pytest.approx((1, 0.3), abs=0.2)


@given(st.lists(st.tuples(st.floats(0, 1e4), st.floats(0, 1e4), st.floats(0, 1e4)), max_size=30))
def test_weights_are_never_negative(rows: list[tuple[float, float, float]]) -> None:
    columns = [[row[0] for row in rows], [row[1] for row in rows]]
    assert all(weight >= 0 for weight in blend(columns, [row[2] for row in rows], (0.5, 0.0)))
