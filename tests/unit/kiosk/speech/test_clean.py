"""Words as they are written and as they are said."""

import pytest

from kiosk.session.modes import Language
from kiosk.speech.clean import bare, clauses, clean

ZH, HK, EN = Language.ZH_CN, Language.ZH_HK, Language.EN


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("陈*明，您好", "陈，您好"),
        ("李*", "李"),
        ("欧阳**", "欧阳"),
        ("S* J*，您好", "您好"),
        ("证件尾号 0018", ""),
        ("手机 138****5678，收得到短信", "收得到短信"),
        ("号码 4401…18", ""),
        ("•••••• •••••••• 0018", ""),
        ("440102199001011234", ""),
        ("4401 0219 9001 0112 34", ""),
    ],
)
def test_a_loudspeaker_says_the_surname_and_nothing_of_a_number(written, said):
    assert clean(written, ZH) == said


@pytest.mark.parametrize(
    ("written", "language", "said"),
    [
        ("证件尾号 0018", ZH, "证件尾号 0 0 1 8"),
        ("4401…18", ZH, "尾号 1 8"),
        ("•••••• •••••••• 0018", ZH, "尾号 0 0 1 8"),
        ("138****5678", HK, "尾號 5 6 7 8"),
        ("Document ends in 001X", EN, "Document ends in 0 0 1 X"),
        ("440102199001011234", ZH, ""),
        ("13800138000", ZH, ""),
        ("陈*明", ZH, "陈"),
    ],
)
def test_headphones_hear_the_tail_of_a_number_and_never_more(written, language, said):
    assert clean(written, language, private=True) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("居民身份证换领(有效期满)", "居民身份证换领，有效期满"),
        ("对了就按「取号」", "对了就按取号"),
        ("港澳通行证 ✓", "港澳通行证 可以用"),
        ("到 10:00 为止 · 二楼 A 区", "到 10:00 为止，二楼 A 区"),
        ("约 10–18 分钟", "约 10 到 18 分钟"),
        ("香港，+852", "香港，加 852"),
        ("送到 42%", "送到 百分之 42"),
        ("有事请打 020-12345", "有事请打 020，12345"),
        ("-", "横线"),
        ("不操作的话，30 秒后回到首页，\n您的信息会清除。", "不操作的话，30 秒后回到首页，您的信息会清除"),
        ("您的号码 E042", "您的号码 E042"),
        ("，，", ""),
        ("", ""),
    ],
)
def test_points_are_pauses_and_bands_are_words(written, said):
    assert clean(written, ZH) == said


@pytest.mark.parametrize(("language", "said"), [(HK, "約 10 至 18 分鐘"), (EN, "約 10 to 18 分鐘")])
def test_a_band_is_said_in_its_own_language(language, said):
    assert clean("約 10–18 分鐘", language) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Waiting time 10–18 min", "Waiting time 10 to 18 minutes"),
        ("About 1 min away", "About 1 minute away"),
        ("Done, ends in 8 s", "Done, ends in 8 seconds"),
        ("Locker, 120 m, about 2.1 km", "Locker, 120 metres, about 2.1 kilometres"),
        ("Counter 3 is open", "Counter 3 is open"),
    ],
)
def test_short_units_are_whole_words_for_english_ears(written, said):
    assert clean(written, EN) == said


def test_what_is_only_the_same_in_latin_letters_is_not_said_in_chinese():
    assert clean("排队到窗口办理，Take a number", ZH) == "排队到窗口办理"
    assert clean("Still there? Touch the red button to continue.", ZH) == ""
    assert clean("搜拼音首字母：社保卡 打SBK", ZH) == "搜拼音首字母：社保卡 打SBK"
    assert clean("Take a number，窗口", EN) == "Take a number, 窗口"


def test_decimals_and_times_are_not_cut_at_their_points():
    assert clean("At 9:30, 2.5 km away.", EN) == "At 9:30, 2.5 kilometres away"


def test_clauses_keep_their_points_in_their_own_script():
    assert clauses("请坐.好吗?", ZH) == ["请坐。", "好吗？"]
    assert clauses("Sit down。Now！", EN) == ["Sit down.", "Now!"]


def test_the_same_words_are_the_same_whatever_their_points():
    assert bare("常 办，") == bare("常办")
