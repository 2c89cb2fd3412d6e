"""A number at a pad says by its form what it is, and where it cannot be right, before it is whole."""

from datetime import date

import pytest

from hall_server.contract.identity.identity import Claimed, Document, Refused
from hall_server.contract.identity.words import Reason
from kiosk.codes.typed_number import adds_up, document_of, grouped, odd_at, typed_identity

DAY = date(2026, 10, 16)
WHOLE = "110101199003070935"


@pytest.mark.parametrize(
    ("text", "document"),
    [
        (WHOLE, Document.RESIDENT_CARD),
        ("810000199003070939", Document.RESIDENT_CARD),
        ("911124198108030024", Document.FOREIGNER_2023),
        ("H12345678", Document.HKMO_PERMIT),
        ("M1234567801", Document.HKMO_PERMIT),
        ("HA1234567", Document.HKMO_PERMIT),
        ("12345678", Document.TAIWAN_PERMIT),
        ("CHN123456789012", Document.FOREIGNER_OLD),
        ("C12345678", Document.EXIT_PERMIT),
        ("E12345678", Document.PASSPORT),
        ("AB12345", Document.PASSPORT),
    ],
)
def test_a_number_says_by_its_form_what_it_is(text, document):
    assert document_of(text) is document


@pytest.mark.parametrize(
    ("number", "place"),
    [
        ("", 0),
        ("0", 1),
        ("1101011", 0),
        ("11010118", 7),
        ("1101011990", 0),
        ("110101199013", 11),
        ("11010119900230", 13),
        ("11010120300101", 7),
        (WHOLE, 0),
    ],
)
def test_what_cannot_be_right_is_pointed_at_while_it_is_typed(number, place):
    assert odd_at(number, DAY) == place


def test_one_wrong_character_does_not_add_up():
    assert adds_up(WHOLE)
    assert not adds_up(WHOLE[:-1] + "6")
    assert not adds_up(WHOLE[:-1])


def test_an_identity_number_is_grouped_as_it_is_printed():
    assert grouped(WHOLE) == "110101 19900307 0935"
    assert grouped("1101011") == "110101 1"
    assert grouped("H12345678") == "H12345678"


def test_a_passport_that_begins_like_a_permit_is_read_with_its_state():
    assert typed_identity("H1234567", "", DAY) == Refused(Reason.STATE_NEEDED)
    found = typed_identity("H1234567", "USA", DAY)
    assert isinstance(found, Claimed)
    assert found.holder.document is Document.PASSPORT


def test_renewed_permits_are_one_person():
    first, renewed = (typed_identity(text, "", DAY) for text in ("H1234567800", "H1234567801"))
    assert first.holder.pseudonym(b"key") == renewed.holder.pseudonym(b"key")
