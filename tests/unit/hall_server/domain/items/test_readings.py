"""CL-H14 Readings: a token for each character, whatever comes; polyphones as people say them."""

import pytest

from hall_server.domain.items.readings import NONE, forget_tables, initials, pinyin


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("社保卡", "she bao ka"),
        ("长寿保健金", "chang shou bao jian jin"),
        ("长者", "zhang zhe"),
        ("银行卡重办", "yin hang ka chong ban"),
        ("重要", "zhong yao"),
        ("参保", "can bao"),
        ("调档", "diao dang"),
        ("会计", "kuai ji"),
        ("绿卡", "lv ka"),
        ("唔见咗", "wu jian zuo"),
        ("A4纸", "a 4 zhi"),
    ],
)
def test_a_phrase_decides_how_a_character_is_read(words: str, read: str) -> None:
    assert pinyin(words) == read


@pytest.mark.parametrize("words", ["居民身份证换领(有效期满)", "是shi", "a b", "🙂办", "\ue000字", "İ", "", "𠀀"])
def test_there_is_a_token_for_each_character_whatever_comes(words: str) -> None:
    assert len(initials(words)) == len(words)
    assert not words or len(pinyin(words).split(" ")) == len(words)


def test_what_has_no_reading_leaves_its_place() -> None:
    assert initials("(卡)") == f"{NONE}k{NONE}"


def test_a_word_is_read_the_same_after_the_tables_were_forgotten() -> None:
    before = pinyin("残疾人证新办")
    forget_tables()
    forget_tables()
    pinyin.cache_clear()
    assert pinyin("残疾人证新办") == before
