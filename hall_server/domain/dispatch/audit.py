"""After the day: who was overtaken (definitions.md 16)? For tests, simulations and reports; pure.

Judges calls by the definition alone and knows nothing of the formula, so that it can judge any rule.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hall_server.domain.dispatch.values import class_of, may_call

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hall_server.domain.dispatch.values import CallingCounter, Waiting


class Call(NamedTuple):
    """One call as it was made: by whom, when (UTC microseconds), and everybody who waited, the called one included."""

    at: int
    counter: CallingCounter
    called: str  # the ticket's id
    waiting: tuple[Waiting, ...]


class Overtake(NamedTuple):
    """`called` came after `passed`, of the same queue and class, and was called before it."""

    at: int
    counter: int
    called: Waiting
    passed: Waiting


def overtakes(history: Iterable[Call]) -> tuple[Overtake, ...]:
    """All overtakes of these calls.

    Returned and accessible-only tickets are none; held ones do not wait. A call of nobody who waited is skipped.
    """
    return tuple(found for call in history for found in _of(call))


def _of(call: Call) -> list[Overtake]:
    called = next((ticket for ticket in call.waiting if ticket.id == call.called), None)
    if called is None or _exempt(called):
        return []
    kind = (called.queue, class_of(called, call.at))
    return [
        Overtake(call.at, call.counter.no, called, other)
        for other in call.waiting
        if other.arrival < called.arrival
        and (other.queue, class_of(other, call.at)) == kind
        and not _exempt(other)
        and may_call(call.counter, other)
    ]


def _exempt(ticket: Waiting) -> bool:
    return ticket.returned or bool(ticket.needs)
