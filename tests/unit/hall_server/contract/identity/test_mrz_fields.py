"""Fields of machine-readable zones: the specimens of ICAO 9303, and check digits that do not fit."""

from __future__ import annotations

import itertools
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


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(td1(more="1" * 15, rest="1" * 11)),
        "\n".join(td2(rest="1" * 7)),
        "\n".join(td3(personal="1" * 14)),
        chinese_card(),
    ],
)
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


@pytest.mark.parametrize(
    ("personal", "check", "wrong"), [("", "0", False), ("", "<", False), ("", "7", True), ("A1", "<", True)]
)
def test_only_an_empty_field_may_have_an_empty_check_digit(personal: str, check: str, wrong: bool) -> None:
    first, second = td3(personal=personal)
    assert (Part.OPTIONAL in fields(f"{first}\n{second[:42]}{check}{second[43:]}").wrong) is wrong


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


@pytest.mark.parametrize(
    ("at", "digit", "letter"),
    [
        *((at, digit, letter) for at in (9, 19, 27, 42) for digit, letter in zip("01258", "OIZSB", strict=True)),
        *((43, digit, letter) for digit, letter in zip("028", "OZB", strict=True)),  # the last of a passport is even
    ],
)
def test_a_check_digit_that_was_read_as_a_letter_is_that_digit(at: int, digit: str, letter: str) -> None:
    made = (
        td3(f"E{number:08d}", f"9001{birth:02d}", f"3103{expiry:02d}", personal=f"A{number}")
        for number, birth, expiry in itertools.product(range(20), range(1, 29), range(1, 29))
    )
    first, second = next(lines for lines in made if lines[1][at] == digit)
    read = fields(f"{first}\n{second[:at]}{letter}{second[at + 1 :]}")
    assert (read.wrong, read.mended) == (frozenset(), True)


@pytest.mark.parametrize(("seen", "code"), [("CS", "CS"), ("C5", "CS"), ("C<", "C<")])
def test_a_code_has_two_characters_and_no_digit(seen: str, code: str) -> None:
    assert fields(chinese_card(code=seen)).code == code


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


@pytest.mark.parametrize(
    ("day", "digits", "expiry"),
    [
        (date(2000, 1, 1), "991231", date(1999, 12, 31)),
        (date(1999, 12, 31), "000101", date(2000, 1, 1)),
        (date(2099, 12, 31), "000101", date(2100, 1, 1)),
        (date(2100, 1, 1), "991231", date(2099, 12, 31)),
    ],
)
def test_an_expiry_may_lie_in_the_century_before_or_after(day: date, digits: str, expiry: date) -> None:
    assert expiry_in(digits, day) == expiry


@pytest.mark.parametrize("day", [date(1, 1, 1), date(99, 12, 31), date(9999, 12, 31)])
def test_no_day_of_the_calendar_is_too_early_or_too_late_for_a_century(day: date) -> None:
    assert birth_in("000101", day) is None or birth_in("000101", day) <= day  # type: ignore[operator] # not None here
    expiry_in("991231", day)
