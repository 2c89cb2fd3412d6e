import pytest

from hall_server.web.board_layout import board_layout, digit_floor_px


@pytest.mark.parametrize(
    ("diagonal_in", "rows", "rows_batch"), [(43, 4, 4), (55, 5, 5), (65, 6, 6)], ids=["43 inch", "55 inch", "65 inch"]
)
def test_the_rows_of_the_usual_panels_at_eight_metres(diagonal_in, rows, rows_batch):
    layout = board_layout(diagonal_in, 8)
    assert (layout.rows, layout.rows_batch) == (rows, rows_batch)


@pytest.mark.parametrize("diagonal_in", [43, 55, 65, 75])
@pytest.mark.parametrize("distance_m", [3, 5, 8])
def test_digits_are_never_below_twenty_arc_minutes_on_a_panel_fit_for_its_place(diagonal_in, distance_m):
    layout = board_layout(diagonal_in, distance_m)
    least = digit_floor_px(diagonal_in, distance_m)
    assert layout.digit_px >= int(least)
    assert layout.digit_batch_px >= int(least)


def test_the_floor_agrees_with_the_table_for_a_55_inch_panel_at_eight_metres():
    assert digit_floor_px(55, 8) == pytest.approx(106, rel=0.02)


def test_a_panel_too_small_for_its_distance_keeps_three_rows():
    assert board_layout(32, 15).rows == 3
