"""How a kiosk stands with its hall, read from its store while it runs or after it died. Changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from kiosk.local_store.facts import SECOND, Facts
from kiosk.local_store.file import StoreFile, owner_runs
from kiosk.local_store.machine import this_machine
from kiosk.local_store.numbers import Numbers, Standing
from kiosk.local_store.outbox import Outbox

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.local_store.machine import Machine


class Status(msgspec.Struct, frozen=True):
    """What a technician asks first. Holds labels of nobody and nothing of a person."""

    running: bool
    incarnation: str  # the life of the hall that was heard last; "" = never heard
    seen_n: int
    business_day: str
    last_contact_s: int | None  # seconds ago; None = before the machine was started
    clock_off_s: float | None  # this machine's clock against the hall's at the last contact
    clock_right: bool | None  # within a minute of the hall's; None = not known since the start
    leases: dict[str, int]  # numbers left, by queue
    epoch: int
    emergency_letter: str  # "" = none, or another machine's
    outbox_pending: int
    outbox_highest: int
    refused: dict[str, str]  # what the hall set aside: problem code by ticket id
    untold: int  # answers about the hall's own numbers that it has not heard
    quarantine: str  # "" or the hall's code


def status(path: Path, machine: Machine | None = None) -> Status:
    """Look into a store. Raises LocalStoreError when there is none, or one of another version."""
    here = machine or this_machine()
    file = StoreFile(path, look_only=True)
    try:
        return _status(file, here, running=owner_runs(path))
    finally:
        file.close()


def _status(file: StoreFile, machine: Machine, *, running: bool) -> Status:
    facts, numbers, outbox = Facts(file, machine), Numbers(file, machine), Outbox(file)
    contact, reason = facts.contact(), facts.quarantined()
    hall_us = None if contact is None else contact.hall_us(machine)
    now = None if contact is None else contact.now
    standing = None if now is None else Standing(now.incarnation, now.business_day, hall_us)
    (untold,) = file.rows("SELECT count(*) AS rows FROM journal WHERE origin = 'online' AND answer <> '' AND told = 0")
    return Status(
        running=running,
        incarnation=now.incarnation if now else "",
        seen_n=now.n if now else 0,
        business_day=now.business_day if now else "",
        last_contact_s=None if hall_us is None or now is None else (hall_us - now.at) // SECOND,
        clock_off_s=None if contact is None else round((contact.wall_us - contact.now.at) / SECOND, 1),
        clock_right=None if hall_us is None or contact is None else contact.clock_is_right(machine),
        leases={} if standing is None or reason is not None else numbers.left(standing),
        epoch=facts.epoch(),
        emergency_letter=facts.emergency_letter(),
        outbox_pending=outbox.pending(),
        outbox_highest=outbox.highest(),
        refused=outbox.refused(),
        untold=int(untold["rows"]),
        quarantine=reason.code if reason else "",
    )
