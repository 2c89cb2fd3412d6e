"""Commands that share a commit see each other, and take back only their own, however little was written by then."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

import pytest

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind, Move, TicketState
from hall_server.domain.hall_state import CounterSession
from hall_server.domain.life import born
from hall_server.domain.numbering import NumberRow
from hall_server.domain.ticket import Birth, TicketEvent
from hall_server.store.create import create_hall
from hall_server.store.sqlite_store import FILE_NAME, SqliteReader, SqliteStore
from hall_server.store.verify import verify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from hall_server.domain.seams import Transaction

    Work = Callable[[Transaction], Any]

HALL, DAY = "one-hall", "2026-01-02"


class Stored:
    def __init__(self, folder: Path) -> None:
        create_hall(folder, HALL, "life-1", 1)
        self.store = SqliteStore(folder / FILE_NAME, HALL)
        self.reader = SqliteReader(folder / FILE_NAME, HALL)

    def together(self, *works: Work) -> list[Any]:
        """Values of works in one commit; a refusal's or an error's class where there is no value."""
        outcomes, _ = self.store.run_many(works)
        return [outcome.value if outcome.error is None else type(outcome.error) for outcome in outcomes]

    def labels(self) -> list[str]:
        return [ticket.label for ticket in self.reader.tickets()]


@pytest.fixture
def stored(tmp_path: Path) -> Iterator[Stored]:
    made = Stored(tmp_path)
    yield made
    report = verify(made.reader, HALL)
    made.reader.close()
    made.store.close()
    assert report.findings == []


def take(tx: Transaction, name: str, queue: str = "A", *, label: str = "") -> int:
    """A number of the queue under its letter; how many people are ahead."""
    row = tx.number_row(queue, DAY) or NumberRow(tx.highest_number(queue, DAY) + 1, 601)
    number = row.online_next
    tx.put_number_row(queue, DAY, NumberRow(number + 1, row.lease_next))
    birth = Birth(number=number, item="i1")
    event = TicketEvent(
        at=1,
        business_day=DAY,
        move=Move.TAKE,
        ticket=name,
        label=label or f"{queue}{number:03}",
        queue=queue,
        state=TicketState.RESERVED,
        actor_kind=ActorKind.KIOSK,
        birth=birth,
    )
    return tx.ahead(tx.remember(event, lambda numbered: born(numbered, birth)))


def takes(name: str, queue: str = "A", **more: Any) -> Work:
    return lambda tx: take(tx, name, queue, **more)


def takes_and_thinks_better(name: str, queue: str = "A") -> Work:
    def work(tx: Transaction) -> HallProblem:
        take(tx, name, queue)
        tx.put_session(CounterSession(7, "1007", 1))
        tx.undo()
        tx.keep_answer(name, b"f", 404, b"{}", 1)
        return HallProblem(ProblemCode.NOBODY_WAITING)

    return work


def takes_and_fails(name: str) -> Work:
    def work(tx: Transaction) -> None:
        take(tx, name)
        assert tx.ticket(name) is not None
        raise LookupError

    return work


def test_each_of_a_group_sees_who_came_before_it(stored: Stored) -> None:
    works = [takes(f"{queue}{number}", queue) for number in range(3) for queue in "AC"]
    assert stored.together(*works) == [0, 0, 1, 1, 2, 2]
    assert stored.together(takes("a3"), takes("c3", "C"), takes("a4")) == [3, 3, 4]
    assert sorted(stored.labels()) == ["A001", "A002", "A003", "A004", "A005", "C001", "C002", "C003", "C004"]


@pytest.mark.parametrize("other", [takes_and_thinks_better, takes_and_fails])
def test_what_one_takes_back_is_nobody_elses(stored: Stored, other: Callable[[str], Work]) -> None:
    told = stored.together(takes("t1"), other("t2"), takes("t3"), other("t4"), other("t5"), takes("t6"))
    assert [one for one in told if isinstance(one, int)] == [0, 1, 2]
    assert stored.labels() == ["A001", "A002", "A003"]
    assert [event.n for event in stored.reader.events(0, 10)] == [1, 2, 3]
    assert stored.reader.sessions() == []


def test_an_answer_that_was_kept_a_moment_ago_is_found(stored: Stored) -> None:
    def ask(tx: Transaction) -> object:
        kept = tx.kept_answer("t1")
        return kept and (bytes(kept.fingerprint), kept.status, bytes(kept.body))

    told = stored.together(takes("t0"), takes_and_thinks_better("t1"), ask, takes("t2"))
    assert told == [0, HallProblem, (b"f", 404, b"{}"), 1]
    assert stored.together(ask) == [(b"f", 404, b"{}")]


def test_a_ticket_that_was_taken_a_moment_ago_is_found_and_counted(stored: Stored) -> None:
    def look(tx: Transaction) -> tuple[str, int]:
        ticket = tx.ticket("t2")
        assert ticket is not None
        return ticket.label, tx.ahead(ticket)

    assert stored.together(takes("t1"), takes("t2"), look, takes("t3")) == [0, 1, ("A002", 1), 2]


def test_what_fits_no_table_fails_alone(stored: Stored) -> None:
    told = stored.together(takes("t1"), takes("t2", label="A001"), takes("t1"), takes("t3"))
    assert told == [0, sqlite3.IntegrityError, sqlite3.IntegrityError, 1]
    assert stored.labels() == ["A001", "A002"]


def test_numbers_that_stood_before_the_group_go_on(stored: Stored) -> None:
    stored.together(takes("t1"))
    stored.together(takes_and_thinks_better("t2"), takes("t3"))
    stored.together(takes_and_fails("t4"))
    assert stored.together(takes("t5")) == [2]
    assert stored.labels() == ["A001", "A002", "A003"]
