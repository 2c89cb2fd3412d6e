from __future__ import annotations

import re

import pytest

from hall_server.contract.vocabulary import Why
from hall_server.domain.dispatch import Reason, sentence_en, sentence_zh

TELLING = "老|残|孕|军|婴|轮椅|无障碍|elder|disab|pregnan|veteran|wheel|access"


def full(why: Why) -> Reason:
    return Reason(why, waited=63, waiting=6, booked=15, priority=12, affinity=5, run=3)


@pytest.mark.parametrize("why", Why)
def test_every_reason_has_one_sentence_in_each_language(why: Why) -> None:
    chinese, english = sentence_zh(full(why)), sentence_en(full(why))
    assert re.search("[一-鿿]", chinese)
    assert "。" not in chinese
    assert re.fullmatch(r"[A-Z][^.{}]+\.", english)
    assert "{" not in chinese


@pytest.mark.parametrize("why", Why)
def test_no_sentence_tells_what_a_person_is(why: Why) -> None:
    """CL-G4."""
    assert not re.search(TELLING, sentence_zh(full(why)) + sentence_en(full(why)))


@pytest.mark.parametrize("why", Why)
def test_a_reason_without_its_number_tells_no_zero(why: Why) -> None:
    bare = Reason(why)
    assert not re.search(r"\d", sentence_zh(bare) + sentence_en(bare))


def test_the_sentences_carry_their_numbers() -> None:
    assert sentence_zh(full(Why.EARLIEST_TAKEN)) == "这个窗口能办的 6 位里，来得最早"
    assert sentence_zh(full(Why.BOOKED_CREDIT)) == "预约的时间到了，按规定算早来 15 分钟，轮到这一位"
    assert sentence_en(full(Why.STATUTORY_PRIORITY)) == "Priority by law counts like coming 12 minutes earlier."
    assert sentence_zh(Reason(Why.EARLIEST_TAKEN)) == "来得最早"
