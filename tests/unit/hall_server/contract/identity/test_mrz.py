"""Whom machine-readable zones name. All are made up but the specimens of the standard."""

from __future__ import annotations

from datetime import date

import pytest

from hall_server.contract.identity.assurance import Assurance
from hall_server.contract.identity.identity import Claimed, Document, Identity, Ignored, Refused
from hall_server.contract.identity.mrz import read
from hall_server.contract.identity.passport import read as read_passport
from hall_server.contract.identity.permit import read_hkmo
from hall_server.contract.identity.words import Caution, Reason
from tests.unit.hall_server.contract.identity.made_up import DAY, check, chinese_card, td1, td2, td3

KEY = b"the key of a hall"


def claimed(lines: list[str] | str) -> tuple[Identity, tuple[Caution, ...]]:
    named = read("\n".join([lines] if isinstance(lines, str) else lines), DAY)
    assert isinstance(named, Claimed)
    assert isinstance(named.holder, Identity)
    return named.holder, named.cautions


def test_a_passport_names_its_holder() -> None:
    identity, cautions = claimed(td3())
    assert (identity.document, identity.number, identity.state) == (Document.PASSPORT, "E00000000", "CHN")
    assert (identity.latin_name, identity.birth, identity.expires) == (
        "SAMPLE PERSON",
        date(1990, 1, 1),
        date(2031, 2, 3),
    )
    assert cautions == ()


def test_paper_is_no_proof() -> None:
    assert claimed(td3())[0].assurance is Assurance.L1


@pytest.mark.parametrize("lines", [td3(head="P<UTO"), td3(head="POUTO"), td2(), td3("AB123", head="PDD<<")])
def test_passports_of_any_code_and_format_are_taken(lines: list[str]) -> None:
    assert claimed(lines)[0].document is Document.PASSPORT


@pytest.mark.parametrize("at", [1, 9, 14, 19, 22, 27, 43])
def test_a_passport_with_a_check_digit_that_does_not_hold_is_read_again(at: int) -> None:
    first, second = td3()
    other = "7" if second[at] != "7" else "8"
    assert read(f"{first}\n{second[:at]}{other}{second[at + 1 :]}", DAY) == Refused(Reason.STRIP_UNREADABLE)


def test_data_of_a_states_own_is_not_worth_a_refusal() -> None:
    first, second = td3(personal="A1")
    odd = second[:42] + str((int(second[42]) + 1) % 10)
    odd += check(odd[:10] + odd[13:20] + odd[21:43])
    assert claimed([first, odd])[1] == (Caution.OPTIONAL_NOT_CHECKED,)


def test_a_passport_that_has_expired_names_its_holder_all_the_same() -> None:
    assert claimed(td3(expiry="261015"))[1] == (Caution.EXPIRED,)
    assert claimed(td3(expiry="261016"))[1] == ()


def test_a_passport_of_germany_is_the_same_typed_and_read() -> None:
    typed = read_passport("C01X00T47", claimed(td3())[0].source, "DEU")
    assert isinstance(typed, Claimed)
    assert claimed(td3("C01X00T47", head="P<D<<"))[0].pseudonym(KEY) == typed.holder.pseudonym(KEY)


def test_an_unknown_day_of_birth_is_said() -> None:
    identity, cautions = claimed(td3(birth="9001<<"))
    assert (identity.birth, cautions) == (None, (Caution.BIRTH_NOT_READ,))


@pytest.mark.parametrize("birth", ["991332", "290229"])
def test_a_birth_that_never_was_is_refused(birth: str) -> None:
    assert read("\n".join(td3(birth=birth)), DAY) == Refused(Reason.BIRTH_IMPOSSIBLE)


def test_letters_in_a_birth_are_a_misreading_even_if_the_check_holds() -> None:
    assert read("\n".join(td3(birth="9X0101")), DAY) == Refused(Reason.STRIP_UNREADABLE)


def test_a_passport_without_a_state_or_a_number_names_nobody() -> None:
    assert read("\n".join(td3(head="P<<<<")), DAY) == Refused(Reason.STRIP_UNREADABLE)
    assert read("\n".join(td3("")), DAY) == Refused(Reason.STRIP_UNREADABLE)


