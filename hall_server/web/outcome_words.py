"""The ends of a service on the clerk's numeric keypad: which key, which words (definitions.md 18).

Knows no tickets; the default outcome of an item is the hall's business.
"""

from __future__ import annotations

import msgspec

from hall_server.contract.vocabulary import Outcome


class OutcomeKey(msgspec.Struct, frozen=True):
    """One key of the picker."""

    outcome: Outcome
    key: str
    title: str
    note: str


OUTCOME_KEYS: tuple[OutcomeKey, ...] = (
    OutcomeKey(Outcome.CONSULTED, "7", "咨询", "只问了问题"),
    OutcomeKey(Outcome.COLLECTED, "8", "领证出件", "取走了证照"),
    OutcomeKey(Outcome.TRANSFERRED_UNSOLVED, "9", "转“办不成事”", "带情况到专窗"),
    OutcomeKey(Outcome.LEFT, "+", "没办就走了", "人中途离开"),
    OutcomeKey(Outcome.RECEIVED, "4", "收件", "先收下，再看"),
    OutcomeKey(Outcome.TOLERANT_ACCEPTED, "5", "容缺受理", "次要材料后补"),
    OutcomeKey(Outcome.REFUSED_WITH_REASON, "6", "不予受理", "当面说清为什么"),
    OutcomeKey(Outcome.DONE_AT_ONCE, "1", "即办办结", "当场办好"),
    OutcomeKey(Outcome.ACCEPTED, "2", "受理", "按期限出结果"),
    OutcomeKey(Outcome.SUPPLEMENT_NOTICE, "3", "一次性告知", "缺材料，一次说清"),
    OutcomeKey(Outcome.LEFT_UNPREPARED, "0", "没带齐，本人先回去", "不算不予受理，不影响下次"),
)
_BY_OUTCOME = {key.outcome: key for key in OUTCOME_KEYS}


def outcome_key(outcome: Outcome) -> OutcomeKey:
    """The key of an outcome."""
    return _BY_OUTCOME[outcome]
