"""From what the store keeps to what travels to the hall, and back. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.offline import AskLease, LeaseGrant, OfflineAct, OfflineAnswer, OfflineTake, Outbox
from hall_server.contract.vocabulary import PrintAnswer
from kiosk.local_store import Lease

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hall_server.contract.messages import HallNow
    from kiosk.local_store.machine import Machine
    from kiosk.local_store.outbox import OutboxRow, Told


def batch(rows: Sequence[OutboxRow], machine: Machine, incarnation: str, epoch: int) -> Outbox:
    """Rows as the hall takes them; each bears how long ago it happened, if that was in this boot."""
    return Outbox(
        boot_id=machine.boot_id,
        fingerprint=machine.fingerprint,
        incarnation=incarnation,
        rows=tuple(_row(row, machine) for row in rows),
        epoch=epoch,
    )


def ask_lease(kiosk: str, queue: str, machine: Machine, now: HallNow, letter: str = "") -> AskLease:
    """The request for a block of one queue; `letter` is the emergency letter that the hall gave before."""
    return AskLease(
        kiosk=kiosk,
        boot_id=machine.boot_id,
        fingerprint=machine.fingerprint,
        incarnation=now.incarnation,
        seen_n=now.n,
        queue=queue,
        emergency_letter=letter,
    )


def lease_of(grant: LeaseGrant) -> Lease:
    """A block as the store keeps it."""
    return Lease(
        queue=grant.queue,
        epoch=grant.epoch,
        incarnation=grant.incarnation,
        business_day=grant.business_day,
        letter=grant.letter,
        first=grant.first,
        last=grant.last,
        expires_at=grant.expires_at,
        width=grant.width,
    )


def _row(row: OutboxRow, machine: Machine) -> OfflineTake | OfflineAnswer | OfflineAct:
    told, number = row.told, row.told.number
    age_us = _age_us(told, machine)
    if told.act is not None:
        return OfflineAct(seq=row.seq, id=told.ticket_id, act=told.act, age_us=age_us)
    if number is None:
        return OfflineAnswer(
            seq=row.seq, ticket=told.ticket_id, answer=told.answer or PrintAnswer.CANNOT_TELL, age_us=age_us
        )
    return OfflineTake(
        seq=row.seq,
        ticket=number.ticket_id,
        label=number.label,
        number=number.number,
        letter=number.letter,
        queue=number.queue,
        business_day=number.business_day,
        origin=number.origin,
        order=number.order,
        epoch=number.epoch,
        age_us=age_us,
        answer=told.answer,
        catalogue=number.catalogue,
    )


def _age_us(told: Told, machine: Machine) -> int | None:
    if told.boot_id != machine.boot_id:
        return None
    return max(0, machine.boottime_us() - told.boottime_us)
