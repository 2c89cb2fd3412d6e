"""Numbers that were given without the hall, judged when they come in: whose they are, which day, since when they wait.

Pure. A printed slip is somebody's place: whatever can be right is taken in, and only what certainly is not is refused.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from hall_server.contract.problems import ProblemCode
from hall_server.contract.vocabulary import Origin
from hall_server.domain.numbering import EMERGENCY, SERIES, label_of, series

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hall_server.contract.offline import OfflineTake
    from hall_server.domain.lease import KioskIdentity, Lease
    from hall_server.domain.numbering import Rebirth
    from hall_server.domain.site import QueueRule


class Outbox(msgspec.Struct, frozen=True):
    """What the hall has of a kiosk's rows in one of its lives: up to which, and since when the last one waits."""

    acked: int = 0
    since: int = 0


class Refused(NamedTuple):
    """A row that was refused for good."""

    seq: int
    ticket: str
    code: ProblemCode


def waits_since(age_us: int | None, at: int, day_began_at: int, contact_before: int, row_before: int) -> int:
    """Since when (UTC microseconds) the visitor of a row that came in at `at` waits.

    By its age, where there is one; else since the last contact before the boot, behind the row before it. Never before
    its day nor in the future: a wrong age moves nobody before everybody.
    """
    since = max(contact_before, row_before) if age_us is None else at - age_us
    return min(max(since, day_began_at), at)


def day_of(told: str, came_on: str, today: str) -> str:
    """The business day of an emergency number whose kiosk was told one day last, and whose visitor came on another.

    A kiosk without the hall does not see the day roll over: what it gave afterwards belongs to the day on which the
    visitor came. Leased numbers have the day of their block.
    """
    return min(max(told, came_on), today)


def judge(
    row: OfflineTake, kiosk: KioskIdentity, queue: QueueRule, lease: Lease | None, rebirths: Sequence[Rebirth]
) -> ProblemCode | None:
    """What is wrong with a number, whoever else may hold it; None when it is this kiosk's to give.

    `lease` is the block that the number lies in on its day, whoever's. A hall that was ever reborn may have forgotten
    numbers of any day, for nobody knows by which clock they were given: whoever comes with one is right.
    """
    if not _is_day(row.business_day):
        return ProblemCode.BAD_REQUEST
    if row.label not in (label_of(row.letter, row.number), label_of(row.letter, row.number, queue.width)):
        return ProblemCode.BAD_REQUEST
    if not row.letter.startswith(queue.letter):
        return ProblemCode.NUMBER_NOT_GRANTED
    behind = row.letter[len(queue.letter) :]
    fits = _emergency(behind, kiosk, rebirths) if row.origin is Origin.EMERGENCY else False
    if row.origin is Origin.LEASE:
        mine = lease is not None and (lease.kiosk, lease.epoch, lease.queue) == (kiosk.kiosk, row.epoch, queue.id)
        fits = mine or _forgotten(behind, row, rebirths)
    if row.origin is Origin.ONLINE:
        fits = _forgotten(behind, row, rebirths)
    return None if fits else ProblemCode.NUMBER_NOT_GRANTED


def _is_day(words: str) -> bool:
    try:
        return date.fromisoformat(words).isoformat() == words
    except ValueError:  # 2026-02-30
        return False


def _emergency(behind: str, kiosk: KioskIdentity, rebirths: Sequence[Rebirth]) -> bool:
    """Its own letter; or one that it had, if the hall may have forgotten which."""
    if behind and behind == kiosk.emergency_letter:
        return True
    return bool(rebirths) and behind != "" and behind[0] in EMERGENCY


def _forgotten(behind: str, row: OfflineTake, rebirths: Sequence[Rebirth]) -> bool:
    """Of a life that is over, or of one of another server: what the present life gives it knows itself."""
    if not rebirths or (behind and behind[0] not in SERIES):
        return False
    return not behind or behind != series(row.business_day, rebirths)
