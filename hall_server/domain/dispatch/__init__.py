"""The next-ticket rule: whom a counter calls next, and why. Pure; the formula stands in `rule`, for people in docs/."""

from hall_server.domain.dispatch.audit import Call, Overtake, overtakes
from hall_server.domain.dispatch.reason import BY_HAND, Passed, Reason, for_everybody
from hall_server.domain.dispatch.rule import Next, NextTicketRule, in_order, next_ticket
from hall_server.domain.dispatch.sentences import sentence_en, sentence_zh
from hall_server.domain.dispatch.values import (
    ACCESSIBLE,
    CallingCounter,
    CounterMemory,
    DispatchRules,
    TicketClass,
    Waiting,
    class_of,
    may_call,
)

__all__ = [
    "ACCESSIBLE",
    "BY_HAND",
    "Call",
    "CallingCounter",
    "CounterMemory",
    "DispatchRules",
    "Next",
    "NextTicketRule",
    "Overtake",
    "Passed",
    "Reason",
    "TicketClass",
    "Waiting",
    "class_of",
    "for_everybody",
    "in_order",
    "may_call",
    "next_ticket",
    "overtakes",
    "sentence_en",
    "sentence_zh",
]
