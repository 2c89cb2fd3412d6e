"""Ids in 26 digits: there and back, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall_server.contract.crockford import DIGITS, IdSpellingError, spell, unspell


@given(st.binary(min_size=16, max_size=16))
def test_an_id_comes_back_as_it_went(identifier: bytes) -> None:
    spelt = spell(identifier)
    assert len(spelt) == 26
    assert set(spelt) <= set(DIGITS)
    assert unspell(spelt) == identifier


@pytest.mark.parametrize(("written", "meant"), [("I", "1"), ("L", "1"), ("O", "0")])
def test_a_misread_digit_is_the_one_that_it_looks_like(written: str, meant: str) -> None:
    assert unspell("0" * 25 + written) == unspell("0" * 25 + meant)


@given(st.text(max_size=30))
def test_any_text_is_an_id_or_is_refused(text: str) -> None:
    try:
        assert len(unspell(text)) == 16
    except IdSpellingError:
        return


@pytest.mark.parametrize(
    ("text", "reason"), [("0" * 25, "length"), ("U" + "0" * 25, "digit"), ("8" + "0" * 25, "range")]
)
def test_what_is_no_id_says_why(text: str, reason: str) -> None:
    with pytest.raises(IdSpellingError) as caught:
        unspell(text)
    assert caught.value.reason == reason


@pytest.mark.parametrize("length", [0, 15, 17])
def test_an_id_of_another_length_is_not_spelt(length: int) -> None:
    with pytest.raises(IdSpellingError, match="length"):
        spell(bytes(length))
