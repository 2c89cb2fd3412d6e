"""What staff do about a number at this machine (UI-K24), as values: how far they are, what is asked, what comes back.

The hall has one rule for each: who may be cancelled, what it costs others when somebody goes first. Pure.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from hall_server.contract.priority import PriorityReason
from kiosk.session.journey import Errand, JourneyEvent
from kiosk.values import Value

if TYPE_CHECKING:
    from hall_server.contract.priority import AssistedTicket

REASONS = tuple(reason for reason in PriorityReason if reason is not PriorityReason.SENT_ON)  # that one is a counter's
LABEL_MOST = 6  # digits of a number


class LookStep(StrEnum):
    """What the pages about a number say. Permanent."""

    TYPING = "typing"
    FINDING = "finding"
    NOT_FOUND = "not_found"
    AWAY = "away"  # the hall does not answer
    SHOWN = "shown"
    SURE = "sure"  # 真的取消？
    DOING = "doing"
    CANCELLED = "cancelled"
    FIRST = "first"  # it goes first now
    NOT_DONE = "not_done"  # the hall did not say yes


class NumberLook(Value, frozen=True):
    """How far. `found`: more than one where digits alone were typed, `place` says which; `job`: what is awaited."""

    step: LookStep = LookStep.TYPING
    typed: str = ""
    job: str = ""
    found: tuple[AssistedTicket, ...] = ()
    place: int = 0
    reason: PriorityReason | None = None

    @property
    def shown(self) -> AssistedTicket | None:
        """The number that is looked at."""
        return self.found[self.place] if self.found else None


class FindNumbers(Errand, frozen=True):
    """Which numbers of today are meant → NumbersFound. `of`: digits, or the ticket whose slip was shown."""

    job: str
    of: str


class NumbersFound(JourneyEvent, frozen=True):
    """The hall's answer; `away`: there was none."""

    job: str
    found: tuple[AssistedTicket, ...] = ()
    away: bool = False


class CancelForThem(Errand, frozen=True):
    """取消号 under `job` as the idempotency key, and write it down → NumberChanged."""

    job: str
    ticket_id: str


class PutFirst(Errand, frozen=True):
    """请优先 under `job` as the idempotency key, and write it down → NumberChanged."""

    job: str
    ticket_id: str
    reason: PriorityReason


class NumberChanged(JourneyEvent, frozen=True):
    """CANCELLED, FIRST or NOT_DONE."""

    job: str
    step: LookStep
