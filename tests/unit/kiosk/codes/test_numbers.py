"""Plain numbers in a code: whom they name, with what caution, and what is not taken for one."""

from __future__ import annotations

import pytest

from hall_server.contract.identity.assurance import Assurance
from hall_server.contract.identity.identity import Document, Identity, Organisation
from hall_server.contract.identity.words import Caution, Reason
from kiosk.codes.answers import Claimed, Ignored, Named, Refused
from kiosk.codes.numbers import NumberRecogniser
from kiosk.codes.scan import Scan
from tests.unit.hall_server.contract.identity import made_up as documents
from tests.unit.kiosk.codes.shown import EARLY_FIRM, FIRM, PASSPORT, PERMIT, RESIDENT, at


def named(text: str) -> Named:
    answer = NumberRecogniser().recognise(Scan(text), at())
    assert isinstance(answer, Claimed)
    assert isinstance(answer.what, Named)
    return answer.what


@pytest.mark.parametrize(
    ("text", "document"),
    [
        (RESIDENT, Document.RESIDENT_CARD),
        (documents.id_number("810000"), Document.HKMO_RESIDENCE),
        (documents.id_number("830000"), Document.TAIWAN_RESIDENCE),
        (PERMIT, Document.HKMO_PERMIT),
        (PASSPORT, Document.PASSPORT),
    ],
)
def test_cl_g5_a_code_with_a_number_names_a_person_and_is_worth_no_more_than_their_word(
    text: str, document: Document
) -> None:
    holder = named(text).holder
    assert isinstance(holder, Identity)
    assert holder.document is document
    assert holder.assurance is Assurance.L1


def test_cl_g7_an_organisation_is_named_and_an_early_code_that_fails_its_check_with_a_caution() -> None:
    assert isinstance(named(FIRM).holder, Organisation)
    assert Caution.CODE_FAILS_CHECK not in named(FIRM).cautions
    assert isinstance(named(EARLY_FIRM).holder, Organisation)
    assert Caution.CODE_FAILS_CHECK in named(EARLY_FIRM).cautions


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (RESIDENT[:-1] + ("0" if RESIDENT[-1] != "0" else "1"), Reason.WRONG_CHECK_DIGIT),
        (documents.id_number(birth="20270101"), Reason.BIRTH_IN_FUTURE),
        ("440106900101001", Reason.OLD_FIFTEEN),
        (PASSPORT.replace("900101", "900102"), Reason.STRIP_UNREADABLE),
        (PASSPORT[:-5], Reason.STRIP_INCOMPLETE),
        ("V" + PASSPORT[1:], Reason.STRIP_OF_VISA),
        ("I" + PASSPORT[1:], Reason.NOT_TAKEN_HERE),
    ],
)
def test_a_number_that_cannot_be_right_is_refused(text: str, reason: Reason) -> None:
    assert NumberRecogniser().recognise(Scan(text), at()) == Refused(reason)


@pytest.mark.parametrize("text", ["6901234567892", "134567890123456789", "E12345678", "hello", "一二三"])
def test_what_only_looks_like_a_number_is_left_alone(text: str) -> None:
    assert NumberRecogniser().recognise(Scan(text), at()) == Ignored()
