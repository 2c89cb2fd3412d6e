"""The ends of a service on the clerk's numeric keypad: which key, which words (definitions.md 18).

Knows no tickets; the default outcome of an item is the hall's business.
"""

from __future__ import annotations

import msgspec

from hall_server.contract.counters import OUTCOME_ON_KEY
from hall_server.contract.vocabulary import Outcome


class OutcomeKey(msgspec.Struct, frozen=True):
    """One key of the picker."""

    outcome: Outcome
    key: str
    title: str
    note: str


_KEY_OF = {outcome: key for key, outcome in OUTCOME_ON_KEY.items()}


def _key(outcome: Outcome, title: str, note: str) -> OutcomeKey:
    return OutcomeKey(outcome, _KEY_OF[outcome], title, note)


OUTCOME_KEYS: tuple[OutcomeKey, ...] = (
    _key(Outcome.CONSULTED, "咨询", "只问了问题"),
    _key(Outcome.COLLECTED, "领证出件", "取走了证照"),
    _key(Outcome.TRANSFERRED_UNSOLVED, "转“办不成事”", "带情况到专窗"),
    _key(Outcome.LEFT, "没办就走了", "人中途离开"),
    _key(Outcome.RECEIVED, "收件", "先收下，再看"),
    _key(Outcome.TOLERANT_ACCEPTED, "容缺受理", "次要材料后补"),
    _key(Outcome.REFUSED_WITH_REASON, "不予受理", "当面说清为什么"),
    _key(Outcome.DONE_AT_ONCE, "即办办结", "当场办好"),
    _key(Outcome.ACCEPTED, "受理", "按期限出结果"),
    _key(Outcome.SUPPLEMENT_NOTICE, "一次性告知", "缺材料，一次说清"),
    _key(Outcome.LEFT_UNPREPARED, "没带齐，本人先回去", "不算不予受理，不影响下次"),
)
_BY_OUTCOME = {key.outcome: key for key in OUTCOME_KEYS}


def outcome_key(outcome: Outcome) -> OutcomeKey:
    """The key of an outcome."""
    return _BY_OUTCOME[outcome]
