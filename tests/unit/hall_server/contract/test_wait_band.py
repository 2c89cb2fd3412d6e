from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall_server.contract.wait_band import wait_band


@pytest.mark.parametrize(
    ("low_s", "high_s", "band"),
    [
        (0, 0, (0, 1)),
        (600, 1080, (10, 18)),
        (610, 1081, (10, 19)),
        (1150, 1201, (19, 25)),
        (1260, 2100, (20, 35)),
        (1500, 1500, (25, 30)),
        (1199, 1199, (19, 20)),
    ],
)
def test_a_band_is_rounded_to_one_minute_under_twenty_and_to_five_above(
    low_s: float, high_s: float, band: tuple[int, int]
) -> None:
    shown = wait_band(low_s, high_s)
    assert (shown.low_min, shown.high_min) == band


@given(st.floats(0, 100_000), st.floats(0, 100_000))
def test_a_band_is_never_a_single_figure(one: float, other: float) -> None:
    shown = wait_band(min(one, other), max(one, other))
    assert 0 <= shown.low_min < shown.high_min
