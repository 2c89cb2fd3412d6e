"""The shapes about a visit with several items: what to bring, where to go, who can help instead (CL-A7, A9, D9, H4).

Views may grow. Nothing of the person is in them.
"""

from __future__ import annotations

import msgspec

from hall_server.contract.items import ReferralReason


class MaterialNeed(msgspec.Struct, frozen=True):
    """One thing to bring, told once. `for_items`: whom it is for, "用于3项"; `tolerable` only when it is to all."""

    id: str
    name: str
    tolerable: bool
    licence: str = ""  # electronic licence type that stands for it with each of the items
    for_items: tuple[str, ...] = ()


class Referral(msgspec.Struct, frozen=True):
    """Why this hall cannot take an applicant for an item, and the nearest venue that can; "" = none that it knows.

    `help_queue`: where a person answers, open to everybody.
    """

    item: str
    reason: ReferralReason
    venue: str = ""
    name: str = ""
    address: str = ""
    phone: str = ""
    hours: str = ""
    help_queue: str = ""


class ReachAnswer(msgspec.Struct, frozen=True):
    """May this hall take an applicant? With `queue` it does; else `referral` says who does."""

    item: str
    taken: bool
    queue: str = ""
    cross_region: bool = False
    referral: Referral | None = None


class VisitFound(msgspec.Struct, frozen=True):
    """Everything that one id finds (CL-H4), in the order of coming."""

    correlation: str
    tickets: tuple[str, ...]
    bookings: tuple[str, ...]
