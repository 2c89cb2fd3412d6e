"""Lines of machine-readable zones, as scanners and cameras give them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall_server.contract.identity.mrz_lines import Format, NoLines, lines_in
from tests.unit.hall_server.contract.identity.made_up import chinese_card, td1, td2, td3

STRIPS = {Format.TD1: td1(), Format.TD2: td2(), Format.TD3: td3(), Format.CHINESE_CARD: [chinese_card()]}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "", " ", "\n\n", "\r\n\r\n", "\u2028", "\x0b", " \n "])
@pytest.mark.parametrize("form", STRIPS)
def test_any_line_ends_or_none_are_the_same(form: Format, end: str) -> None:
    lines = STRIPS[form]
    assert lines_in(end.join(lines) + end) == (form, "".join(lines))


@pytest.mark.parametrize("form", STRIPS)
def test_what_cameras_make_of_the_characters_is_put_back(form: Format) -> None:
    whole = "".join(STRIPS[form])
    text = "\n".join(STRIPS[form])
    full = {at: at + 0xFEE0 for at in range(0x21, 0x7F)}
    for seen in (text.lower(), text.translate(full), text.replace("<<", "«"), text.replace("<", "‹"), " ".join(text)):
        assert lines_in(seen) == (form, whole)


def test_fillers_that_a_line_of_names_has_lost_are_put_back() -> None:
    for lines, names in ((td3(), 0), (td2(), 0), (td1(), 2)):
        cut = [line.rstrip("<") if at == names else line for at, line in enumerate(lines)]
        assert lines_in("\n".join(cut)) == lines_in("\n".join(lines))


def test_a_chip_has_names_behind_the_line_of_a_chinese_card() -> None:
    assert lines_in(chinese_card() + "SAMPLE<<PERSON".ljust(60, "<")) == (Format.CHINESE_CARD, chinese_card())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A042",
        "P<",
        "https://hall.invalid/t/KPT1:00000000000000000000000000",
        "P" * 44,
        "<" * 88,
        "A letter of thirty words, and one < sign in it",
        "\x00" * 90,
        "P<" + "\u0660" * 86,
    ],
)
def test_other_text_is_not_meant(text: str) -> None:
    assert lines_in(text) is NoLines.NOT_MEANT


def test_lines_that_are_cut_off_or_unclear_are_told() -> None:
    first, second = td3()
    assert lines_in(first) is NoLines.INCOMPLETE
    assert lines_in(f"{first}\n{second[:-1]}") is NoLines.INCOMPLETE
    assert lines_in(f"{first}\n{second}".replace("0", "?", 1)) is NoLines.UNREADABLE
    assert lines_in(f"{first}\n{second}\n{second}") is NoLines.INCOMPLETE
    assert lines_in(f"{first}\x00\n{second}") is NoLines.UNREADABLE


@given(st.text(st.sampled_from("PVIAC<<<0O1I\n\r é«\0"), max_size=600))
def test_any_text_gives_a_format_of_its_very_length_or_says_why_not(text: str) -> None:
    found = lines_in(text)
    if not isinstance(found, NoLines):
        lengths = {Format.TD1: 90, Format.TD2: 72, Format.TD3: 88, Format.CHINESE_CARD: 30}
        assert len(found[1]) == lengths[found[0]]
