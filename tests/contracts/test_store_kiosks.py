"""What every store must do for kiosks that give numbers out themselves, whichever database is under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from hall_server.contract.messages import VisitorMask
from hall_server.contract.problems import ProblemCode
from hall_server.contract.vocabulary import ActorKind, Move, Origin, PrintAnswer, TicketState
from hall_server.domain.hall_state import Moved
from hall_server.domain.lease import KioskIdentity, Lease
from hall_server.domain.life import apply, born, decide
from hall_server.domain.offline import Outbox, Refused
from hall_server.domain.seams import Planned
from hall_server.domain.site import Limits
from hall_server.domain.ticket import Actor, Birth, Step, Ticket, TicketEvent
from tests.contracts.test_store import AT, DAY, Stored, stored, taking

if TYPE_CHECKING:
    from hall_server.domain.seams import Transaction

__all__ = ["stored"]  # the fixture: SQLite and PostgreSQL, proven whole at the end

K1 = KioskIdentity("K1", "f" * 64, 1, "boot-1", "N", 5, AT)
BLOCK = Lease(DAY, "A", 601, 650, "A", "K1", 1, "boot-1", AT, AT + 1)
LIFE = "life-1"


def planned(number: int, answer: PrintAnswer | None = None) -> list[Planned]:
    """A number that a kiosk gave, and what became of its slip."""
    birth = Birth(number=number, item="i1", origin=Origin.LEASE, since=AT - number)
    event = TicketEvent(
        at=AT, business_day=DAY, move=Move.TAKE, ticket=f"o-{number}", label=f"A{number:03}", queue="A",
        state=TicketState.RESERVED, actor_kind=ActorKind.KIOSK, actor="K1", birth=birth,
    )  # fmt: skip
    ticket = born(event, birth, VisitorMask("ab" * 16))
    moves = [Planned(event, ticket)]
    if answer is not None:
        moves.append(answered(ticket, answer))
    return moves


def answered(ticket: Ticket, answer: PrintAnswer) -> Planned:
    said = decide(ticket, Step(Move.CONFIRM_PRINT, answer=answer), AT, Actor(ActorKind.KIOSK, "K1"), Limits())
    assert said is not None
    return Planned(said, apply(ticket, said))


def test_a_kiosk_is_kept_and_changed(stored: Stored) -> None:
    assert stored.run(lambda tx: tx.kiosk("K1")) is None
    stored.run(lambda tx: tx.put_kiosk(K1))
    changed = msgspec.structs.replace(K1, epoch=2, boot_id="boot-2", contact_before=AT, quarantined="cloned")
    stored.run(lambda tx: tx.put_kiosk(msgspec.structs.replace(K1, kiosk="K0", emergency_letter="P")))
    stored.run(lambda tx: tx.put_kiosk(changed))
    assert stored.run(lambda tx: tx.kiosk("K1")) == changed
    assert [one.kiosk for one in stored.run(lambda tx: tx.kiosks())] == ["K0", "K1"]
    assert [one.kiosk for one in stored.reader.kiosks()] == ["K0", "K1"]


def test_blocks_are_kept_in_order_and_dropped_by_epoch(stored: Stored) -> None:
    later = msgspec.structs.replace(BLOCK, first=651, last=700, epoch=2, boot_id="boot-2")
    for lease in (later, BLOCK, msgspec.structs.replace(BLOCK, letter="AC")):
        stored.run(lambda tx, lease=lease: tx.add_lease(lease))
    stored.run(lambda tx: tx.drop_leases("K1", 2))
    stored.run(lambda tx: tx.drop_leases("K2", 9))
    found = stored.run(lambda tx: tx.leases(DAY, "A"))
    assert found == [msgspec.structs.replace(BLOCK, dropped=True), later]
    assert stored.run(lambda tx: tx.leases("2026-01-03", "A")) == []


def test_an_earlier_boot_is_known_by_its_blocks(stored: Stored) -> None:
    stored.run(lambda tx: tx.add_lease(BLOCK))
    asked = [("K1", "boot-1", 2), ("K1", "boot-1", 1), ("K1", "boot-2", 2), ("K2", "boot-1", 2)]
    assert [stored.run(lambda tx, one=one: tx.was_earlier_boot(*one)) for one in asked] == [True, False, False, False]


def test_one_block_is_granted_once(stored: Stored) -> None:
    stored.run(lambda tx: tx.add_lease(BLOCK))
    with pytest.raises(Exception, match=r"(?i)unique|duplicate"):
        stored.run(lambda tx: tx.add_lease(msgspec.structs.replace(BLOCK, kiosk="K2")))


def test_what_an_outbox_has_is_kept_for_each_life(stored: Stored) -> None:
    assert stored.run(lambda tx: tx.outbox("K1", LIFE)) is None
    stored.run(lambda tx: tx.put_outbox("K1", LIFE, Outbox(3, AT)))
    stored.run(lambda tx: tx.put_outbox("K1", LIFE, Outbox(5, AT + 1)))
    stored.run(lambda tx: tx.put_outbox("K1", "life-2", Outbox(1, AT)))
    assert stored.run(lambda tx: tx.outbox("K1", LIFE)) == Outbox(5, AT + 1)
    assert stored.run(lambda tx: tx.outbox("K2", LIFE)) is None


def test_a_refused_row_is_remembered(stored: Stored) -> None:
    rows = [Refused(2, "t-2", ProblemCode.NUMBER_TAKEN), Refused(4, "t-4", ProblemCode.ITEM_UNKNOWN)]
    stored.run(lambda tx: tx.add_refused_rows("K1", LIFE, rows))
    assert stored.run(lambda tx: tx.refused_row("K1", LIFE, 4)) == rows[1]
    assert stored.run(lambda tx: tx.refused_row("K1", LIFE, 3)) is None


def test_many_moves_at_once_are_what_they_would_be_one_by_one(stored: Stored) -> None:
    online = stored.run(taking(1))
    moves = [
        *planned(601, PrintAnswer.PAPER),
        answered(online, PrintAnswer.SCREEN),
        *planned(602),
        *planned(603, PrintAnswer.VOID),
    ]
    stored.run(lambda tx: tx.remember_many(moves))
    tickets = {ticket.label: ticket for ticket in stored.reader.tickets()}
    assert {label: ticket.state.value for label, ticket in tickets.items()} == {
        "A001": "waiting", "A601": "waiting", "A602": "reserved", "A603": "void",
    }  # fmt: skip
    assert [(ticket.place, ticket.n) for ticket in tickets.values()] == [(1, 4), (2, 3), (5, 5), (6, 7)]
    assert tickets["A601"].visitor == VisitorMask("ab" * 16)
    assert [event.n for event in stored.reader.events(0, 99)] == list(range(1, 8))


def test_many_moves_are_told_one_by_one(stored: Stored) -> None:
    told: list[tuple[int, TicketState]] = []

    def work(tx: Transaction) -> None:
        tx.remember_many(planned(601, PrintAnswer.PAPER))
        told.extend((one.event.n, one.ticket.state) for one in tx.changes if isinstance(one, Moved))

    stored.run(work)
    assert told == [(1, TicketState.RESERVED), (2, TicketState.WAITING)]


def test_many_moves_are_undone_together(stored: Stored) -> None:
    def work(tx: Transaction) -> None:
        tx.remember_many(planned(601))
        tx.undo()
        tx.remember_many(planned(602))

    stored.run(work)
    assert [ticket.label for ticket in stored.reader.tickets()] == ["A602"]
    assert stored.reader.head() == 1


def test_many_ids_and_labels_are_looked_up_together(stored: Stored) -> None:
    for number in (1, 60, 120):
        stored.run(taking(number))
    ids = [f"A-{number}" for number in range(130)]
    labels = [f"A{number:03}" for number in range(130)]
    assert stored.run(lambda tx: tx.known(ids)) == {"A-1", "A-60", "A-120"}
    assert stored.run(lambda tx: tx.held(labels, DAY)) == {"A001", "A060", "A120"}
    assert stored.run(lambda tx: tx.held(labels, "2026-01-03")) == set()
    assert stored.run(lambda tx: (tx.known([]), tx.held([], DAY))) == (set(), set())


def test_what_the_same_commit_wrote_is_found(stored: Stored) -> None:
    def work(tx: Transaction) -> tuple[set[str], set[str]]:
        taking(1)(tx)
        return tx.known(["A-1", "A-2"]), tx.held(["A001", "A002"], DAY)

    assert stored.run(work) == ({"A-1"}, {"A001"})
