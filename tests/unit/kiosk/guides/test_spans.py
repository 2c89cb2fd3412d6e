"""Which characters are marked: always inside the words, in order, never touching each other."""

from __future__ import annotations

import pytest

from kiosk.guides import spans


@pytest.mark.parametrize(
    ("shown", "asked", "marked"),
    [
        ("社会保障卡挂失补换", "挂失", ((5, 7),)),
        ("社会保障卡挂失补换", "我要挂失补办", ((5, 8),)),
        ("居住证签注", "证", ((2, 3),)),
        ("居住证签注", "火车票", ()),
        ("ABC证", "abc证", ((0, 4),)),
    ],
)
def test_what_name_and_question_share_is_marked(shown: str, asked: str, marked: tuple[spans.Span, ...]) -> None:
    assert spans.of_words(shown, asked) == marked


@pytest.mark.parametrize(
    ("letters", "marked"), [("sbk", ((0, 3),)), ("sk", ((0, 1), (2, 3))), ("gs", ((3, 5),)), ("kx", ())]
)
def test_initials_are_marked_in_a_row_or_one_after_the_other(letters: str, marked: tuple[spans.Span, ...]) -> None:
    assert spans.of_initials("sbkgs", letters) == marked


@pytest.mark.parametrize(
    ("letters", "marked"), [("shebao", ((0, 2),)), ("baok", ((1, 3),)), ("b", ((1, 2),)), ("shx", ())]
)
def test_pinyin_marks_the_characters_that_it_reads(letters: str, marked: tuple[spans.Span, ...]) -> None:
    assert spans.of_pinyin(("she", "bao", "ka"), letters) == marked
