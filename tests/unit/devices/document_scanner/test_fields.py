"""Answers beside or below their labels, and what a recogniser must not be believed."""

import pytest

from devices.document_scanner.fields import TextLine, answers_in
from devices.document_scanner.reader import lines_in
from devices.values.document_scanner import FormField

NAME = FormField("name", ("姓名", "申请人"))
PHONE = FormField("phone", ("联系电话", "电话"))
FIELDS = (NAME, PHONE)


def line(text, *, left=0, top=0, wide=100, confidence=0.9):
    return TextLine(text, left, top, left + wide, top + 20, confidence)


def read(*lines, fields=FIELDS):
    return {answer.key: answer.text for answer in answers_in(lines, fields)}


def test_an_answer_stands_in_the_label_s_own_line():
    assert read(line("姓　名：样本甲"), line("联系电话 020-00000000", top=40)) == {
        "name": "样本甲",
        "phone": "020-00000000",
    }


def test_an_answer_stands_beside_or_below_its_label():
    assert read(line("姓名"), line("样本甲", left=130), line("样本乙", left=400)) == {"name": "样本甲"}
    assert read(line("姓名", wide=60), line("样本甲", top=26, wide=80)) == {"name": "样本甲"}


def test_an_empty_field_is_not_filled_with_the_next_label():
    assert read(line("姓名"), line("联系电话", left=130), line("13800000000", left=260)) == {"phone": "13800000000"}


def test_a_longer_label_is_not_taken_for_a_shorter_one_with_an_answer():
    fields = (FormField("phone", ("电话",)), FormField("place", ("电话地址",)))
    assert read(line("电话地址"), line("示例路", left=130), fields=fields) == {"place": "示例路"}


def test_what_is_far_away_or_in_another_row_is_no_answer():
    assert read(line("姓名"), line("样本甲", left=900)) == {}
    assert read(line("姓名"), line("样本甲", left=130, top=60)) == {}


def test_an_answer_is_as_sure_as_the_less_sure_of_its_two_parts():
    [answer] = answers_in([line("姓名"), line("样本甲", left=130, confidence=0.4)], FIELDS)
    assert answer.confidence == 0.4
    assert "样本甲" not in repr(answer)


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"lines": None},
        {"lines": [{}]},
        {"lines": [{"text": 5, "box": [0, 0, 1, 1], "confidence": 1}]},
        {"lines": [{"text": "x", "box": [0, 0, 1], "confidence": 1}]},
        {"lines": [{"text": "x", "box": [5, 0, 1, 1], "confidence": 1}]},
        {"lines": [{"text": "x", "box": [0, 0, 1, 1], "confidence": 7}]},
        {"lines": [{"text": "x", "box": [0, 0, 1, float("nan")], "confidence": 1}]},
    ],
)
def test_lines_that_are_none_are_refused(said):
    with pytest.raises((KeyError, TypeError, ValueError)):
        lines_in(said)
