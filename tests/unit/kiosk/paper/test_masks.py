"""Numbers on a page are found in its letters, however they are set; what cannot be trusted is said to be so."""

import pytest

from kiosk.paper.masks import Letter, covered, trusted


def letters(text):
    return [Letter(letter) for letter in text]


def shown(text):
    found = set(covered(letters(text)))
    return "".join("█" if at in found else letter for at, letter in enumerate(text))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("号码 440106195001011238，陈", "号码 ██████████████1238，陈"),
        ("44010619500101123X", "██████████████123X"),
        ("440106500101123", "███████████1123"),
        ("440106 19500101 1238", "██████ ████████ 1238"),
        ("440106-19500101-123x", "██████-████████-123x"),
        ("440106\r\n195001011238", "██████\r\n████████1238"),
        ("４４０１０６１９５００１０１１２３８", "██████████████１２３８"),
        ("6222020000000000123", "███████████████0123"),
        ("回乡证 H1234567890 号", "回乡证 ███████7890 号"),
        ("号码 :;4<?@ABC:;4<?@ABC", "号码 ██████████████@ABC"),
        ("护照 E12345678", "护照 █████5678"),
    ],
)
def test_a_number_is_covered_but_for_its_last_four(text, left):
    assert shown(text) == left


@pytest.mark.parametrize(
    "text", ["电话 13812345678", "2026-10-16 09:42", "编号 20261016-0042", "HALL 12", "", "一二三四"]
)
def test_what_is_no_identity_number_stays(text):
    assert shown(text) == text


def test_letters_can_be_trusted_when_each_is_known():
    assert trusted(letters("证明\r\n 1"))


@pytest.mark.parametrize(
    "page",
    [
        [],
        letters(" \r\n"),
        [Letter("证"), Letter("a", known=False)],
        letters("证\x10"),
        letters("\ue000"),
        letters("\ufffd\x00"),
    ],
    ids=["empty", "blank", "unmapped", "control", "private", "nothing"],
)
def test_letters_are_not_trusted_when_one_is_a_riddle_or_there_is_none(page):
    assert not trusted(page)
