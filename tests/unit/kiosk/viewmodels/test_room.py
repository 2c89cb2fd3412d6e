"""How much of a list fits each form; that the lengths are the page's own is held in tests/qml/test_accessibility.py."""

import pytest

from kiosk.viewmodels.room import Form


@pytest.mark.parametrize(
    ("form", "rows"),
    [
        (Form(), 5),
        (Form(large=True), 4),
        (Form(low=True), 3),
        (Form(landscape=True), 5),
        (Form(landscape=True, large=True), 3),
        (Form(landscape=True, low=True), 3),
    ],
)
def test_a_list_holds_as_many_rows_as_fit(form: Form, rows: int) -> None:
    assert form.rows() == rows
    assert form.rows(taken=form.row + form.row_gap) == rows - 1
    assert form.rows(info=5000) == 1


def test_without_buttons_at_the_end_there_is_more_room() -> None:
    assert Form().room(actions=False) - Form().room() == Form().action_height + 24
