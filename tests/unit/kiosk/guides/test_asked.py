"""CL-H14 What people say is brought into one form, on both sides alike."""

from __future__ import annotations

import pytest

from kiosk.guides.asked import LONGEST, core, folded


@pytest.mark.parametrize(
    ("said", "same"),
    [
        ("唔见咗身份证", "丢了身份证"),
        ("攞失业金", "领失业金"),
        ("點樣換社保卡", "怎么换社保卡"),
        ("我想问一下怎么办理居住证？", "居住证"),
        ("睇病", "看病"),
        ("社会保障卡", "社保卡"),
        ("ＡＢＣ 卡", "abc卡"),
        ("企业变更", "公司变更"),
    ],
)
def test_two_ways_of_saying_are_one(said: str, same: str) -> None:
    assert core(said) == core(same)


def test_filler_alone_is_nothing() -> None:
    assert core("请问我想办理怎么办") == ""


def test_only_so_much_is_looked_at() -> None:
    assert len(folded("居" * 10_000)) == LONGEST


@pytest.mark.parametrize("odd", ["", "\x00", "\ud800", "，。", "\u202e证", "ﷺ" * 100])
def test_no_text_is_too_odd(odd: str) -> None:
    assert isinstance(core(odd), str)
