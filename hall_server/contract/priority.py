"""请优先 by hand: why somebody goes first, from a fixed list, and what stands about it in the book (CL-A6, CL-G4)."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from hall_server.contract.messages import Command, TicketView

KIND = "priority"
"""Entries of the book of records; `about` is the ticket."""
BACK_KIND = "priority_taken_back"
"""Entries about the same: it was a mistake."""
BACK_WITHIN_S = 600
"""So long a priority given by hand can be taken back, and only while its ticket waits."""


class PriorityReason(StrEnum):
    """Why, as staff see it. Permanent; never on a screen or in an event, only in the book."""

    ELDER = "elder"
    DISABLED = "disabled"
    PREGNANT = "pregnant"
    WITH_CHILD = "with_child"
    SOLDIER = "soldier"
    UNWELL = "unwell"
    SENT_ON = "sent_on"  # 转来的: a counter sent them on and asked that they need not wait long again


class GivePriority(Command, frozen=True):
    """请优先. Without a reason nothing is done."""

    reason: PriorityReason


class PriorityRecord(msgspec.Struct, frozen=True):
    """What was decided, knowing what: so many others wait longer, by about so many seconds each."""

    reason: PriorityReason
    others: int
    each_s: int


class TakePriorityBack(Command, frozen=True):
    """收回: a slip of the finger, or somebody else was meant."""


class PriorityTakenBack(msgspec.Struct, frozen=True):
    """What was taken back: whose deed it was, and after how many seconds."""

    given_by: str
    after_s: int


class PriorityCost(msgspec.Struct, frozen=True):
    """What it does: the place in line before and after it, how many others wait longer, by about how much each."""

    place: int
    new_place: int
    others: int
    each_s: int


class AssistedTicket(msgspec.Struct, frozen=True):
    """A number that staff look at. `cost`: what 请优先 would do; None: it does not wait, or goes first already."""

    ticket: TicketView
    may_cancel: bool
    cost: PriorityCost | None = None
