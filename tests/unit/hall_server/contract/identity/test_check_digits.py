"""Check digits: the standards' own examples, another way of counting, and what each promises to find."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.id_card.identity import gb11643_check_digit
from hall_server.contract.identity.check_digits import (
    GB32100_CHARACTERS,
    ICAO_CHARACTERS,
    gb11643,
    gb32100,
    icao9303,
)
from tests.unit.hall_server.contract.identity import made_up

SEVENTEEN_DIGITS = st.text("0123456789", min_size=17, max_size=17)
SEVENTEEN = st.text(GB32100_CHARACTERS, min_size=17, max_size=17)
DIGITS = st.text("0123456789<", min_size=1, max_size=14)


def test_the_examples_of_the_standards() -> None:
    assert gb11643("11010519491231002") == "X"  # GB 11643-1999
    assert gb32100("91350100M000100Y4") == "3"  # GB 32100-2015, annex: Z would be wrong
    assert icao9303("520727") == "3"  # ICAO 9303-3 §4.9
    assert icao9303("AB2134<<<") == "5"


@given(SEVENTEEN_DIGITS)
def test_devices_and_contract_count_an_identity_number_alike(body: str) -> None:
    assert gb11643(body) == gb11643_check_digit(body)


@given(SEVENTEEN)
def test_a_code_counted_with_whole_powers_ends_in_the_same_character(body: str) -> None:
    assert made_up.code(body) == body + gb32100(body)


def test_a_sum_without_remainder_gives_a_zero_and_no_31st_character() -> None:
    body = "9" + "0" * 14 + "Y1"
    found = {gb32100(f"{first}{body[1:]}") for first in GB32100_CHARACTERS}
    assert "0" in found
    assert gb32100("0" * 17) == "0"
    assert found == set(GB32100_CHARACTERS)


def _other(characters: str, one: str, by: int) -> str:
    return characters[(characters.index(one) + by) % len(characters)]


@given(SEVENTEEN_DIGITS, st.integers(0, 16), st.integers(1, 9))
def test_every_wrong_digit_of_an_identity_number_is_found(body: str, at: int, by: int) -> None:
    assert gb11643(body[:at] + _other("0123456789", body[at], by) + body[at + 1 :]) != gb11643(body)


@given(SEVENTEEN_DIGITS, st.integers(0, 16), st.integers(0, 16))
def test_two_digits_of_an_identity_number_that_changed_places_are_found_unless_they_stand_ten_apart(
    body: str, one: int, other: int
) -> None:
    """Ten apart they weigh the same: 2 to the tenth power is 1 modulo 11."""
    changed = list(body)
    changed[one], changed[other] = changed[other], changed[one]
    promised = body[one] != body[other] and abs(one - other) != 10
    assert (gb11643("".join(changed)) != gb11643(body)) is promised


@given(SEVENTEEN_DIGITS)
def test_a_last_digit_that_changed_places_with_the_check_digit_is_found(body: str) -> None:
    last = gb11643(body)
    if last.isdigit() and last != body[-1]:
        assert gb11643(body[:-1] + last) != body[-1]


@given(SEVENTEEN, st.integers(0, 16), st.integers(1, 30))
def test_every_wrong_character_of_a_code_is_found(body: str, at: int, by: int) -> None:
    assert gb32100(body[:at] + _other(GB32100_CHARACTERS, body[at], by) + body[at + 1 :]) != gb32100(body)


@given(SEVENTEEN, st.integers(0, 15))
def test_every_two_neighbours_of_a_code_that_changed_places_are_found(body: str, at: int) -> None:
    if body[at] != body[at + 1]:
        assert gb32100(body[:at] + body[at + 1] + body[at] + body[at + 2 :]) != gb32100(body)


@given(DIGITS, st.data(), st.integers(1, 9))
def test_every_wrong_digit_of_a_field_is_found(field: str, data: st.DataObject, by: int) -> None:
    at = data.draw(st.integers(0, len(field) - 1))
    digit = field[at] if field[at] != "<" else "0"
    assert icao9303(field[:at] + _other("0123456789", digit, by) + field[at + 1 :]) != icao9303(field)


@given(st.text("0123456789", min_size=2, max_size=14), st.data())
def test_neighbours_of_a_field_that_changed_places_are_found_unless_they_differ_by_five(
    field: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(field) - 2))
    changed = field[:at] + field[at + 1] + field[at] + field[at + 2 :]
    promised = abs(int(field[at]) - int(field[at + 1])) not in {0, 5}
    assert (icao9303(changed) != icao9303(field)) is promised


@pytest.mark.parametrize(("letter", "digit"), [("O", "0"), ("I", "1"), ("B", "8"), ("S", "5"), ("Z", "2"), ("G", "6")])
@pytest.mark.parametrize("place", range(9))
def test_a_letter_taken_for_the_digit_like_it_is_found_in_a_number_or_counts_the_same(
    letter: str, digit: str, place: int
) -> None:
    """What the scheme cannot tell apart are values that differ by ten: none of these pairs but one."""
    right, wrong = ("1" * place + character + "1" * (8 - place) for character in (letter, digit))
    differ = ICAO_CHARACTERS.index(letter) - ICAO_CHARACTERS.index(digit)
    assert (icao9303(right) != icao9303(wrong)) is bool(differ % 10)
