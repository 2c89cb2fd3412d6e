"""A kiosk that gives numbers out itself, as little of one as the hall's half needs; fixtures and questions too."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec
import pytest

from hall_server.contract.messages import TakeTicket
from hall_server.contract.offline import (
    AskLease,
    LeaseGrant,
    OfflineAnswer,
    OfflineCancel,
    OfflineTake,
    Outbox,
    OutboxAck,
    OutboxRow,
)
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind, Origin, PrintAnswer
from hall_server.domain.ticket import SECOND
from hall_server.flows.caller import Caller
from tests.integration.hall_server.made import MadeHall, fresh

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from hall_server.domain.ticket import Ticket
    from hall_server.flows.hall import Hall


HOUR = 3600


def boot() -> str:
    return str(uuid.uuid4())


@dataclass
class OfflineKiosk:
    """`at` is its CLOCK_BOOTTIME in seconds; rows are kept with the moment and boot in which they were made."""

    name: str = "K1"
    fingerprint: str = "a" * 64
    boot_id: str = field(default_factory=boot)
    at: float = 0
    lease: LeaseGrant | None = None
    next: int = 0
    emergency: str = ""
    emergency_next: int = 1
    day: str = "2026-01-02"
    life: str = ""
    rows: list[tuple[OutboxRow, float, str] | None] = field(default_factory=list)  # None: not in this store any more
    acked: int = 0

    @property
    def caller(self) -> Caller:
        return Caller(ActorKind.KIOSK, self.name)

    def ask(self, hall: Hall, queue: str = "A", key: str = "") -> LeaseGrant:
        order = AskLease(self.name, self.boot_id, self.fingerprint, hall.incarnation, hall.n, queue, self.emergency)
        granted = hall.kiosks.lease(self.caller, key or fresh(), order).result()
        self.lease, self.next, self.life = granted, granted.first, granted.incarnation
        self.emergency, self.day = granted.emergency_letter, granted.business_day
        self.emergency_next = max(self.emergency_next, granted.emergency_next)
        return granted

    def reboot(self) -> None:
        self.boot_id, self.at, self.lease = boot(), 0, None

    def give(self, answer: PrintAnswer | None = PrintAnswer.PAPER, item: str = "i1", **more: object) -> OfflineTake:
        """The next number: leased while there is one, else of the emergency series."""
        if self.lease is not None and self.next <= self.lease.last:
            number, letter, origin, epoch = self.next, self.lease.letter, Origin.LEASE, self.lease.epoch
            self.next += 1
        else:
            number, letter, origin, epoch = self.emergency_next, "A" + self.emergency, Origin.EMERGENCY, 0
            self.emergency_next += 1
        row = OfflineTake(
            len(self.rows) + 1, fresh(), f"{letter}{number:03d}", number, letter, "A", self.day, origin,
            TakeTicket(item), epoch, answer=answer,
        )  # fmt: skip
        row = msgspec.structs.replace(row, **more)
        self.put(row)
        return row

    def put(self, row: OutboxRow) -> OutboxRow:
        row = msgspec.structs.replace(row, seq=len(self.rows) + 1)
        self.rows.append((row, self.at, self.boot_id))
        return row

    def answer(self, ticket: str, answer: PrintAnswer) -> None:
        self.put(OfflineAnswer(1, ticket, answer))

    def cancel(self, ticket: str) -> None:
        self.put(OfflineCancel(1, ticket))

    def aged(self, kept: tuple[OutboxRow, float, str]) -> OutboxRow:
        row, at, boot_id = kept
        age = int((self.at - at) * SECOND) if boot_id == self.boot_id else None
        return msgspec.structs.replace(row, age_us=age)

    def body(self, first: int | None = None, last: int | None = None, **more: object) -> Outbox:
        first = self.acked + 1 if first is None else first
        rows = tuple(self.aged(kept) for kept in self.rows[first - 1 : last] if kept is not None)
        epoch = self.lease.epoch if self.lease else 0
        made = Outbox(self.boot_id, self.fingerprint, self.life, rows[:1000], epoch)
        return msgspec.structs.replace(made, **more)

    def deliver(self, hall: Hall, body: Outbox | None = None, key: str = "") -> OutboxAck:
        ack = hall.kiosks.outbox(self.caller, key or fresh(), self.name, body or self.body()).result()
        self.acked = max(self.acked, ack.acked)
        return ack

    def begin_life(self, life: str) -> None:
        """The hall is another one: everything kept is offered again."""
        self.life, self.acked, self.lease = life, 0, None
        kept, self.rows = [one for one in self.rows if one is not None], []
        for row, at, boot_id in kept:
            self.rows.append((msgspec.structs.replace(row, seq=len(self.rows) + 1), at, boot_id))


@pytest.fixture
def made(tmp_path: Path) -> Iterator[MadeHall]:
    hall = MadeHall(tmp_path)
    yield hall
    hall.close()


@pytest.fixture
def kiosk(made: MadeHall) -> OfflineKiosk:
    one = OfflineKiosk(life=made.hall.incarnation)
    one.ask(made.hall)
    return one


def refused(call: Callable[[], object]) -> ProblemCode:
    with pytest.raises(HallProblem) as caught:
        call()
    return caught.value.code


def labels(made: MadeHall) -> list[str]:
    return [ticket.label for ticket in made.reader.tickets()]


def stored(made: MadeHall, ticket_id: str) -> Ticket:
    found = made.reader.ticket(ticket_id)
    assert found is not None
    return found


def pass_time(made: MadeHall, kiosk: OfflineKiosk, seconds: float) -> None:
    made.clock.forward(seconds)
    kiosk.at += seconds
