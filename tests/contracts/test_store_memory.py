"""What the writer of a file remembers is what stands in the file: after other writers, refusals and whole days."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind, Move, PrintAnswer, TicketState
from hall_server.domain.hall_state import CounterSession
from hall_server.domain.life import apply, born, decide
from hall_server.domain.numbering import NumberRow
from hall_server.domain.site import Limits
from hall_server.domain.ticket import Actor, Birth, Step, Ticket, TicketEvent
from hall_server.store.create import create_hall
from hall_server.store.sqlite_store import FILE_NAME, SqliteStore

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hall_server.domain.seams import Transaction

HALL, DAY, QUEUES = "one-hall", "2026-01-02", ("A", "B")
CLERK, KIOSK = Actor(ActorKind.CLERK, "c1"), Actor(ActorKind.KIOSK, "K1")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    create_hall(tmp_path, HALL, "life-1", 1)
    return tmp_path


@pytest.fixture
def store(folder: Path) -> Iterator[SqliteStore]:
    with closing(SqliteStore(folder / FILE_NAME, HALL)) as made:
        yield made


def take(tx: Transaction, name: str, queue: str) -> Ticket:
    row = tx.number_row(queue, DAY) or NumberRow(tx.highest_number(queue, DAY) + 1, 601)
    tx.put_number_row(queue, DAY, NumberRow(row.online_next + 1, row.lease_next))
    birth = Birth(row.online_next, "i1")
    label = f"{queue}{row.online_next:03d}"
    event = TicketEvent(
        at=1, business_day=DAY, move=Move.TAKE, ticket=name, label=label, queue=queue, state=TicketState.RESERVED,
        actor_kind=KIOSK.kind, actor=KIOSK.id, birth=birth,
    )  # fmt: skip
    return tx.remember(event, lambda numbered: born(numbered, birth))


def step(tx: Transaction, ticket: Ticket, wished: Step, by: Actor) -> Ticket:
    event = decide(ticket, wished, 10**12, by, Limits())
    return ticket if event is None else tx.remember(event, lambda numbered: apply(ticket, numbered))


def seen(tx: Transaction) -> Any:
    """Everything that a transaction may answer from memory."""
    names = [f"t{number}" for number in range(60)]
    tickets = [tx.ticket(name) for name in names]
    return (
        tickets,
        tx.callable_tickets(QUEUES, DAY),
        tx.missed_tickets(QUEUES, DAY),
        [tx.ahead(one) for one in tickets if one is not None],
        [tx.at_counter(no) for no in (1, 2, 3)],
        [tx.session(no) for no in (1, 2, 3)],
        [tx.session_of(name) for name in ("c1", "c2")],
        [tx.calls_made(queue, DAY) for queue in QUEUES],
        [tx.booked_run(no, DAY) for no in (1, 2, 3)],
        [tx.number_row(queue, DAY) for queue in QUEUES],
        tx.rebirths(),
        tx.newest_event(),
    )


def something(tx: Transaction, chance: random.Random, number: int) -> None:
    """One command of a random day."""
    take(tx, f"t{number}", chance.choice(QUEUES))
    known = [tx.ticket(f"t{chance.randrange(number + 1)}") for _ in range(3)]
    for ticket in known:
        wished = chance.choice(
            [Step(Move.CONFIRM_PRINT, answer=chance.choice(list(PrintAnswer)))]
            + [Step(move, counter=chance.choice([1, 2, 3])) for move in (Move.CALL, Move.SERVE, Move.NO_SHOW)]
            + [Step(Move.COMPLETE), Step(Move.RETURN), Step(Move.TRANSFER, queue=chance.choice(QUEUES))]
        )
        try:
            taken = wished.move is Move.CALL and wished.counter and tx.at_counter(wished.counter)
            if ticket is not None and not taken:
                step(tx, tx.ticket(ticket.id) or ticket, wished, CLERK if wished.answer is None else KIOSK)
        except HallProblem:
            continue
    counter, queue = chance.choice([1, 2, 3]), chance.choice(QUEUES)
    tx.put_calls_made(queue, DAY, tx.calls_made(queue, DAY) + 1)
    tx.put_booked_run(counter, DAY, tx.booked_run(counter, DAY) + 1)
    tx.put_session(CounterSession(counter, f"s{number}", 1))
    if chance.random() < 0.3:
        raise HallProblem(ProblemCode.NOBODY_WAITING)


@pytest.mark.parametrize("seed", range(8))
def test_a_day_from_memory_is_the_day_in_the_file(store: SqliteStore, folder: Path, seed: int) -> None:
    chance = random.Random(seed)
    number = 0
    while number < 60:
        works = []
        for _ in range(chance.choice([1, 1, 4])):
            works.append(lambda tx, number=number: something(tx, chance, number))
            number += 1
            if chance.random() < 0.5:
                works.append(seen)
        store.run_many(works)
        remembered = store.run(seen)
        with closing(SqliteStore(folder / FILE_NAME, HALL)) as fresh:
            assert remembered == fresh.run(seen)


def test_what_another_writer_did_is_seen(store: SqliteStore, folder: Path) -> None:
    store.run(lambda tx: take(tx, "t1", "A"))
    store.run(seen)
    with closing(SqliteStore(folder / FILE_NAME, HALL)) as other:
        other.run(lambda tx: take(tx, "t2", "A"))
        other.run(lambda tx: tx.put_calls_made("A", DAY, 7))
        other.run(lambda tx: tx.put_session(CounterSession(1, "c1", 1)))
        other.run(lambda tx: step(tx, take(tx, "t3", "A"), Step(Move.CONFIRM_PRINT, answer=PrintAnswer.PAPER), KIOSK))
        theirs = other.run(seen)
    assert store.run(seen) == theirs
    assert store.run(lambda tx: take(tx, "t4", "A")).label == "A004"


def test_nothing_is_remembered_of_a_commit_that_failed(store: SqliteStore, folder: Path) -> None:
    store.run(lambda tx: take(tx, "t1", "A"))
    with closing(sqlite3.connect(folder / FILE_NAME)) as db:
        db.execute("CREATE TRIGGER full BEFORE INSERT ON ticket BEGIN SELECT RAISE(ABORT, 'full'); END")
    with pytest.raises(sqlite3.IntegrityError):
        store.run(lambda tx: take(tx, "t2", "A"))
    with closing(sqlite3.connect(folder / FILE_NAME)) as db:
        db.execute("DROP TRIGGER full")
    assert store.run(lambda tx: take(tx, "t3", "A")).label == "A002"


def test_whoever_asks_again_is_answered_as_the_first_time(store: SqliteStore) -> None:
    def once(tx: Transaction, name: str) -> str:
        kept = tx.answered(name)
        if kept is not None:
            return kept.body.decode()
        label = "a ticket already" if tx.is_ticket(name) else take(tx, name, "A").label
        tx.keep_answer(name, b"f", 200, label.encode(), 1)
        return label

    assert store.run(lambda tx: once(tx, "t1")) == "A001"
    works = [lambda tx, name=name: once(tx, name) for name in ("t2", "t1", "t3", "t2")]
    outcomes, changes = store.run_many(works)
    assert [outcome.value for outcome in outcomes] == ["A002", "A001", "A003", "A002"]
    assert [change.ticket.label for change in changes] == ["A002", "A003"]
    store.run(lambda tx: tx.forget_answers(2))
    assert store.run(lambda tx: once(tx, "t1")) == "a ticket already"
    assert store.run(lambda tx: once(tx, "t4")) == "A004"
