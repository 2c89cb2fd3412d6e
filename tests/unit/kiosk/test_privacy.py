"""Pseudonyms, masks and ages (definitions.md 9 and 10). All numbers and names are made up."""

from __future__ import annotations

import hashlib
import hmac
from datetime import date

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from devices.values.id_card import CardKind, IdCard
from hall_server.contract.messages import VisitorMask
from kiosk.privacy import (
    COMPOUND_SURNAMES,
    DocumentKind,
    age_on,
    expired_on,
    name_mask,
    normalised,
    number_mask,
    person_from,
    pseudonym,
)

KEY = b"the key of a hall"
NUMBER = "44010619500101123X"
DAY = date(2026, 10, 16)


def card(**more) -> IdCard:
    return IdCard(**({"kind": CardKind.RESIDENT, "number": NUMBER, "name": "陈小明"} | more))


def test_a_pseudonym_is_a_keyed_hash_of_kind_and_number_cut_to_128_bits() -> None:
    expected = hmac.new(KEY, b"id_number:" + NUMBER.encode(), hashlib.sha256).hexdigest()[:32]
    assert pseudonym(KEY, DocumentKind.ID_NUMBER, NUMBER) == expected


@pytest.mark.parametrize(
    "written",
    ["44010619500101123x", " 440106 19500101 123X ", "４４０１０６１９５００１０１１２３Ｘ", "440106-19500101-123X"],
)
def test_one_number_has_one_pseudonym_however_it_is_written(written: str) -> None:
    assert pseudonym(KEY, DocumentKind.ID_NUMBER, written) == pseudonym(KEY, DocumentKind.ID_NUMBER, NUMBER)


def test_another_key_kind_or_number_gives_another_pseudonym() -> None:
    made = {
        pseudonym(KEY, DocumentKind.ID_NUMBER, NUMBER),
        pseudonym(b"another key", DocumentKind.ID_NUMBER, NUMBER),
        pseudonym(KEY, DocumentKind.FOREIGNER_CARD, NUMBER),
        pseudonym(KEY, DocumentKind.ID_NUMBER, NUMBER[:-1] + "1"),
    }
    assert len(made) == 4


def test_a_renewed_travel_permit_keeps_its_pseudonym() -> None:
    first, renewed = (pseudonym(KEY, DocumentKind.TRAVEL_PERMIT, number) for number in ("H0123456701", "H0123456702"))
    assert first == renewed
    assert first != pseudonym(KEY, DocumentKind.TRAVEL_PERMIT, "H0123456801")


@pytest.mark.parametrize(("key", "number"), [(KEY, ""), (KEY, " - "), (b"", NUMBER)])
def test_nobody_gets_the_pseudonym_of_nobody(key: bytes, number: str) -> None:
    with pytest.raises(ValueError, match="needs a key and a number"):
        pseudonym(key, DocumentKind.ID_NUMBER, number)


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


def test_normalising_leaves_letters_and_digits_only() -> None:
    assert normalised(" h-0123456701\n") == "H0123456701"


@pytest.mark.parametrize(
    ("birth", "age"),
    [
        (date(1961, 10, 16), 65),
        (date(1961, 10, 17), 64),
        (date(2026, 10, 16), 0),
        (date(2026, 10, 17), None),
        (date(1860, 1, 1), None),
        (None, None),
    ],
)
def test_age_is_counted_in_full_years_on_the_business_day(birth: date | None, age: int | None) -> None:
    assert age_on(birth, DAY) == age


def test_whoever_is_born_on_a_leap_day_is_a_year_older_in_march() -> None:
    assert age_on(date(1960, 2, 29), date(2025, 2, 28)) == 64
    assert age_on(date(1960, 2, 29), date(2025, 3, 1)) == 65


@pytest.mark.parametrize(
    ("validity", "expired"),
    [
        ({"valid_until": date(2026, 10, 15)}, True),
        ({"valid_until": date(2026, 10, 16)}, False),
        ({"valid_until": date(2000, 1, 1), "valid_forever": True}, False),
        ({}, False),
    ],
)
def test_a_card_is_valid_on_its_last_day(validity: dict[str, object], expired: bool) -> None:
    assert expired_on(card(**validity), DAY) is expired


def test_a_visit_keeps_pseudonym_masks_and_age_and_nothing_else() -> None:
    person = person_from(card(birth=date(1950, 1, 1), address="某路1号", valid_until=date(2020, 1, 1)), KEY, DAY)
    assert (person.name_mask, person.number_mask, person.age, person.card_expired) == ("陈*明", "123X", 76, True)
    assert person.pseudonym == pseudonym(KEY, DocumentKind.ID_NUMBER, NUMBER)


@pytest.mark.parametrize("kind", [CardKind.FOREIGNER_2017, CardKind.FOREIGNER_2023])
def test_a_foreigners_card_is_a_kind_of_its_own(kind: CardKind) -> None:
    person = person_from(card(kind=kind, name="", english_name="DOE, JANE"), KEY, DAY)
    assert person.pseudonym == pseudonym(KEY, DocumentKind.FOREIGNER_CARD, NUMBER)
    assert person.name_mask == "D* J*"
