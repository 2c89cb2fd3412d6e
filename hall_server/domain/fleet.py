"""How a kiosk is, from its heartbeats: condition, a timeline in slots of five minutes, when its paper ends. Pure."""

from __future__ import annotations

from enum import StrEnum
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple, Protocol

import msgspec

from hall_server.contract.fleet import Heartbeat, Trouble

if TYPE_CHECKING:
    from collections.abc import Sequence

SECOND = 1_000_000
SLOT_US = 300 * SECOND
HOUR_US = 3_600 * SECOND
KEPT_US = 3 * 24 * HOUR_US
PAPER_LOW, DISK_LOW_MB, CLOCK_OFF_S, OUTBOX_WAITS = 50, 500, 60, 50
_SURE = 1.28  # standard deviations: eight in ten
_LEAST_SLIPS = 5  # before that many nothing can be said


class Condition(StrEnum):
    """How a kiosk is, the worst last."""

    WELL = "well"  # 正常
    WATCH = "watch"  # 要照看
    AWAY = "away"  # 连不上


_ORDER = tuple(Condition)


class Slot(msgspec.Struct, frozen=True):
    """Five minutes of a kiosk: the worst of them, and what stood at their end. `at` UTC microseconds."""

    kiosk: str
    at: int
    condition: Condition
    paper: int | None = None
    version: str = ""


class PaperEnd(NamedTuple):
    """Between these two moments the roll ends, in eight cases of ten; UTC microseconds."""

    early: int
    late: int


def troubles_of(beat: Heartbeat) -> tuple[Trouble, ...]:
    """What is to be looked after, the gravest first."""
    paper, disk = beat.paper_left, beat.disk_free_mb
    found = {
        Trouble.UPDATE_FAILED: beat.update_failed is not None,
        Trouble.PAPER_OUT: paper == 0,
        Trouble.BOX_FAULT: any(not box.ready for box in beat.boxes),
        Trouble.DISK_LOW: disk is not None and disk < DISK_LOW_MB,
        Trouble.PAPER_LOW: paper is not None and 0 < paper < PAPER_LOW,
        Trouble.CLOCK_OFF: abs(beat.clock_off_s) > CLOCK_OFF_S,
        Trouble.OUTBOX_WAITS: beat.outbox_pending > OUTBOX_WAITS,
        Trouble.PAUSED: beat.paused,
    }
    return tuple(one for one in Trouble if found[one])


def worse(one: Condition, other: Condition) -> Condition:
    """The worse of two."""
    return max(one, other, key=_ORDER.index)


def slot_at(at: int) -> int:
    """When the slot of a moment began."""
    return at - at % SLOT_US


def into(slots: Sequence[Slot], new: Slot) -> list[Slot]:
    """A timeline with one look more: the newest slot is the one that grows."""
    if slots and slots[-1].at == new.at:
        return [*slots[:-1], msgspec.structs.replace(new, condition=worse(slots[-1].condition, new.condition))]
    return [*slots, new]


def paper_end(slots: Sequence[Slot], left: int | None, now: int) -> PaperEnd | None:
    """When the roll ends, at the pace since it was put in, four hours back at most; None while nobody can tell."""
    if left is None:
        return None
    known = [(one.at, one.paper) for one in slots if one.paper is not None and now - one.at <= 4 * HOUR_US]
    used, since, after = 0, now, left
    for at, paper in reversed(known):
        if paper < after:  # before this a new roll was put in
            break
        used, since, after = used + paper - after, at, paper
    hours = (now - since) / HOUR_US
    if used < _LEAST_SLIPS or hours <= 0:
        return None
    rate, spread = used / hours, _SURE * sqrt(used) / hours
    slowest = max(rate - spread, rate / 4)
    return PaperEnd(now + round(left / (rate + spread) * HOUR_US), now + round(left / slowest * HOUR_US))


class HealthReader(Protocol):
    """The committed timelines."""

    def health_slots(self, since: int) -> list[Slot]:
        """All from a moment on, by kiosk and time."""


class HealthRows(Protocol):
    """Timelines inside a transaction."""

    def put_health_slots(self, slots: Sequence[Slot]) -> None:
        """Keep them, new or changed."""

    def forget_health_slots(self, before: int) -> None:
        """Those that began before a moment."""
