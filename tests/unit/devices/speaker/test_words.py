import re

import pytest

from devices.speaker.words import cardinal, spoken
from devices.values.speaker import Language

MANDARIN, ENGLISH = Language.MANDARIN, Language.ENGLISH


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "零"),
        (2, "二"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (100, "一百"),
        (105, "一百零五"),
        (110, "一百一十"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (2026, "二千零二十六"),
        (9999, "九千九百九十九"),
    ],
)
def test_numbers_are_read_as_people_read_them(number, said):
    assert cardinal(number) == said


@pytest.mark.parametrize("number", [-1, 10_000])
def test_numbers_beyond_the_table_are_an_error(number):
    with pytest.raises(ValueError, match="9999"):
        cardinal(number)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("请A001号到3号窗口", "请 A 零零一号到三号窗口"),
        ("请AC1001号到12号窗口", "请 A C 一零零一号到十二号窗口"),
        ("a036", "A 零三六"),
        ("还有2位", "还有两位"),
        ("还有12位", "还有十二位"),
        ("第2位", "第二位"),
        ("2号窗口", "二号窗口"),
        ("14:05", "十四点零五分"),
        ("2：00", "两点整"),
        ("9:30开始", "九点三十分开始"),
        ("12345热线", "一二三四五热线"),
        ("007", "零零七"),
        ("2026年", "二零二六年"),
        ("A０３６", "A 零三六"),
        ("二〇二六", "二零二六"),
        ("a\x00b[[h]]<say>{x}", "a b h say x"),
        ("", ""),
    ],
)
def test_chinese_is_spelled_out(text, said):
    assert spoken(text, MANDARIN) == said
    assert spoken(text, Language.CANTONESE) == said


def test_the_hall_may_have_yao_for_one_where_digits_are_read_one_by_one():
    assert spoken("请A011号到1号窗口", MANDARIN, yao=True) == "请 A 零幺幺号到一号窗口"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Number A036, counter 12", "Number A zero three six, counter 12"),
        ("at 14:05", "at 14:05"),
        ("call12345", "call one two three four five"),
        ("AC1001", "A C one zero zero one"),
        ("call 12345", "call one two three four five"),
    ],
)
def test_english_labels_are_spelled_and_short_numbers_are_left_to_the_engine(text, said):
    assert spoken(text, ENGLISH) == said


def test_no_digit_reaches_a_chinese_engine():
    for code in range(0x110000):
        if chr(code).isdecimal():
            assert not re.search(r"\d", spoken(f"第{chr(code)}号{chr(code) * 3}", MANDARIN))
