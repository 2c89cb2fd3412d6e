"""Masks (definitions.md 10). All numbers and names are made up."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hall_server.contract.identity.masks import COMPOUND_SURNAMES, name_mask, number_mask
from hall_server.contract.messages import VisitorMask

NUMBER = "44010619500101123X"


@pytest.mark.parametrize(
    ("name", "mask"),
    [
        ("陈明", "陈*"),
        ("陈小明", "陈*明"),
        ("陈小小明", "陈**明"),
        ("陈", "*"),
        ("欧阳明", "欧阳*"),
        ("欧阳小明", "欧阳**"),
        ("諸葛明", "諸葛*"),
        ("欧阳", "欧*"),
        ("阿卜杜拉·买买提", "阿**提"),
        ("陈 小 明", "陈*明"),
        ("𠮷田一郎", "𠮷**郎"),
        ("葛\U000e0100城", "葛*"),
        ("㛃\u3000", "*"),
        ("", ""),
        (" ", ""),
    ],
)
def test_a_chinese_name_is_masked(name: str, mask: str) -> None:
    assert name_mask(name) == mask


def test_a_name_in_latin_letters_is_masked_word_by_word() -> None:
    assert name_mask("", "Smith, John Paul George Ringo") == "S* J* P*"
    assert name_mask("JOHN SMITH") == "J* S*"


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_mask_never_tells_more_than_two_characters_of_a_chinese_name_nor_grows_too_long(
    name: str, latin: str
) -> None:
    mask = name_mask(name, latin)
    assert len(mask) <= 16
    assert len(mask.replace("*", "").replace(" ", "")) <= 3


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=20))
@example("a*c*d", "", "AAA1100900101A0")
@example("*", "ΐ ∗", "44010019900101٣٣٣٣")
def test_a_mask_is_always_one_that_the_hall_takes(name: str, latin: str, number: str) -> None:
    mask = VisitorMask("0" * 32, name_mask(name, latin), number_mask(number))
    assert msgspec.json.decode(msgspec.json.encode(mask), type=VisitorMask) == mask


def test_the_compound_surnames_are_pairs() -> None:
    assert {"欧阳", "司马", "诸葛", "上官"} <= COMPOUND_SURNAMES
    assert all(len(surname) == 2 for surname in COMPOUND_SURNAMES)


def test_a_number_is_masked_to_its_last_four() -> None:
    assert number_mask(NUMBER) == "123X"
    assert number_mask("１２３４５６７８") == "5678"
    assert number_mask("1234567") == ""
    assert number_mask("AAA1100900101AB") == ""
