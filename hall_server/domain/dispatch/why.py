"""From a choice to its reason: which part of the rule decided, and because of what each earlier comer was passed over.

Judges nothing: the choice is made when it comes here.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from hall_server.contract.vocabulary import Why
from hall_server.domain.dispatch.reason import Passed, Reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hall_server.domain.dispatch.credits import Tariff
    from hall_server.domain.dispatch.values import CounterMemory, Waiting

_CREDITS = (Why.BOOKED_CREDIT, Why.STATUTORY_PRIORITY, Why.AFFINITY)  # in the order of `Credits`


class Turn(Enum):
    """Which sentence of the rule made the choice."""

    LONGEST_WAIT = auto()
    WALK_IN = auto()
    SCORE = auto()


_BY_ITSELF = {Turn.LONGEST_WAIT: Why.LONGEST_WAIT_CAP, Turn.WALK_IN: Why.WALK_IN_TURN}


def explain(called: Waiting, turn: Turn, mine: Sequence[Waiting], tariff: Tariff, memory: CounterMemory) -> Reason:
    """Why `called`, out of `mine`: all tickets that the counter may call."""
    not_later = [one for one in mine if one.since <= called.since]  # the cheap question first, for long lines
    earlier = sorted((one for one in not_later if one.arrival < called.arrival), key=lambda one: one.arrival)
    causes = [_cause(called, one, turn, tariff) for one in earlier]
    own = tariff.credits(called)
    return Reason(
        why=_why(called, turn, len(mine), causes),
        waited=tariff.waited_min(called),
        waiting=len(mine),
        booked=own.booked,
        priority=own.priority,
        affinity=own.affinity,
        run=memory.booked_run if turn is Turn.WALK_IN else 0,
        passed=tuple(
            Passed(cause, tuple(one.label for one, why in zip(earlier, causes, strict=True) if why is cause))
            for cause in dict.fromkeys(causes)
        ),
    )


def _why(called: Waiting, turn: Turn, waiting: int, causes: Sequence[Why]) -> Why:
    if waiting == 1:
        return Why.ONLY_ONE_WAITING
    if turn in _BY_ITSELF:
        return _BY_ITSELF[turn]
    return causes[0] if causes else _first_come(called)


def _first_come(called: Waiting) -> Why:
    """Nobody was passed over; say what else is special, for somebody in the room may have thought otherwise."""
    if called.returned:
        return Why.RETURNED
    if called.directed_to is not None:
        return Why.DIRECTED
    return Why.ACCESSIBLE_ONLY_HERE if called.needs else Why.EARLIEST_TAKEN


def _cause(called: Waiting, passed: Waiting, turn: Turn, tariff: Tariff) -> Why:
    """What `called` has before `passed`, who came earlier: the credit in which it is furthest ahead, or the turn."""
    ahead = [mine - theirs for mine, theirs in zip(tariff.credits(called), tariff.credits(passed), strict=True)]
    if turn is Turn.WALK_IN and tariff.counted_arrival(passed) < tariff.counted_arrival(called):
        return Why.WALK_IN_TURN
    return _CREDITS[ahead.index(max(ahead))]
