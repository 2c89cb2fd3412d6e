"""One table of sentences for every reason of every recogniser: whole, each its own, kind, and with a way on."""

from __future__ import annotations

import re

import pytest

from hall_server.contract.codes.refusals import WORDS as REFUSALS
from hall_server.contract.codes.refusals import Refusal, Remedy
from hall_server.contract.identity.words import Reason
from kiosk.codes.words import WORDS, AnyReason, CodeReason

ALL: tuple[AnyReason, ...] = (*CodeReason, *Refusal, *Reason)
COLD = (
    "无效",
    "非法",
    "错误",
    "失败",
    "伪造",
    "签名",
    "密钥",
    "异常",
    "invalid",
    "illegal",
    "error",
    "fault",
    "forged",
)


def test_every_reason_of_every_recogniser_has_words_and_none_is_taken_for_another() -> None:
    assert len({reason.value for reason in ALL}) == len(ALL), "two reasons are one word"
    assert set(WORDS) == set(ALL)
    assert len({words.zh for words in WORDS.values()}) == len({words.en for words in WORDS.values()}) == len(ALL)


@pytest.mark.parametrize("reason", ALL)
def test_a_refusal_is_short_and_kind_and_says_what_to_do_in_both_languages(reason: AnyReason) -> None:
    words = WORDS[reason]
    assert re.search(r"请|到窗口", words.zh)
    assert "please" in words.en.lower()
    assert len(words.zh) <= 40
    assert len(words.en) <= 125
    assert words.zh.endswith("。")
    assert words.en.endswith(".")
    assert words.en.isascii()
    assert not [cold for cold in COLD if cold in words.zh + words.en.lower()]
    assert words.remedy in Remedy


def test_the_sentences_of_reference_codes_are_those_of_their_own_home() -> None:
    assert all(WORDS[reason] is words for reason, words in REFUSALS.items())
    assert "请刷新二维码" in WORDS[Refusal.EXPIRED].zh


@pytest.mark.parametrize("reason", [reason for reason in ALL if WORDS[reason].remedy is Remedy.OTHER_WAY])
def test_where_no_code_helps_a_number_is_still_to_be_had(reason: AnyReason) -> None:
    assert re.search(r"直接取号|窗口|证件|签发", WORDS[reason].zh)


def test_the_words_for_machines_stay() -> None:
    assert " ".join(CodeReason) == (
        "empty oversize control_characters not_text unproved unknown_code slip_not_whole booking_not_whole "
        "address_not_listed online_not_here online_away nobody_named slip_unknown slip_not_asked booking_unknown "
        "booking_early booking_over booking_cancelled booking_not_confirmed booking_settled "
        "booking_not_asked booking_refused"
    )
