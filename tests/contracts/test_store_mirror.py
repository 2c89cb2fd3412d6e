"""What a writer on PostgreSQL remembers and mirrors is what stands there: at two processes, after refusals, all day."""

from __future__ import annotations

import random
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import Move
from hall_server.domain.moves import LINES
from hall_server.domain.ticket import Step
from hall_server.store.create import create_hall
from hall_server.store.postgres.reader import PostgresReader
from hall_server.store.postgres.stores import PostgresStore
from hall_server.store.postgres.writer import PostgresWriter
from hall_server.store.verify import verify
from tests.contracts.test_store_memory import CLERK, DAY, HALL, seen, something, step, take

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.domain.seams import Transaction


def rows_too(tx: Transaction) -> Any:
    """What memory answers, and what only rows of the mirror can."""
    return seen(tx), sorted(tx.open_tickets(DAY), key=lambda one: one.place), [one.id for one in tx.lives()]


def _fresh(address: str) -> Any:
    with closing(PostgresStore(PostgresWriter(address), HALL)) as store:
        return store.run(rows_too)


def _in_vain(tx: Transaction, chance: random.Random, number: int) -> None:
    """A number that is taken back at once, and a call; no seat, so that nothing of it needs to become rows."""
    take(tx, f"t{number}", "A")
    _leave(tx, chance, number)
    tx.put_calls_made("A", DAY, tx.calls_made("A", DAY) + 1)
    raise HallProblem(ProblemCode.NOBODY_WAITING)


def _leave(tx: Transaction, chance: random.Random, number: int) -> None:
    for _ in range(4):
        ticket = tx.ticket(f"t{chance.randrange(number + 1)}")
        if ticket is not None and (ticket.state, Move.CANCEL) in LINES:
            step(tx, ticket, Step(Move.CANCEL, counter=ticket.counter), CLERK)


def _works(chance: random.Random, number: int, look: Callable[[Transaction], Any]) -> list[Any]:
    works: list[Any] = []
    for more in range(chance.choice([1, 1, 4])):
        what = chance.choice([something, something, _in_vain, _leave])
        works.append(lambda tx, what=what, number=number + more: what(tx, chance, number))
        if chance.random() < 0.4:
            works.append(chance.choice([seen, look]))
    return works


@pytest.mark.parametrize("seed", range(8))
def test_a_day_at_two_processes_is_the_day_in_the_database(database: str, seed: int) -> None:
    create_hall(database, HALL, "life-1", 1)
    chance = random.Random(seed)
    stores = [PostgresStore(PostgresWriter(database), HALL) for _ in range(2)]
    number = 0
    while number < 50:
        works = _works(chance, number, rows_too)
        number += len(works)
        outcomes, _ = chance.choices(stores, weights=(3, 1))[0].run_many(works)
        assert all(one.error is None or isinstance(one.error, HallProblem) for one in outcomes)
        if chance.random() < 0.5:
            there = _fresh(database)
            assert [store.run(rows_too) for store in stores] == [there, there]
    for store in stores:
        store.close()
    with closing(PostgresReader(database, HALL)) as reader:
        assert verify(reader, HALL).findings == []
