from __future__ import annotations

import re
from collections import Counter

import pytest

from config.site import NUMBER_LETTERS
from hall_server.domain.numbering import (
    ALPHABET,
    SERIES,
    NumberRow,
    Rebirth,
    fresh_row,
    label_of,
    letters_of,
    series,
    take_number,
)


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
        given.append((number, row.lease_next))
    assert given == [(599, 701), (600, 701), (701, 702), (702, 703)]


def test_numbers_pass_through_the_band_when_nothing_was_leased() -> None:
    number, row = take_number(NumberRow(online_next=601, lease_next=601), 601)
    assert (number, row) == (601, NumberRow(online_next=602, lease_next=602))
    assert take_number(row, 601)[0] == 602


def test_a_block_granted_later_is_jumped_over_too() -> None:
    assert take_number(NumberRow(online_next=720, lease_next=770), 601) == (770, NumberRow(771, 771))


def test_a_block_is_never_leased_over_numbers_that_were_given_out() -> None:
    row, online, leased = fresh_row(601), set(), set()
    for turn in range(1_000):
        number, row = take_number(row, 601)
        online.add(number)
        if turn % 100 == 0:  # a lease, as it will be granted: 50 numbers from lease_next on
            leased |= set(range(row.lease_next, row.lease_next + 50))
            row = NumberRow(row.online_next, row.lease_next + 50)
    assert (len(online), len(leased), online & leased) == (1_000, 500, set())


def test_a_letter_that_has_numbers_already_goes_on_behind_them() -> None:
    assert fresh_row(601, highest=41) == NumberRow(42, 601)
    assert fresh_row(601, highest=650) == NumberRow(651, 651)


LIVES = [f"00000000-0000-4000-8000-{number:012}" for number in range(60_000)]


def reborn(*lives: str, day: str = "2026-01-02") -> list[Rebirth]:
    return [Rebirth(day, life) for life in lives]


def test_a_life_that_was_there_before_the_day_before_has_no_letters() -> None:
    assert series("2026-01-02", []) == ""
    assert series("2026-01-02", reborn(LIVES[1], day="2025-12-31")) == ""


def test_the_letters_stay_for_a_day_for_the_other_server_may_still_be_there() -> None:
    assert series("2026-01-02", reborn(LIVES[1], day="2026-01-01")) == letters_of(LIVES[1])


def test_the_letters_of_a_life_follow_from_its_id_alone() -> None:
    assert series("2026-01-02", reborn(LIVES[1])) == letters_of(LIVES[1])
    assert series("2026-01-02", reborn(LIVES[2], LIVES[1])) == letters_of(LIVES[1])
    assert re.fullmatch(f"[{SERIES}][{ALPHABET}]{{2}}", letters_of(LIVES[1]))


def test_a_life_that_began_by_a_clock_ahead_keeps_its_letters_when_the_clock_is_right_again() -> None:
    assert series("2026-01-02", reborn(LIVES[1], day="2027-01-02")) == letters_of(LIVES[1])


def test_all_letters_there_are_are_taken_and_evenly() -> None:
    times = Counter(map(letters_of, LIVES))
    assert len(times) == len(SERIES) * len(ALPHABET) ** 2
    assert max(times.values()) < 50  # 16.6 each


def test_lives_of_a_day_whose_letters_are_the_same_have_others_all_the_same() -> None:
    first = next(life for life in LIVES[1:] if letters_of(life) == letters_of(LIVES[0]))
    later = next(life for life in LIVES if letters_of(life) == letters_of(first) and life not in {first, LIVES[0]})
    told = {
        series("2026-01-02", reborn(*known)) for known in ((LIVES[0],), (LIVES[0], first), (LIVES[0], first, later))
    }
    assert len(told) == 3


def test_numbers_have_the_letters_that_queues_may_have() -> None:
    assert ALPHABET == NUMBER_LETTERS
