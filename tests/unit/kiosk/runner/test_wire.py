"""What travels to the hall about numbers given without it."""

from __future__ import annotations

import msgspec

from hall_server.contract.messages import TakeTicket
from hall_server.contract.offline import AskLease, LeaseGrant, OfflineAnswer, OfflineTake, Outbox
from hall_server.contract.vocabulary import Origin, PrintAnswer
from kiosk.local_store.machine import Machine
from kiosk.local_store.numbers import GivenNumber
from kiosk.local_store.outbox import OutboxRow, Told
from kiosk.runner import wire
from tests.unit.kiosk.session.visits import HALL, ID

BOOT, LIFE = "11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"
MACHINE = Machine(BOOT, "a" * 64, lambda: 90_000_000, lambda: 0)
NUMBER = GivenNumber(
    ticket_id=ID,
    label="E601",
    number=601,
    letter="E",
    queue="E",
    business_day="2026-10-16",
    origin=Origin.LEASE,
    order=TakeTicket(item="i05"),
    boot_id=BOOT,
    boottime_us=30_000_000,
    epoch=3,
    catalogue="7",
)


def sent(told: Told) -> OfflineTake | OfflineAnswer:
    """One row, after a journey over the wire."""
    body = wire.batch([OutboxRow(4, told)], MACHINE, LIFE, 3)
    (row,) = msgspec.json.decode(msgspec.json.encode(body), type=Outbox).rows
    assert isinstance(row, OfflineTake | OfflineAnswer)
    return row


def test_a_number_travels_with_all_that_the_hall_must_learn_of_it() -> None:
    row = sent(Told(ID, PrintAnswer.PAPER, BOOT, 30_000_000, NUMBER))
    assert isinstance(row, OfflineTake)
    assert (row.seq, row.ticket, row.label, row.number, row.letter, row.epoch) == (4, ID, "E601", 601, "E", 3)
    assert (row.answer, row.age_us, row.catalogue) == (PrintAnswer.PAPER, 60_000_000, "7")


def test_an_answer_that_came_later_travels_alone() -> None:
    row = sent(Told(ID, PrintAnswer.SCREEN, BOOT, 80_000_000))
    assert isinstance(row, OfflineAnswer)
    assert (row.answer, row.age_us) == (PrintAnswer.SCREEN, 10_000_000)


def test_nobody_knows_how_old_something_of_another_boot_is() -> None:
    assert sent(Told(ID, None, LIFE, 30_000_000, NUMBER)).age_us is None
    assert sent(Told(ID, None, BOOT, 99_000_000, NUMBER)).age_us == 0


def test_a_lease_is_asked_for_by_the_whole_machine() -> None:
    asked = wire.ask_lease("K1", "E", MACHINE, msgspec.structs.replace(HALL, incarnation=LIFE, n=12), "R")
    assert msgspec.json.decode(msgspec.json.encode(asked), type=AskLease) == asked
    assert (asked.boot_id, asked.fingerprint, asked.seen_n, asked.emergency_letter) == (BOOT, "a" * 64, 12, "R")


def test_a_granted_block_is_kept_as_it_was_said() -> None:
    grant = LeaseGrant(3, "2026-10-16", LIFE, "E", "EC", 601, 650, expires_at=99, width=4)
    lease = wire.lease_of(grant)
    assert (lease.letter, lease.first, lease.last, lease.expires_at, lease.width) == ("EC", 601, 650, 99, 4)
    assert (lease.epoch, lease.incarnation, lease.business_day, lease.queue) == (3, LIFE, "2026-10-16", "E")
