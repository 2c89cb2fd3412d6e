"""Fields of machine-readable zones: the specimens of ICAO 9303, and check digits that do not fit."""

from __future__ import annotations

from datetime import date

import pytest

from hall_server.contract.identity.mrz_fields import Fields, Part, birth_in, expiry_in, fields_of
from hall_server.contract.identity.mrz_lines import NoLines, lines_in
from tests.unit.hall_server.contract.identity.made_up import DAY, chinese_card, td1, td2, td3


def fields(text: str) -> Fields:
    found = lines_in(text)
    assert not isinstance(found, NoLines)
    return fields_of(*found)


@pytest.mark.parametrize(
    ("text", "number", "name"),
    [
        (
            "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10",
            "L898902C3",
            "ERIKSSON ANNA MARIA",
        ),
        (
            "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6",
            "D23145890",
            "ERIKSSON ANNA MARIA",
        ),
        (
            "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<",
            "D23145890",
            "ERIKSSON ANNA MARIA",
        ),
        (
            "I<UTOD23145890<7349<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<",
            "D23145890734",
            "STEVENSON PETER JOHN",
        ),
    ],
)
def test_the_specimens_of_the_standard_are_read_whole(text: str, number: str, name: str) -> None:
    read = fields(text)
    assert (read.number, read.latin_name, read.state, read.wrong, read.mended) == (
        number,
        name,
        "UTO",
        frozenset(),
        False,
    )


@pytest.mark.parametrize("number", ["D00000000", "D000000001", "D0000000012345"])
@pytest.mark.parametrize("make", [td1, td2])
def test_a_number_that_is_too_long_goes_on_in_the_optional_data(make, number: str) -> None:  # type: ignore[no-untyped-def]
    read = fields("\n".join(make(number)))
    assert (read.number, read.wrong) == (number, frozenset())


@pytest.mark.parametrize("text", ["\n".join(td1()), "\n".join(td2()), "\n".join(td3(personal="A1")), chinese_card()])
def test_every_digit_under_a_check_that_is_misread_is_noticed(text: str) -> None:
    assert not fields(text).wrong
    for at, character in enumerate(text):
        if character.isdigit():
            other = str((int(character) + 1) % 10)
            assert fields(text[:at] + other + text[at + 1 :]).wrong, at


def test_what_is_wrong_is_named() -> None:
    first, second = td3(personal="A1")
    for at, part in ((1, Part.NUMBER), (14, Part.BIRTH), (22, Part.EXPIRY), (29, Part.OPTIONAL), (43, Part.COMPOSITE)):
        other = "7" if second[at] != "7" else "8"
        read = fields(f"{first}\n{second[:at]}{other}{second[at + 1 :]}")
        assert read.wrong == {part, Part.COMPOSITE}


def test_an_empty_field_may_have_any_empty_check_digit() -> None:
    first, second = td3()
    assert not fields(f"{first}\n{second}").wrong
    assert Part.OPTIONAL not in fields(f"{first}\n{second[:42]}<{second[43:]}").wrong


def test_a_letter_where_only_a_digit_can_stand_is_that_digit_and_the_reverse() -> None:
    first, second = td3(birth="801025", expiry="310805")
    misread = second[:13] + "8OIO2S" + second[19:21] + "3I0B05" + second[27:]
    read = fields(f"{first.replace('CHN', 'CHN').replace('SAMPLE', '5AMPLE').replace('PERSON', 'PER50N')}\n{misread}")
    assert (read.birth, read.expiry, read.latin_name, read.wrong, read.mended) == (
        "801025",
        "310805",
        "SAMPLE PERSON",
        frozenset(),
        True,
    )


def test_in_a_document_number_nothing_is_guessed() -> None:
    first, second = td3("E00000000")
    assert Part.NUMBER in fields(f"{first}\nEO{second[2:]}").wrong


@pytest.mark.parametrize(
    ("digits", "birth"),
    [
        ("261016", date(2026, 10, 16)),
        ("261017", date(1926, 10, 17)),
        ("000229", date(2000, 2, 29)),
        ("040229", date(2004, 2, 29)),
        ("280229", date(1928, 2, 29)),
        ("290229", None),
        ("991332", None),
        ("<<<<<<", None),
    ],
)
def test_the_century_of_a_birth_is_the_latest_that_has_been(digits: str, birth: date | None) -> None:
    assert birth_in(digits, DAY) == birth


@pytest.mark.parametrize(
    ("digits", "expiry"),
    [("361015", date(2036, 10, 15)), ("990101", date(1999, 1, 1)), ("751231", date(2075, 12, 31)), ("991332", None)],
)
def test_the_century_of_an_expiry_is_the_nearest(digits: str, expiry: date | None) -> None:
    assert expiry_in(digits, DAY) == expiry


@pytest.mark.parametrize("day", [date(1, 1, 1), date(99, 12, 31), date(9999, 12, 31)])
def test_no_day_of_the_calendar_is_too_early_or_too_late_for_a_century(day: date) -> None:
    assert birth_in("000101", day) is None or birth_in("000101", day) <= day  # type: ignore[operator] # not None here
    expiry_in("991231", day)
