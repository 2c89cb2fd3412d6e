"""The check digit of a Chinese identity number (GB 11643)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.id_card.identity import gb11643_check_digit, number_is_sound


@pytest.mark.parametrize(("seventeen", "digit"), [("11010519491231002", "X"), ("44052418800101001", "4")])
def test_the_check_digit_is_that_of_the_standard(seventeen, digit):
    assert gb11643_check_digit(seventeen) == digit


@pytest.mark.parametrize("digits", ["", "1" * 16, "1" * 18, "1" * 16 + "X", "１" * 17])
def test_a_check_digit_needs_seventeen_digits(digits):
    with pytest.raises(ValueError, match="17 digits"):
        gb11643_check_digit(digits)


@given(st.from_regex(r"\A[0-9]{17}\Z"))
def test_a_number_with_its_check_digit_is_sound_and_with_another_is_not(seventeen):
    digit = gb11643_check_digit(seventeen)
    assert number_is_sound(seventeen + digit)
    assert not any(number_is_sound(seventeen + other) for other in "0123456789X" if other != digit)
