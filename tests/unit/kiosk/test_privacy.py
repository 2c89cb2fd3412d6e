"""What a kiosk keeps of a card (definitions.md 9 and 10). All numbers and names are made up."""

from __future__ import annotations

from datetime import date

import pytest

from devices.values.id_card import CardKind, IdCard
from hall_server.contract.identity.assurance import Assurance, Source
from hall_server.contract.identity.identity import Document
from hall_server.contract.identity.pseudonym import SubjectKind, pseudonym
from kiosk.privacy import age_on, identity_from, person_from

KEY = b"the key of a hall"
NUMBER = "44010619500101123X"
DAY = date(2026, 10, 16)


def card(**more) -> IdCard:
    return IdCard(**({"kind": CardKind.RESIDENT, "number": NUMBER, "name": "陈小明"} | more))


@pytest.mark.parametrize(
    ("birth", "age"),
    [
        (date(1961, 10, 16), 65),
        (date(1961, 10, 17), 64),
        (date(2026, 10, 16), 0),
        (date(2026, 10, 17), None),
        (date(1876, 10, 16), 150),
        (date(1875, 10, 16), None),
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
    assert person_from(card(**validity), KEY, DAY).card_expired is expired


def test_a_visit_keeps_pseudonym_masks_and_age_and_nothing_else() -> None:
    person = person_from(card(birth=date(1950, 1, 1), address="某路1号", valid_until=date(2020, 1, 1)), KEY, DAY)
    assert (person.name_mask, person.number_mask, person.age, person.card_expired) == ("陈*明", "123X", 76, True)
    assert person.pseudonym == pseudonym(KEY, SubjectKind.ID_NUMBER, NUMBER)


@pytest.mark.parametrize("kind", [CardKind.FOREIGNER_2017, CardKind.FOREIGNER_2023])
def test_a_foreigners_card_is_a_kind_of_its_own(kind: CardKind) -> None:
    person = person_from(card(kind=kind, name="", english_name="DOE, JANE"), KEY, DAY)
    assert person.pseudonym == pseudonym(KEY, SubjectKind.FOREIGNER_CARD, NUMBER)
    assert person.name_mask == "D* J*"


@pytest.mark.parametrize(
    ("kind", "number", "document"),
    [
        (CardKind.RESIDENT, NUMBER, Document.RESIDENT_CARD),
        (CardKind.HKMO_TW_RESIDENT, "810000199001010010", Document.HKMO_RESIDENCE),
        (CardKind.HKMO_TW_RESIDENT, "830000199001010014", Document.TAIWAN_RESIDENCE),
        (CardKind.FOREIGNER_2017, "XXA440199001011", Document.FOREIGNER_OLD),
        (CardKind.FOREIGNER_2023, "944156199001010019", Document.FOREIGNER_2023),
    ],
)
def test_every_card_is_an_identity_from_its_chip(kind: CardKind, number: str, document: Document) -> None:
    identity = identity_from(card(kind=kind, number=number))
    assert (identity.document, identity.number, identity.source) == (document, number, Source.CARD)
    assert identity.assurance is Assurance.L3


def test_nothing_of_a_card_is_in_the_repr_of_its_identity() -> None:
    shown = repr(identity_from(card(birth=date(1950, 1, 1), english_name="CHEN", valid_until=date(2031, 2, 3))))
    assert not [word for word in (NUMBER, "陈小明", "CHEN", "1950", "2031") if word in shown]


def test_a_card_without_a_number_names_nobody() -> None:
    with pytest.raises(ValueError, match="needs a key and a number"):
        person_from(card(number=""), KEY, DAY)
