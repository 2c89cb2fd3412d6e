"""Any text → whom it names. All numbers are made up."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall_server.contract.identity.assurance import Source
from hall_server.contract.identity.identity import (
    Claimed,
    Document,
    Identity,
    Ignored,
    Organisation,
    Recognition,
    Refused,
)
from hall_server.contract.identity.recognise import recognise
from hall_server.contract.identity.words import Caution, Reason
from tests.unit.hall_server.contract.identity.made_up import DAY, chinese_card, code, id_number, td1, td3

TYPED, SCANNED = Source.TYPED, Source.CODE


def kind_of(answer: Recognition) -> object:
    match answer:
        case Claimed(holder=Identity() as person):
            return person.document
        case Claimed():
            return Document.ORGANISATION
        case Refused(reason=reason):
            return reason
        case _:
            return None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (id_number(), Document.RESIDENT_CARD),
        (id_number("820000"), Document.HKMO_RESIDENCE),
        (id_number("830000"), Document.TAIWAN_RESIDENCE),
        ("H01234567", Document.HKMO_PERMIT),
        ("M0123456701", Document.HKMO_PERMIT),
        (id_number("944999"), Document.FOREIGNER_2023),
        (code(), Document.ORGANISATION),
        ("\n".join(td3()), Document.PASSPORT),
        ("\r\n".join(td1()), Document.HKMO_PERMIT),
        (chinese_card(), Document.EXIT_PERMIT),
        ("KPT1:00000000000000000000000000", None),
        ("https://hall.invalid/t/abc", None),
        ("A042", None),
        ("", None),
    ],
)
@pytest.mark.parametrize("source", [TYPED, SCANNED])
def test_each_text_names_whom_it_names(text: str, found: Document | None, source: Source) -> None:
    assert kind_of(recognise(text, DAY, source)) == found


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        (Document.RESIDENT_CARD, id_number()),
        (Document.RESIDENT_CARD, id_number("810000")),
        (Document.HKMO_RESIDENCE, id_number("810000")),
        (Document.FOREIGNER_OLD, "XXA440199001011"),
        (Document.FOREIGNER_2023, id_number("944999")),
        (Document.HKMO_PERMIT, "H01234567"),
        (Document.TAIWAN_PERMIT, "01234567"),
        (Document.EXIT_PERMIT, "C01234567"),
        (Document.PASSPORT, "E00000000"),
        (Document.ORGANISATION, code()),
    ],
)
def test_cl_g5_every_document_can_be_asked_for_and_nothing_is_ignored_then(asked: Document, text: str) -> None:
    named = recognise(text, DAY, TYPED, asked=asked)
    assert isinstance(named, Claimed)
    assert recognise("?", DAY, TYPED, asked=asked) == Refused(Reason.UNKNOWN_FORM)


def test_a_state_is_handed_on_to_passports() -> None:
    assert recognise("L898902C3", DAY, TYPED, asked=Document.PASSPORT) == Refused(Reason.STATE_NEEDED)
    named = recognise("L898902C3", DAY, TYPED, asked=Document.PASSPORT, state="UTO")
    assert isinstance(named, Claimed)
    assert named.holder.stable == "UTOL898902C3"


def test_a_passport_that_was_asked_for_may_be_held_to_the_reader() -> None:
    assert kind_of(recognise("\n".join(td3()), DAY, TYPED, asked=Document.RESIDENT_CARD)) is Document.PASSPORT


@pytest.mark.parametrize("text", ["01234567", "E00000000", "C01234567"])
def test_numbers_that_are_only_short_are_read_only_where_asked_for(text: str) -> None:
    assert recognise(text, DAY, TYPED) == Ignored()


def test_what_stands_on_many_a_parcel_is_no_foreigner() -> None:
    assert recognise("XXA440199001011", DAY, SCANNED) == Ignored()
    assert kind_of(recognise("XXA440199001011", DAY, TYPED)) is Document.FOREIGNER_OLD


@given(st.integers(10**16, 16 * 10**16 - 1), st.sampled_from("0123456789"))
def test_a_code_for_paying_is_hardly_ever_anybody(body: int, last: str) -> None:
    """18 digits from 10 to 15. A person only with a date of birth in it and the right check character."""
    text = f"{body:017d}{last}"
    named = recognise("1" + text[1:], DAY, SCANNED)
    assert not isinstance(named, Claimed) or isinstance(named.holder, Identity)


def both_ways() -> str:
    """A right identity number that is a right code as well, as one of 31 is."""
    numbers = (id_number("520103", sequence=f"{sequence:03d}") for sequence in range(999))
    return next(number for number in numbers if number == code(number[:17]))


def test_whoever_reads_as_a_person_is_one_unless_an_organisation_was_asked_for() -> None:
    assert kind_of(recognise(both_ways(), DAY, TYPED)) is Document.RESIDENT_CARD
    assert kind_of(recognise(both_ways(), DAY, TYPED, asked=Document.ORGANISATION)) is Document.ORGANISATION


def test_a_mistyped_identity_number_is_no_organisation_though_it_were_a_right_code() -> None:
    mistyped = [
        code(number[:17])
        for sequence in range(999)
        if (number := id_number("520103", sequence=f"{sequence:03d}")) != code(number[:17])
    ]
    like_people = [text for text in mistyped if text[-1] in "0123456789X"]
    assert like_people
    assert {kind_of(recognise(text, DAY, TYPED)) for text in like_people} == {Reason.WRONG_CHECK_DIGIT}
    assert {kind_of(recognise(text, DAY, TYPED, asked=Document.ORGANISATION)) for text in like_people} == {
        Document.ORGANISATION
    }


def test_what_is_nobody_else_keeps_the_persons_answer() -> None:
    """An impossible birth, or none to be read: an organisation that is right in everything would be meant instead."""
    impossible = next(made for day in range(32, 99) if (made := id_number("440106", f"199001{day}")) != code(made[:17]))
    assert recognise(impossible, DAY, TYPED) == Refused(Reason.BIRTH_IMPOSSIBLE)
    unread = next(made for day in range(32, 99) if (made := id_number("944999", f"199001{day}")) != code(made[:17]))
    assert kind_of(recognise(unread, DAY, TYPED)) is Document.FOREIGNER_2023
    both = (id_number("974999", f"1{number:07d}") for number in range(1000))
    odd_firm = next(made for made in both if made == code(made[:17]))
    assert kind_of(recognise(odd_firm, DAY, TYPED)) is Document.FOREIGNER_2023
    firm = next(made for number in range(1000) if (made := id_number("914401", f"06{number:06d}")) == code(made[:17]))
    assert kind_of(recognise(firm, DAY, TYPED)) is Document.ORGANISATION


def test_a_persons_number_in_the_place_of_a_code_is_no_early_code() -> None:
    number = next(made for day in range(10, 28) if (made := id_number("520103", f"199001{day}")) != code(made[:17]))
    assert recognise(number, DAY, TYPED, asked=Document.ORGANISATION) == Refused(Reason.UNKNOWN_FORM)


def test_an_early_code_that_fails_its_check_is_read_from_a_code_only_if_it_has_letters() -> None:
    for body, found in (
        ("91350100M0001XXXX", Document.ORGANISATION),
        ("9144010612345678X", Document.ORGANISATION),
        ("91440106123456789", None),
    ):
        right = code(body)
        early = body + ("M" if right[-1] != "M" else "N")
        assert kind_of(recognise(early, DAY, SCANNED)) == found
        assert kind_of(recognise(early, DAY, TYPED, asked=Document.ORGANISATION)) is Document.ORGANISATION


def test_a_row_of_digits_in_a_code_is_an_organisation_only_with_a_nine_in_front() -> None:
    bodies = (code(f"124401064{number:08d}") for number in range(200))
    digits = next(body for body in bodies if body.isdigit())
    assert recognise(digits, DAY, SCANNED) == Ignored()
    assert kind_of(recognise(digits, DAY, TYPED)) is Document.ORGANISATION
    assert kind_of(recognise(digits, DAY, SCANNED, asked=Document.ORGANISATION)) is Document.ORGANISATION
    letter = next(body for number in range(200) if (body := code(f"124401064{number:08d}"))[-1].isalpha())
    assert kind_of(recognise(letter, DAY, SCANNED)) is Document.ORGANISATION


def test_of_18_digits_with_a_nine_in_front_the_check_character_tells_foreigner_from_firm() -> None:
    foreigner = id_number("944999", "19851224", "010")
    assert kind_of(recognise(foreigner, DAY, SCANNED)) is Document.FOREIGNER_2023
    mistyped = foreigner[:-1] + ("1" if foreigner[-1] != "1" else "2")
    assert kind_of(recognise(mistyped, DAY, SCANNED)) is Reason.WRONG_CHECK_DIGIT
    firms = [firm for number in range(200) if (firm := code(f"914401067{number:08d}")).isdigit()]
    assert {kind_of(recognise(firm, DAY, SCANNED)) for firm in firms} == {Document.ORGANISATION}


@given(st.text(max_size=600), st.sampled_from([TYPED, SCANNED]), st.none() | st.sampled_from(Document))
def test_any_text_has_an_answer_and_no_text_is_in_it(text: str, source: Source, asked: Document | None) -> None:
    answer = recognise(text, DAY, source, asked=asked, state=text[:3])
    assert isinstance(answer, Claimed | Refused | Ignored)
    assert asked is None or not isinstance(answer, Ignored)
    shown = repr(answer)
    assert not isinstance(answer, Claimed) or answer.holder.stable not in shown


@pytest.mark.parametrize(
    "text",
    [
        "1" * 10_000_000,
        "P<" * 5_000_000,
        "\x00" * 18,
        "\x1b]0;x\x07" + id_number(),
        "\ud800" * 18,
        "٤" * 18,
        "𝟒𝟒𝟎𝟏𝟎𝟔𝟏𝟗𝟗𝟎𝟎𝟏𝟎𝟏𝟎𝟎𝟏𝟏",
        "ﷺ" * 500,
        "㋿" * 500,
        id_number() + "\n" + id_number(),
        "H01234567\0",
    ],
)
@pytest.mark.parametrize("asked", [None, *Document])
def test_hostile_text_names_nobody(text: str, asked: Document | None) -> None:
    assert not isinstance(recognise(text, DAY, TYPED, asked=asked, state="\ud800"), Claimed)


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31)])
def test_any_day_will_do(day: date) -> None:
    recognise("\n".join(td3()), day, SCANNED)
    recognise(id_number(), day, SCANNED)


def test_full_width_digits_name_the_same_person() -> None:
    wide = id_number().translate({at: at + 0xFEE0 for at in range(0x21, 0x7F)})
    assert recognise(wide, DAY, SCANNED) == recognise(id_number(), DAY, SCANNED)
    assert recognise("Ｈ０１２３４５６７", DAY, TYPED) == recognise("H01234567", DAY, TYPED)


def test_an_organisation_says_how_it_came() -> None:
    assert recognise(code(), DAY, SCANNED) == Claimed(Organisation(code(), SCANNED))
    assert recognise("H01234567", DAY, SCANNED) == Claimed(
        Identity(Document.HKMO_PERMIT, "H01234567", SCANNED), (Caution.NUMBER_NOT_CHECKED,)
    )
