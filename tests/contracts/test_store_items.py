"""What every store must do with publications of the catalogue (CL-B3) and the id of a visit (CL-H4)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import msgspec
import pytest

from hall_server.contract.bookings import BookingMove, BookingState, Channel
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind, Move, TicketState
from hall_server.domain.appointment import BookingBirth, BookingEvent, booked
from hall_server.domain.items.snapshots import Published
from hall_server.domain.life import born
from hall_server.domain.ticket import Birth, TicketEvent
from hall_server.store.publications import publish
from hall_server.store.sqlite_store import FILE_NAME
from tests.contracts.test_store import AT, DAY, HALL, Stored, on_postgres, on_sqlite

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hall_server.domain.seams import Transaction

FIRST = Published(1, "v1", "2026-01-02", AT, "site_file")
SECOND = Published(2, "v2", "2026-01-05", AT + 1, "command")
AGAIN = Published(3, "v1", "2026-01-09", AT + 2, "command")


@pytest.fixture(params=["sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def where(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    return tmp_path / FILE_NAME if kind == "sqlite" else str(request.getfixturevalue("database"))


@pytest.fixture
def stored(kind: str, where: Path | str, tmp_path: Path) -> Iterator[Stored]:
    made = on_sqlite(tmp_path) if kind == "sqlite" else on_postgres(str(where))
    yield made
    made.reader.close()
    made.store.close()


def taken(tx: Transaction, ticket: str, number: int, correlation: str) -> None:
    birth = Birth(number=number, item="i1", correlation=correlation)
    event = TicketEvent(
        at=AT,
        business_day=DAY,
        move=Move.TAKE,
        ticket=ticket,
        label=f"A{number:03}",
        queue="A",
        state=TicketState.RESERVED,
        actor_kind=ActorKind.KIOSK,
        actor="K1",
        birth=birth,
    )
    tx.remember(event, lambda numbered: born(numbered, birth, None))


def book(tx: Transaction, name: str, correlation: str) -> None:
    birth = BookingBirth("A", "i1", DAY, AT, AT + 1, Channel.PHONE, correlation=correlation)
    event = BookingEvent(
        at=AT,
        booking=name,
        move=BookingMove.BOOK,
        state=BookingState.BOOKED,
        actor_kind=ActorKind.CLERK,
        actor="1001",
        birth=birth,
    )
    tx.remember_booking(event, lambda numbered: booked(numbered, birth, None))


def add(one: Published, body: bytes, tx: Transaction) -> None:
    tx.add_snapshot(one, body)


def body_in(version: str, tx: Transaction) -> bytes | None:
    return tx.snapshot_body(version)


def test_publications_are_read_as_they_were_written_and_in_order(stored: Stored) -> None:
    assert (stored.reader.snapshots(), stored.reader.snapshot_body("v1")) == ([], None)
    for one, body in ((FIRST, b"one"), (SECOND, b"two"), (AGAIN, b"one")):
        stored.run(partial(add, one, body))
    assert stored.reader.snapshots() == [FIRST, SECOND, AGAIN]
    assert stored.run(lambda tx: tx.snapshots()) == [FIRST, SECOND, AGAIN]
    for version, kept in (("v1", b"one"), ("v2", b"two"), ("v3", None)):
        assert stored.reader.snapshot_body(version) == kept
        assert stored.run(partial(body_in, version)) == kept


def test_a_publication_that_fails_leaves_nothing(stored: Stored) -> None:
    def fails(tx: Transaction) -> None:
        tx.add_snapshot(FIRST, b"one")
        raise HallProblem(ProblemCode.BAD_REQUEST)

    with pytest.raises(HallProblem):
        stored.run(fails)
    assert stored.reader.snapshots() == []


def test_whoever_is_no_server_publishes_into_the_same_history(stored: Stored, where: Path | str) -> None:
    stored.run(lambda tx: tx.add_snapshot(FIRST, b"one"))
    publish(where, HALL, SECOND, b"two")
    assert stored.reader.snapshots() == [FIRST, SECOND]
    assert stored.run(lambda tx: tx.snapshots()) == [FIRST, SECOND]
    with pytest.raises(Exception, match=r"UNIQUE|unique"):  # a number that somebody else took: the driver's own error
        publish(where, HALL, msgspec.structs.replace(AGAIN, n=2), b"one")
    assert stored.reader.snapshots() == [FIRST, SECOND]


def test_one_id_finds_its_tickets_and_bookings_and_no_others(stored: Stored) -> None:
    """CL-H4: begun by a booking (b1), by a ticket (t1), elsewhere (e1), or before ids were kept (t4)."""

    def work(tx: Transaction) -> None:
        book(tx, "b1", "b1")
        book(tx, "b2", "e1")
        taken(tx, "t1", 1, "t1")
        taken(tx, "t2", 2, "b1")
        taken(tx, "t3", 3, "e1")
        taken(tx, "t4", 4, "")
        taken(tx, "t5", 5, "b1")

    stored.run(work)
    found = {one: stored.reader.correlated(one) for one in ("b1", "e1", "t1", "t2", "t4", "b2", "x")}
    assert found == {
        "b1": (["t2", "t5"], ["b1"]),
        "e1": (["t3"], ["b2"]),
        "t1": (["t1"], []),
        "t2": ([], []),  # its visit goes by another id
        "t4": (["t4"], []),
        "b2": ([], []),
        "x": ([], []),
    }
