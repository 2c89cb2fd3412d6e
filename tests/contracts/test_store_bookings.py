"""What every store must do with appointments, whichever database is under it."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from hall_server.contract.bookings import BookingMove, BookingState, Channel
from hall_server.contract.messages import VisitorMask
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind
from hall_server.domain.appointment import Booking, BookingBirth, BookingEvent, apply, booked
from hall_server.store import statements_bookings
from hall_server.store.migrate import migrate
from hall_server.store.verify import verify
from tests.contracts.test_store import AT, HALL, Stored, on_postgres, on_sqlite

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from hall_server.domain.seams import Transaction
    from hall_server.store.prepared import Prepared

DAY, HALF_AN_HOUR = "2026-01-02", 1_800_000_000
SLOT = AT + 10 * HALF_AN_HOUR
VISITOR = VisitorMask("ab" * 16, "陈*明", "1234")


@pytest.fixture(params=["sqlite", "postgresql"])
def stored(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stored]:
    made = on_sqlite(tmp_path) if request.param == "sqlite" else on_postgres(request.getfixturevalue("database"))
    yield made
    report = verify(made.reader, HALL)
    made.reader.close()
    made.store.close()
    assert report.findings == []


def booking(
    name: str, starts_at: int = SLOT, visitor: VisitorMask | None = VISITOR
) -> Callable[[Transaction], Booking]:
    birth = BookingBirth("A", "i1", DAY, starts_at, starts_at + HALF_AN_HOUR, Channel.PHONE, correlation=name)
    event = BookingEvent(
        at=AT,
        booking=name,
        move=BookingMove.BOOK,
        state=BookingState.BOOKED,
        actor_kind=ActorKind.CLERK,
        actor="1001",
        birth=birth,
    )
    return lambda tx: tx.remember_booking(event, lambda numbered: booked(numbered, birth, visitor))


def moving(name: str, move: BookingMove, state: BookingState, ticket: str = "") -> Callable[[Transaction], Booking]:
    def work(tx: Transaction) -> Booking:
        found = tx.booking(name)
        assert found is not None
        event = BookingEvent(
            at=AT, booking=name, move=move, state=state, actor_kind=ActorKind.CLERK, actor="1002", ticket=ticket
        )
        return tx.remember_booking(event, lambda numbered: apply(found, numbered))

    return work


def test_a_booking_is_read_as_it_was_written(stored: Stored) -> None:
    written = stored.run(booking("b1"))
    assert stored.reader.booking("b1") == written
    assert stored.run(lambda tx: tx.booking("b1")) == written
    assert written.visitor == VISITOR
    assert stored.reader.booking("b2") is None
    moved = stored.run(moving("b1", BookingMove.CHECK_IN, BookingState.CHECKED_IN, "t1"))
    assert stored.reader.booking("b1") == moved
    assert (moved.ticket, moved.n, moved.place) == ("t1", 2, 1)


def test_everything_that_happened_to_a_booking_stays_in_order(stored: Stored) -> None:
    stored.run(booking("b1"))
    stored.run(booking("b2"))
    stored.run(moving("b1", BookingMove.CANCEL, BookingState.CANCELLED))
    assert [(one.n, one.move) for one in stored.reader.booking_history("b1")] == [
        (1, BookingMove.BOOK),
        (3, BookingMove.CANCEL),
    ]


def test_places_are_counted_by_slot_and_a_cancelled_one_is_free_again(stored: Stored) -> None:
    for name, starts_at in (("b1", SLOT), ("b2", SLOT), ("b3", SLOT + HALF_AN_HOUR)):
        stored.run(booking(name, starts_at))
    assert stored.run(lambda tx: tx.booked_in("A", SLOT)) == 2
    assert stored.run(lambda tx: tx.booked_in("C", SLOT)) == 0
    stored.run(moving("b1", BookingMove.CANCEL, BookingState.CANCELLED))
    assert stored.run(lambda tx: tx.booked_in("A", SLOT)) == 1
    assert stored.reader.booked_between("A", SLOT, SLOT + HALF_AN_HOUR) == {SLOT: 1, SLOT + HALF_AN_HOUR: 1}
    assert stored.reader.booked_between("A", 0, SLOT - 1) == {}


def test_a_persons_bookings_are_found_by_pseudonym_only(stored: Stored) -> None:
    stored.run(booking("b1", SLOT + HALF_AN_HOUR))
    stored.run(booking("b2", SLOT))
    stored.run(booking("b3", visitor=VisitorMask("cd" * 16)))
    stored.run(booking("b4", visitor=None))
    assert [one.id for one in stored.reader.bookings_of(VISITOR.pseudonym, 0)] == ["b2", "b1"]
    assert [one.id for one in stored.reader.bookings_of(VISITOR.pseudonym, SLOT + 1)] == ["b1"]
    assert [one.id for one in stored.run(lambda tx: tx.bookings_of("cd" * 16, 0))] == ["b3"]


def test_a_day_is_told_page_by_page_in_the_order_of_slots(stored: Stored) -> None:
    for number in range(7):
        stored.run(booking(f"b{number}", SLOT + (number % 3) * HALF_AN_HOUR))
    told: list[str] = []
    after = (-1, -1)
    while page := stored.reader.bookings_page(DAY, after, 2):
        told += [one.id for one in page]
        after = (page[-1].starts_at, page[-1].place)
    assert told == ["b0", "b3", "b6", "b1", "b4", "b2", "b5"]
    assert stored.reader.bookings_page("2026-01-03", (-1, -1), 9) == []


def test_only_open_bookings_whose_slot_is_over_have_ended(stored: Stored) -> None:
    stored.run(booking("b1"))
    stored.run(booking("b2"))
    stored.run(moving("b2", BookingMove.CHECK_IN, BookingState.CHECKED_IN, "t1"))
    ends_at = SLOT + HALF_AN_HOUR
    assert stored.run(lambda tx: tx.bookings_ended(ends_at)) == []
    assert [one.id for one in stored.run(lambda tx: tx.bookings_ended(ends_at + 1))] == ["b1"]


def test_a_booking_that_fails_leaves_nothing_and_no_gap(stored: Stored) -> None:
    def fails(tx: Transaction) -> None:
        booking("b2")(tx)
        raise HallProblem(ProblemCode.SLOT_FULL)

    outcomes, _ = stored.store.run_many([booking("b1"), fails, booking("b3")])
    assert [outcome.error is None for outcome in outcomes] == [True, False, True]
    assert stored.reader.booking("b2") is None
    assert [stored.reader.booking_history(name)[0].n for name in ("b1", "b3")] == [1, 2]


def test_nothing_of_the_person_is_in_an_event(tmp_path: Path) -> None:
    made = on_sqlite(tmp_path)
    made.run(booking("b1"))
    made.reader.close()
    made.store.close()
    db = sqlite3.connect(next(tmp_path.glob("*.sqlite3")))
    ((body,),) = db.execute("SELECT body FROM booking_event").fetchall()
    db.close()
    assert b"abab" not in body
    assert "陈".encode() not in body


@pytest.mark.parametrize(
    ("statement", "finding"),
    [
        ("UPDATE booking SET state = 'missed' WHERE id = 'b1'", "booking b1: the row is not what its events say"),
        ("UPDATE booking SET starts_at = starts_at + 1 WHERE id = 'b2'", "booking b2: the row"),
        ("UPDATE booking_event SET body = replace(body, 'phone', 'kiosk') WHERE n = 1", "booking event 1: the chain"),
        ("UPDATE booking_event SET body = x'7b' WHERE n = 2", "booking event 2: the chain"),
        ("UPDATE booking_event SET hash = zeroblob(32) WHERE n = 2", "booking event 2: the chain"),
        ("UPDATE booking_event SET at = at + 1 WHERE n = 2", "booking event 2: its columns"),
        ("DELETE FROM booking_event WHERE n = 1", "booking event 2: the chain"),
        ("DELETE FROM booking_event WHERE n = 3", "booking b1: the row is not what its events say"),
        ("DELETE FROM booking WHERE id = 'b2'", "booking b2: its row is gone"),
    ],
)
def test_each_touch_of_a_bookings_history_is_found(tmp_path: Path, statement: str, finding: str) -> None:
    made = on_sqlite(tmp_path)
    for work in (booking("b1"), booking("b2"), moving("b1", BookingMove.CANCEL, BookingState.CANCELLED)):
        made.run(work)
    made.store.close()
    db = sqlite3.connect(next(tmp_path.glob("*.sqlite3")))
    assert db.execute(statement).rowcount > 0
    db.commit()
    db.close()
    findings = verify(made.reader, HALL).findings
    made.reader.close()
    assert any(finding in found for found in findings), findings


@pytest.mark.parametrize(
    ("name", "index"),
    [
        ("BOOKING", "sqlite_autoindex_booking_1"),
        ("BOOKED_IN", "COVERING INDEX booking_slot"),
        ("BOOKINGS_OF", "booking_person"),
        ("BOOKINGS_ENDED", "booking_open"),
        ("BOOKING_PAGE", "booking_day"),
        ("BOOKING_EVENTS_OF", "booking_event_of"),
        ("LAST_EVENT", "PRIMARY KEY"),
    ],
)
def test_each_statement_about_bookings_uses_its_index(tmp_path: Path, name: str, index: str) -> None:
    path = tmp_path / "hall"
    migrate(path)
    statement: Prepared = getattr(statements_bookings, name)
    given = dict.fromkeys(
        ("hall_id", "id", "queue", "pseudonym", "day", "booking_id", "first", "last", "since", "before", "most"), 1
    )
    db = sqlite3.connect(path)
    values = statement.values({**given, "after_start": 1, "after_place": 1})
    plan = " ".join(row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {statement.sql}", values))
    db.close()
    assert index in plan
    assert "SCAN" not in plan