@pytest.mark.parametrize(
    ("lines", "document", "number"),
    [
        (td1("H01234567", head="C<CHN"), Document.HKMO_PERMIT, "H01234567"),  # the edition of 1999
        (td1("H0123456701", head="C<CHN"), Document.HKMO_PERMIT, "H0123456701"),
        (td1("M01234567", head="CRCHN", more="01"), Document.HKMO_PERMIT, "M01234567"),
        (td1("HA1234567", head="CRCHN"), Document.HKMO_PERMIT, "HA1234567"),
        (td1("01234567", head="CTCHN"), Document.TAIWAN_PERMIT, "01234567"),
        (td1("01234567", head="CTTWN"), Document.TAIWAN_PERMIT, "01234567"),
        ([chinese_card("C01234567")], Document.EXIT_PERMIT, "C01234567"),
        ([chinese_card("CA1234567")], Document.EXIT_PERMIT, "CA1234567"),
        ([chinese_card("L01234567", code="CD")], Document.EXIT_PERMIT, "L01234567"),
        ([chinese_card("C01234567", code="C5")], Document.EXIT_PERMIT, "C01234567"),  # S misread
        ([chinese_card("H01234567", code="CR")], Document.HKMO_PERMIT, "H01234567"),
    ],
)
def test_a_chinese_permit_is_told_by_the_form_of_its_number(lines: list[str], document: Document, number: str) -> None:
    identity, _ = claimed(lines)
    assert (identity.document, identity.number, identity.birth) == (document, number, date(1990, 1, 1))


def test_a_permit_is_the_same_person_typed_and_read() -> None:
    typed = read_hkmo("H0123456700", claimed(td1())[0].source)
    assert isinstance(typed, Claimed)
    assert claimed(td1("H01234567"))[0].pseudonym(KEY) == typed.holder.pseudonym(KEY)


def test_of_a_chinese_permit_what_was_not_checked_is_said() -> None:
    first, second, third = td1()
    bad = second[:6] + str((int(second[6]) + 1) % 10) + second[7:14] + str((int(second[14]) + 1) % 10) + second[15:]
    identity, cautions = claimed([first, bad, third])
    assert (identity.birth, identity.expires) == (None, None)
    assert cautions == (Caution.BIRTH_NOT_READ, Caution.EXPIRY_NOT_READ, Caution.COMPOSITE_NOT_CHECKED)


def test_the_number_of_a_chinese_permit_must_hold() -> None:
    first, second, third = td1()
    assert read("\n".join([first.replace("H01234567", "H01234568"), second, third]), DAY) == Refused(
        Reason.STRIP_UNREADABLE
    )
    card = chinese_card()
    assert read(card[:3] + "9" + card[4:], DAY) == Refused(Reason.STRIP_UNREADABLE)


def test_a_permit_of_another_form_goes_to_the_counter() -> None:
    assert read("\n".join(td1("Q01234567")), DAY) == Refused(Reason.NOT_TAKEN_HERE)


@pytest.mark.parametrize("lines", [td1("AB1234567", head="C<ITA"), td1(head="I<UTO"), td2(head="A<UTO")])
def test_cards_of_other_states_go_to_the_counter(lines: list[str]) -> None:
    assert read("\n".join(lines), DAY) == Refused(Reason.NOT_TAKEN_HERE)


def test_a_visa_is_no_passport() -> None:
    assert read("\n".join(td3(head="V<UTO")), DAY) == Refused(Reason.STRIP_OF_VISA)


def test_part_of_the_lines_is_asked_for_again() -> None:
    first, second = td3()
    assert read(first, DAY) == Refused(Reason.STRIP_INCOMPLETE)
    assert read(f"{first}\n{second}".replace("1", "!", 1), DAY) == Refused(Reason.STRIP_UNREADABLE)


@pytest.mark.parametrize("text", ["", "A042", "H01234567", "<html>", "P<" * 10_000])
def test_other_text_is_ignored(text: str) -> None:
    assert read(text, DAY) == Ignored()
