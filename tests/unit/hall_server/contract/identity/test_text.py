"""Text from keypads, scanners and cameras, made comparable."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall_server.contract.identity.text import LONGEST, day_of, half_width, plain


@pytest.mark.parametrize(
    "written",
    ["44010619900101001x", "４４０１０６１９９００１０１００１Ｘ", " 440106 19900101 001X\n", "440106-19900101–001x"],
)
def test_one_number_has_one_form_however_it_is_written(written: str) -> None:
    assert plain(written) == "44010619900101001X"


@pytest.mark.parametrize(
    "odd",
    [
        "٤٤٠١٠٦١٩٩٠٠١٠١٠٠١X",  # Arabic-Indic
        "४४०१०६१९९००१०१००१X",  # Devanagari
        "440106\x0019900101001X",
        "440106\x1d19900101001X",
        "\x1b[31m44010619900101001X",
        "440106\u202e19900101001X",
        "440106\u200b19900101001X",
        "4401061990\n0101001X",
        "四四零一零六",
        "1" * (LONGEST + 1),
        "",
        " - ",
    ],
)
def test_what_cannot_be_a_number_has_no_form(odd: str) -> None:
    assert plain(odd) == ""


def test_the_longest_text_is_still_looked_at() -> None:
    assert plain("1" * LONGEST) == "1" * LONGEST


@given(st.text(max_size=700))
def test_any_text_has_a_form_of_printable_capitals_that_stays_the_same(text: str) -> None:
    form = plain(text)
    assert form.isascii()
    assert form == form.upper() == plain(form) or len(form) > LONGEST
    assert len(half_width(text)) <= 18 * LONGEST  # what NFKC makes of one character at most


@pytest.mark.parametrize(
    ("digits", "day"),
    [
        ("19900229", None),
        ("20000229", date(2000, 2, 29)),
        ("00000101", None),
        ("1990010", None),
        ("1990010a", None),
        ("１9900101", None),
        ("²0000229", None),
    ],
)
def test_eight_digits_are_a_day_only_if_the_calendar_has_it(digits: str, day: date | None) -> None:
    assert day_of(digits) == day
