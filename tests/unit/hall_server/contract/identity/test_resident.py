"""Identity numbers of 18 digits. All are made up."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall_server.contract.identity.assurance import Source
from hall_server.contract.identity.identity import Claimed, Document, Identity, Ignored, Recognition, Refused
from hall_server.contract.identity.resident import read
from hall_server.contract.identity.words import Reason
from tests.unit.hall_server.contract.identity.made_up import DAY, id_number

BIRTHS = st.dates(date(1900, 1, 1), DAY).map(lambda birth: f"{birth:%Y%m%d}")
SEQUENCES = st.integers(0, 999).map(lambda number: f"{number:03d}")


def typed(text: str) -> Recognition:
    return read(text, DAY, Source.TYPED)


@given(st.sampled_from(["440106", "110105", "810000", "820000", "830000", "659999"]), BIRTHS, SEQUENCES)
def test_every_number_with_a_right_check_character_names_somebody(area: str, birth: str, sequence: str) -> None:
    number = id_number(area, birth, sequence)
    named = typed(number.lower())
    assert isinstance(named, Claimed)
    assert isinstance(named.holder, Identity)
    assert (named.holder.number, f"{named.holder.birth:%Y%m%d}", named.cautions) == (number, birth, ())


@given(BIRTHS, SEQUENCES, st.integers(0, 17), st.integers(1, 9))
def test_one_wrong_digit_never_names_somebody_else(birth: str, sequence: str, at: int, by: int) -> None:
    number = id_number(birth=birth, sequence=sequence)
    digit = int(number[at]) if number[at].isdigit() else 0
    assert not isinstance(typed(number[:at] + str((digit + by) % 10) + number[at + 1 :]), Claimed)


@given(BIRTHS, SEQUENCES, st.integers(0, 16))
def test_two_neighbours_that_changed_places_never_name_somebody_else(birth: str, sequence: str, at: int) -> None:
    number = id_number(birth=birth, sequence=sequence)
    if number[at] != number[at + 1]:
        assert not isinstance(typed(number[:at] + number[at + 1] + number[at] + number[at + 2 :]), Claimed)


@pytest.mark.parametrize(
    ("area", "document"),
    [
        ("440106", Document.RESIDENT_CARD),
        ("810000", Document.HKMO_RESIDENCE),
        ("820000", Document.HKMO_RESIDENCE),
        ("830000", Document.TAIWAN_RESIDENCE),
        ("810001", Document.RESIDENT_CARD),
        ("719999", Document.RESIDENT_CARD),
    ],
)
def test_the_area_tells_the_document_and_is_never_judged(area: str, document: Document) -> None:
    named = typed(id_number(area))
    assert isinstance(named, Claimed)
    assert isinstance(named.holder, Identity)
    assert named.holder.document is document


@pytest.mark.parametrize(
    ("birth", "answer"),
    [
        ("19900229", Refused(Reason.BIRTH_IMPOSSIBLE)),
        ("19901301", Refused(Reason.BIRTH_IMPOSSIBLE)),
        ("00000101", Refused(Reason.BIRTH_IMPOSSIBLE)),
        ("20261017", Refused(Reason.BIRTH_IN_FUTURE)),
        ("29990101", Refused(Reason.BIRTH_IN_FUTURE)),
    ],
)
def test_a_birth_must_have_been(birth: str, answer: Recognition) -> None:
    assert typed(id_number(birth=birth)) == answer


def test_somebody_born_today_has_a_number_already() -> None:
    assert isinstance(typed(id_number(birth="20261016")), Claimed)


@pytest.mark.parametrize("text", ["440106900101001", " 440106 900101 001 ", "830000011231123"])
def test_an_old_number_of_fifteen_digits_is_recognised_and_refused(text: str) -> None:
    assert typed(text) == Refused(Reason.OLD_FIFTEEN)


def test_fifteen_digits_that_hold_no_date_are_some_other_number() -> None:
    assert typed("861234991234567"[:15]) == Refused(Reason.WRONG_LENGTH)
    assert read("861234991234567", DAY, Source.CODE) == Ignored()


@pytest.mark.parametrize("text", ["44010619900101001", "4401061990010100111", "440106199001010X", "44010619900101"])
def test_a_digit_too_few_or_too_many_is_told_to_whoever_types_and_no_business_of_a_scanner(text: str) -> None:
    assert typed(text) == Refused(Reason.WRONG_LENGTH)
    assert read(text, DAY, Source.CODE) == Ignored()


def test_a_scanned_row_of_18_digits_without_a_date_is_somebody_elses_business() -> None:
    assert read("134567890123456789", DAY, Source.CODE) == Ignored()  # a code for paying
    assert typed("134567890123456789") == Refused(Reason.BIRTH_IMPOSSIBLE)


@pytest.mark.parametrize("text", ["", "A042", "044010619900101001", "X" * 18, "44010619900101OO1X", "1" * 100_000])
def test_other_text_is_ignored(text: str) -> None:
    assert typed(text) == Ignored()
