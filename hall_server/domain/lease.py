"""Numbers that the hall lends to kiosks (definitions.md 3-5): who may have them, which block, until when, whose letter.

Knows no store and no clock. A kiosk is an identity on one piece of hardware; every boot of it is an epoch.
"""

from __future__ import annotations

import hashlib
from datetime import date, timedelta
from enum import Enum
from itertools import chain, product
from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.offline import BLOCK
from hall_server.domain.business_day import day_began
from hall_server.domain.numbering import ALPHABET, EMERGENCY, NumberRow

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import tzinfo

CLONED = "cloned"  # why a kiosk is under quarantine
RELEASED = ""  # the fingerprint of an identity that the next machine which speaks may have: a technician said so
_LETTERS = tuple(chain(EMERGENCY, ("".join(pair) for pair in product(EMERGENCY, ALPHABET))))


class KioskIdentity(msgspec.Struct, frozen=True):
    """A kiosk as the hall knows it. Times are UTC microseconds.

    `contact_before` is when it was heard last before its present boot: what it did in between has no age.
    """

    kiosk: str
    fingerprint: str
    epoch: int
    boot_id: str
    emergency_letter: str
    seen_n: int
    seen_at: int
    contact_before: int = 0
    quarantined: str = ""  # why; empty = not


class Lease(msgspec.Struct, frozen=True):
    """A block that was granted: `first` … `last` behind `letter` on a business day, to one epoch of a kiosk."""

    business_day: str
    letter: str
    first: int
    last: int
    queue: str
    kiosk: str
    epoch: int
    boot_id: str
    granted_at: int
    expires_at: int
    dropped: bool = False  # a later boot spoke: what was left of it is given to nobody


class Meeting(Enum):
    """Who speaks, compared with who spoke before under the same name."""

    STRANGER = "stranger"  # the first word of this kiosk
    SAME_BOOT = "same_boot"
    NEW_BOOT = "new_boot"
    OLD_BOOT = "old_boot"  # a boot that is over: a copy of this machine, or a very late word
    OTHER_HARDWARE = "other_hardware"


def meet(
    known: KioskIdentity | None, fingerprint: str, boot_id: str, *, epoch: int = 0, earlier_boot: bool = False
) -> Meeting:
    """Who this is.

    `epoch` is the one that the kiosk names, 0 for none; `earlier_boot`: a lease of an older epoch has this boot id.
    """
    if known is None:
        return Meeting.STRANGER
    if known.fingerprint not in {RELEASED, fingerprint}:
        return Meeting.OTHER_HARDWARE
    if known.boot_id == boot_id:
        return Meeting.SAME_BOOT
    return Meeting.OLD_BOOT if earlier_boot or 0 < epoch < known.epoch else Meeting.NEW_BOOT


def grant(row: NumberRow, size: int = BLOCK) -> tuple[int, int, NumberRow]:
    """First and last number of the next block, and the row behind it."""
    first, last = row.lease_next, row.lease_next + size - 1
    return first, last, NumberRow(online_next=row.online_next, lease_next=last + 1)


def day_ends(day: str, zone: tzinfo, rolls_at_min: int) -> int:
    """When (UTC microseconds) the numbers of a business day are over."""
    following = (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    return day_began(following, zone, rolls_at_min)


def emergency_letter(kiosk: str, taken: Collection[str], had: str = "") -> str:
    """The letter of a kiosk's own series: the one it `had`, if nobody else took it; "" when all are taken.

    Where the search begins follows from the name, so that a hall that forgot its kiosks finds the same letter again.
    """
    if had in _LETTERS and had not in taken:
        return had
    singles = len(EMERGENCY)
    start = hashlib.sha256(kiosk.encode()).digest()[0] % singles
    order = (*_LETTERS[start:singles], *_LETTERS[:start], *_LETTERS[singles:])
    return next((letter for letter in order if letter not in taken), "")
