"""Findings in words, for the person who writes a site file."""

from __future__ import annotations

from hall_server.commands.finding_words import PLACES, WORDS, place, sentence
from hall_server.domain.findings import Finding, FindingCode, Severity
from tests.house_rules.sources import ROOT

DETAIL = {
    "at": "q1",
    "days": "1-5",
    "from": "12:00",
    "until": "14:00",
    "level": "district",
    "field": "codes.basic",
    "code": "1",
    "usual": "0.4",
}


def test_every_finding_has_words_and_a_line_in_the_docs() -> None:
    text = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
    assert set(WORDS) == set(PLACES) == set(FindingCode)
    for code in FindingCode:
        said = sentence(Finding(code, Severity.FAULT, "CL-C13", "H", DETAIL))
        assert "H" in said
        assert "{" not in said
        key, expected = place(Finding(code, Severity.FAULT, "CL-C13", "H", DETAIL))
        assert key
        assert expected
        assert "{" not in key + expected
        assert f"| `{code}` |" in text, f"docs/commands.md lacks {code}"


def test_a_sentence_names_queue_and_times() -> None:
    said = sentence(Finding(FindingCode.QUEUE_PAUSES, Severity.WARNING, "CL-C13", "H", DETAIL))
    assert said.startswith("queue H: all its counters are closed from 12:00 until 14:00 on weekdays 1-5")
