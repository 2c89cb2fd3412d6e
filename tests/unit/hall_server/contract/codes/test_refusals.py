"""Every refusal has its own plain sentence in both languages, and says what to do."""

from __future__ import annotations

import pytest

from hall_server.contract.codes.refusals import WORDS, Refusal, Remedy

COLD_ZH = ("无效", "非法", "错误", "失败", "伪造", "签名", "密钥", "验签")
COLD_EN = ("invalid", "illegal", "error", "key", "signature", "forged")


def test_every_refusal_has_words_of_its_own() -> None:
    assert set(WORDS) == set(Refusal)
    assert len({words.zh for words in WORDS.values()}) == len({words.en for words in WORDS.values()}) == len(Refusal)


@pytest.mark.parametrize("refusal", Refusal)
def test_the_words_are_short_kind_and_say_what_to_do(refusal: Refusal) -> None:
    words = WORDS[refusal]
    assert len(words.zh) <= 40
    assert len(words.en) <= 120
    assert "请" in words.zh
    assert "lease" in words.en
    assert words.zh.endswith("。")
    assert words.en.endswith(".")
    assert not [cold for cold in COLD_ZH if cold in words.zh]
    assert not [cold for cold in COLD_EN if cold in words.en.lower().split()]
    if words.remedy is Remedy.REFRESH:
        assert "刷新二维码" in words.zh
        assert "refresh" in words.en


def test_a_code_that_ran_out_says_to_refresh_it() -> None:
    assert "请刷新二维码" in WORDS[Refusal.EXPIRED].zh
