"""The page about the next-ticket rule is what the program does: its reasons, numbers and settings stand there."""

from hall_server.contract.vocabulary import Why
from hall_server.domain.dispatch import DispatchRules
from tests.house_rules.sources import ROOT

PAGE = (ROOT / "docs/next-ticket.md").read_text(encoding="utf-8")


def test_every_reason_is_told():
    for why in Why:
        assert f"| `{why.value}` |" in PAGE, f"docs/next-ticket.md lacks {why.value}"


def test_the_halls_defaults_are_told():
    rules = DispatchRules()
    assert f"等满 {rules.longest_wait_min} 分钟" in PAGE
    assert f"waited {rules.longest_wait_min} minutes" in PAGE
    assert f"预约 {rules.booked_credit_min} 分 + 按规定优先 {rules.priority_credit_min} 分" in PAGE
    assert f"连叫 {rules.booked_in_a_row} 位预约的" in PAGE
    assert f"{rules.booked_credit_min} for a booking + {rules.priority_credit_min} for priority by law" in PAGE
    assert rules.affinity_min == ()


def test_every_setting_is_told():
    told = PAGE + (ROOT / "docs/settings.md").read_text(encoding="utf-8")
    for field in (
        "booked_credit_min",
        "priority_credit_min",
        "longest_wait_min",
        "affinity_min",
        "booking_priority_ratio",
    ):
        assert told.count(f"`{field}`") >= 2, field
