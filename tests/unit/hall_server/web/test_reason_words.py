"""Why a box is not well, in words: every code of the devices has a sentence here, and no other (CL-E14)."""

from __future__ import annotations

import pytest

from devices.values.advice import ADVICE
from hall_server.web.reason_words import REASON_WORDS, reason_words


def test_the_table_holds_the_devices_codes_whole() -> None:
    assert set(REASON_WORDS) == set(ADVICE)


@pytest.mark.parametrize("code", sorted(ADVICE))
def test_each_sentence_is_short_chinese_and_shows_no_code(code: str) -> None:
    words = reason_words(code)
    assert 4 <= len(words) <= 40
    assert any("一" <= sign <= "鿿" for sign in words)
    assert code not in words
    assert words[-1] not in "。，"


def test_a_code_of_a_newer_kiosk_is_shown_to_be_told_on_and_none_is_no_sentence() -> None:
    assert reason_words("haunted") == "原因不明（haunted），请记下来，找技术员"
    assert reason_words("") == ""
