"""Millimetres decide, not pixels: a panel that hangs high, or is small, is told so."""

import pytest

from kiosk.session.glass import Glass


def test_the_usual_panel_is_in_reach_and_its_targets_are_large_enough() -> None:
    assert not Glass().always_low
    assert Glass().px_per_mm == pytest.approx(4.033, abs=0.01)
    assert Glass().target_mm == pytest.approx(21.8, abs=0.1)


@pytest.mark.parametrize(
    ("glass", "low"),
    [
        (Glass(bottom_mm=860), False),
        (Glass(bottom_mm=870), True),
        (Glass(diagonal_in=32), True),
        (Glass(landscape=True), False),
        (Glass(landscape=True, bottom_mm=950), True),
        (Glass(landscape=True, bottom_mm=1000), True),
    ],
)
def test_a_panel_that_hangs_too_high_stands_as_in_the_lowered_mode(glass: Glass, low: bool) -> None:
    assert glass.always_low is low


def test_a_small_panel_has_small_targets() -> None:
    assert Glass(diagonal_in=15.6).target_mm < 16
