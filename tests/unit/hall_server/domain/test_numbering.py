from __future__ import annotations

import pytest

from hall_server.domain.numbering import NumberRow, fresh_row, label_of, take_number


@pytest.mark.parametrize(
    ("number", "label"), [(1, "A001"), (42, "A042"), (999, "A999"), (1000, "A1000"), (12345, "A12345")]
)
def test_a_label_has_three_digits_or_more_and_never_wraps(number: int, label: str) -> None:
    assert label_of("A", number) == label


def test_a_queue_may_print_wider_numbers() -> None:
    assert label_of("A", 7, 4) == "A0007"


def test_numbers_begin_at_one_and_have_no_gaps() -> None:
    row, given = fresh_row(601), []
    for _ in range(5):
        number, row = take_number(row, 601)
        given.append(number)
    assert given == [1, 2, 3, 4, 5]


def test_numbers_that_reach_the_leased_band_go_on_behind_the_highest_block() -> None:
    row, given = NumberRow(online_next=599, lease_next=701), []
    for _ in range(4):
        number, row = take_number(row, 601)
        given.append(number)
    assert given == [599, 600, 701, 702]


def test_numbers_pass_through_the_band_when_nothing_was_leased() -> None:
    number, row = take_number(NumberRow(online_next=601, lease_next=601), 601)
    assert (number, take_number(row, 601)[0]) == (601, 602)


def test_a_block_granted_later_is_jumped_over_too() -> None:
    assert take_number(NumberRow(online_next=720, lease_next=770), 601)[0] == 770
