"""What visitors are told: one sentence in two languages for each reason, and never a number."""

from __future__ import annotations

import re

import pytest

from hall_server.contract.identity import words
from hall_server.contract.identity.assurance import Assurance, Lack
from hall_server.contract.identity.identity import Missing
from hall_server.contract.identity.words import Caution, Reason

TABLES = [
    (words.REASONS, Reason),
    (words.CAUTIONS, Caution),
    (words.LACKS, Lack),
    (words.MISSINGS, Missing),
    (words.LEVELS, Assurance),
]
SENTENCES = [sentence for table, _ in TABLES[:-1] for sentence in table.values()]


@pytest.mark.parametrize(("table", "codes"), TABLES)
def test_every_code_has_its_sentence(table: dict[object, object], codes: type) -> None:
    assert set(table) == set(codes)
    assert len(set(table.values())) == len(table)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_is_whole_in_both_languages(sentence: words.Sentence) -> None:
    assert sentence.zh.endswith("。")
    assert sentence.en.endswith(".")
    assert re.search(r"[一-鿿]", sentence.zh)
    assert sentence.en.isascii()


@pytest.mark.parametrize("reason", Reason)
def test_a_refusal_says_what_to_do_and_blames_nobody(reason: Reason) -> None:
    sentence = words.REASONS[reason]
    assert "请" in sentence.zh
    assert "please" in sentence.en.lower()
    for word in ("错误", "非法", "无效", "invalid", "illegal", "error"):
        assert word not in sentence.zh + sentence.en.lower()


@pytest.mark.parametrize("lack", Lack)
def test_there_is_always_the_counter(lack: Lack) -> None:
    assert "窗口" in words.LACKS[lack].zh
    assert "counter" in words.LACKS[lack].en


def test_the_codes_stay() -> None:
    assert " ".join(Reason) == (
        "wrong_check_digit wrong_length unknown_form birth_impossible birth_in_future old_fifteen state_needed "
        "strip_unreadable strip_incomplete strip_of_visa not_taken_here"
    )
    assert " ".join(Caution) == (
        "number_not_checked code_fails_check registrar_unknown lookalike_read birth_not_read expiry_not_read "
        "optional_not_checked composite_not_checked expired card_preferred"
    )
