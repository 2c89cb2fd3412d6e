"""What of a text is kept, and what makes a table of categories."""

from __future__ import annotations

import pytest

from hall_server.domain.city.voices import CATEGORIES, LEFT_OUT, categories_in, complaint_number, without_numbers


@pytest.mark.parametrize(
    "words",
    ["440101199001010018", "44010119900101001X", "138 0013 8000", "138-0013-8000", "+85266778899", "1234567"],
)
def test_a_number_of_a_person_or_a_telephone_is_left_out(words: str) -> None:
    left = without_numbers(f"我是{words}的人")
    assert LEFT_OUT in left
    assert not any(part in left for part in words.replace("-", " ").split())


@pytest.mark.parametrize("words", ["等了 120 分钟", "A042 号", "12345", "9 点 30 分", ""])
def test_what_is_no_such_number_stays(words: str) -> None:
    assert without_numbers(words) == words


def test_a_city_s_table_takes_the_place_of_the_usual_one() -> None:
    table = '[[category]]\ncode = "01.02"\nname = "等候"\n[[category]]\ncode = "01.03"\nname = "态度"\n'
    assert [one.code for one in categories_in(table.encode())] == ["01.02", "01.03"]
    assert len({one.code for one in CATEGORIES}) == len(CATEGORIES)


@pytest.mark.parametrize(
    "table",
    [b"", b"[", b"\xff", b"category = 1", b'[[category]]\ncode = "a b"\nname = "x"', b'[[category]]\ncode = "a"\n',
     b'[[category]]\ncode = "a"\nname = "x"\n[[category]]\ncode = "a"\nname = "y"\n'],
)  # fmt: skip
def test_what_is_no_table_is_refused(table: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        categories_in(table)


def test_a_complaint_s_number_is_short_and_says_its_day() -> None:
    assert complaint_number("2026-01-02", 17) == "TS260102-17"
