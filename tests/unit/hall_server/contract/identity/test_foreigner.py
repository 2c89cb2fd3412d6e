"""Permanent residence cards of foreigners, old and new. All numbers are made up."""

from __future__ import annotations

from datetime import date

import pytest

from hall_server.contract.identity.assurance import Source
from hall_server.contract.identity.foreigner import read
from hall_server.contract.identity.identity import Claimed, Document, Identity, Ignored, Refused
from hall_server.contract.identity.words import Caution, Reason
from tests.unit.hall_server.contract.identity.made_up import DAY, id_number


def test_an_old_number_is_three_letters_and_twelve_digits_and_cannot_check_itself() -> None:
    assert read("xxa 440199 001011", DAY, Source.TYPED) == Claimed(
        Identity(Document.FOREIGNER_OLD, "XXA440199001011", Source.TYPED), (Caution.NUMBER_NOT_CHECKED,)
    )


def test_a_number_of_2023_begins_with_nine_and_checks_itself() -> None:
    number = id_number("944999", "19851224", "010")
    assert read(number, DAY, Source.TYPED) == Claimed(
        Identity(Document.FOREIGNER_2023, number, Source.TYPED, birth=date(1985, 12, 24))
    )
    wrong = number[:-1] + ("1" if number[-1] != "1" else "2")
    assert read(wrong, DAY, Source.TYPED) == Refused(Reason.WRONG_CHECK_DIGIT)


def test_whoever_is_born_today_has_a_birth() -> None:
    named = read(id_number("944999", f"{DAY:%Y%m%d}"), DAY, Source.TYPED)
    assert isinstance(named, Claimed)
    assert named.cautions == ()


@pytest.mark.parametrize("birth", ["19851324", "20261017", "20270101"])
def test_where_no_birth_can_be_read_the_check_character_is_believed(birth: str) -> None:
    named = read(id_number("944999", birth), DAY, Source.TYPED)
    assert isinstance(named, Claimed)
    assert isinstance(named.holder, Identity)
    assert (named.holder.birth, named.cautions) == (None, (Caution.BIRTH_NOT_READ,))


@pytest.mark.parametrize("text", ["", "XX440199001011", "XXA44019900101", "XXA4401990010111", id_number(), "9" * 18])
def test_other_numbers_are_ignored(text: str) -> None:
    assert read(text, DAY, Source.TYPED) == Ignored()
