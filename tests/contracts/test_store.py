"""What every store of a hall must do, whichever database is under it."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import msgspec
import psycopg
import pytest

from hall_server.contract.messages import VisitorMask
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind, Chip, Move, PrintAnswer, TicketState
from hall_server.domain.hall_state import CounterSession, Moved, Reborn, Seated
from hall_server.domain.life import apply, born, decide
from hall_server.domain.numbering import NumberRow
from hall_server.domain.site import Limits
from hall_server.domain.staff import PinTries, StaffLogin
from hall_server.domain.ticket import Actor, Birth, Step, Ticket, TicketEvent
from hall_server.store.create import create_hall
from hall_server.store.postgres.reader import PostgresReader
from hall_server.store.postgres.stores import PostgresStore
from hall_server.store.postgres.writer import PostgresWriter
from hall_server.store.sqlite_store import BUSY_MS, FILE_NAME, SqliteReader, SqliteStore
from hall_server.store.verify import verify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from hall_server.domain.seams import Transaction
    from hall_server.store.reading import HallReader

HALL, DAY, AT = "one-hall", "2026-01-02", 1_000_000
KIOSK, CLERK = Actor(ActorKind.KIOSK, "K1"), Actor(ActorKind.CLERK, "1001")
VISITOR = VisitorMask("ab" * 16, "陈*明", "1234")


class Stored:
    def __init__(self, store: SqliteStore | PostgresStore, reader: HallReader) -> None:
        self.store = store
        self.reader = reader
        self.run = store.run


def on_sqlite(folder: Path) -> Stored:
    create_hall(folder, HALL, "life-1", AT)
    return Stored(SqliteStore(folder / FILE_NAME, HALL), SqliteReader(folder / FILE_NAME, HALL))


def on_postgres(address: str) -> Stored:
    create_hall(address, HALL, "life-1", AT)
    return Stored(PostgresStore(PostgresWriter(address), HALL), PostgresReader(address, HALL))


@pytest.fixture(params=["sqlite", "postgresql"])
def stored(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stored]:
    made = on_sqlite(tmp_path) if request.param == "sqlite" else on_postgres(request.getfixturevalue("database"))
    yield made
    report = verify(made.reader, HALL)
    made.reader.close()
    made.store.close()
    assert report.findings == []


@pytest.fixture
def on_a_file(tmp_path: Path) -> Iterator[Stored]:
    made = on_sqlite(tmp_path)
    yield made
    made.reader.close()
    made.store.close()


def taking(number: int, queue: str = "A", visitor: VisitorMask | None = None) -> Callable[[Transaction], Ticket]:
    birth = Birth(number=number, item="i1", chips=(Chip.ELDER, Chip.WHEELCHAIR))
    event = TicketEvent(
        at=AT,
        business_day=DAY,
        move=Move.TAKE,
        ticket=f"{queue}-{number}",
        label=f"{queue}{number:03}",
        queue=queue,
        state=TicketState.RESERVED,
        actor_kind=ActorKind.KIOSK,
        actor="K1",
        birth=birth,
    )
    return lambda tx: tx.remember(event, lambda numbered: born(numbered, birth, visitor))


def moving(ticket_id: str, step: Step, by: Actor = CLERK) -> Callable[[Transaction], Ticket]:
    def work(tx: Transaction) -> Ticket:
        ticket = tx.ticket(ticket_id)
        assert ticket is not None
        event = decide(ticket, step, AT, by, Limits())
        assert event is not None
        return tx.remember(event, lambda numbered: apply(ticket, numbered))

    return work


def confirming(ticket_id: str, answer: PrintAnswer = PrintAnswer.PAPER) -> Callable[[Transaction], Ticket]:
    return moving(ticket_id, Step(Move.CONFIRM_PRINT, answer=answer), KIOSK)


def test_a_ticket_is_read_as_it_was_written(stored: Stored) -> None:
    written = stored.run(taking(1, visitor=VISITOR))
    assert stored.reader.ticket("A-1") == written
    assert written.visitor == VISITOR
    assert written.chips == (Chip.ELDER, Chip.WHEELCHAIR)
    assert stored.reader.ticket("nothing") is None


def test_events_are_numbered_without_gaps_in_commit_order(stored: Stored) -> None:
    for number in (1, 2, 3):
        stored.run(taking(number))
    stored.run(confirming("A-2"))
    assert [event.n for event in stored.reader.events(0, 500)] == [1, 2, 3, 4]
    assert [event.ticket for event in stored.reader.events(2, 1)] == ["A-3"]
    assert stored.reader.events(4, 10) == []
    assert stored.reader.head() == 4


def test_nothing_of_the_person_is_in_an_event(stored: Stored) -> None:
    stored.run(taking(1, visitor=VISITOR))
    ((_, _, _, _, _, body, _),) = stored.reader.chain()
    assert b"abab" not in body
    assert "陈".encode() not in body


def test_work_that_fails_is_undone_alone(stored: Stored) -> None:
    def fails(tx: Transaction) -> None:
        taking(2)(tx)
        raise HallProblem(ProblemCode.NOBODY_WAITING)

    outcomes, changes = stored.store.run_many([taking(1), fails, taking(3)])
    assert [outcome.error is None for outcome in outcomes] == [True, False, True]
    assert [change.ticket.id for change in changes if isinstance(change, Moved)] == ["A-1", "A-3"]
    assert [event.label for event in stored.reader.events(0, 9)] == ["A001", "A003"]
    assert stored.reader.head() == 2


def test_a_refusal_that_is_returned_is_committed_and_then_raised(stored: Stored) -> None:
    def refuses(tx: Transaction) -> HallProblem:
        taking(1)(tx)
        tx.undo()
        tx.keep_answer("key", b"f", 409, b"no", AT)
        return HallProblem(ProblemCode.NOBODY_WAITING)

    with pytest.raises(HallProblem):
        stored.run(refuses)
    kept = stored.run(lambda tx: tx.kept_answer("key"))
    assert kept is not None
    assert (kept.fingerprint, kept.status, kept.body) == (b"f", 409, b"no")
    assert stored.reader.head() == 0


def test_a_bug_in_one_command_does_not_harm_the_others(stored: Stored) -> None:
    def buggy(_: Transaction) -> None:
        raise ZeroDivisionError

    outcomes, _ = stored.store.run_many([buggy, taking(1)])
    assert isinstance(outcomes[0].error, ZeroDivisionError)
    assert stored.reader.head() == 1


def test_the_same_label_twice_in_a_day_is_impossible(stored: Stored) -> None:
    stored.run(taking(1))

    def twin(tx: Transaction) -> Ticket:
        birth = Birth(number=1, item="i1")
        event = TicketEvent(
            at=AT,
            business_day=DAY,
            move=Move.TAKE,
            ticket="another",
            label="A001",
            queue="A",
            state=TicketState.RESERVED,
            actor_kind=ActorKind.KIOSK,
            birth=birth,
        )
        return tx.remember(event, lambda numbered: born(numbered, birth))

    with pytest.raises((sqlite3.IntegrityError, psycopg.IntegrityError)):
        stored.run(twin)
    assert stored.reader.head() == 1


def test_the_line_holds_callable_tickets_of_the_day_in_order_of_taking(stored: Stored) -> None:
    for number in (1, 2, 3, 4):
        stored.run(taking(number))
    stored.run(confirming("A-3"))
    stored.run(confirming("A-1", PrintAnswer.CANNOT_TELL))
    stored.run(confirming("A-2", PrintAnswer.VOID))
    line = stored.run(lambda tx: tx.callable_tickets(["A", "C"], DAY))
    assert [ticket.id for ticket in line] == ["A-1", "A-3"]
    assert stored.run(lambda tx: tx.callable_tickets(["A"], "2026-01-03")) == []


def test_ahead_counts_who_was_there_before_and_holds_a_number(stored: Stored) -> None:
    for number in (1, 2, 3, 4):
        stored.run(taking(number))
    stored.run(taking(1, queue="C"))
    stored.run(confirming("A-1"))
    stored.run(confirming("A-2", PrintAnswer.CANNOT_TELL))
    last = stored.reader.ticket("A-4")
    assert last is not None
    assert stored.run(lambda tx: tx.ahead(last)) == 2


def test_who_is_at_a_counter_is_found_until_it_ends(stored: Stored) -> None:
    stored.run(taking(1))
    stored.run(confirming("A-1"))
    stored.run(moving("A-1", Step(Move.CALL, counter=3)))
    at_hand = stored.run(lambda tx: tx.at_counter(3))
    assert at_hand is not None
    assert at_hand.id == "A-1"
    stored.run(moving("A-1", Step(Move.SERVE, counter=3)))
    stored.run(moving("A-1", Step(Move.COMPLETE, counter=3)))
    assert stored.run(lambda tx: tx.at_counter(3)) is None


def test_number_rows_are_kept_per_day_and_queue(stored: Stored) -> None:
    def bump(tx: Transaction) -> None:
        tx.put_number_row("A", DAY, NumberRow(2, 601))
        tx.put_number_row("A", DAY, NumberRow(3, 601))
        tx.put_number_row("A", "2026-01-03", NumberRow(9, 601))

    stored.run(bump)
    assert stored.run(lambda tx: tx.number_row("A", DAY)) == NumberRow(3, 601)
    assert stored.run(lambda tx: tx.number_row("C", DAY)) is None


def test_a_seat_belongs_to_one_clerk(stored: Stored) -> None:
    outcomes, changes = stored.store.run_many(
        [
            lambda tx: tx.put_session(CounterSession(1, "1001", AT)),
            lambda tx: tx.put_session(CounterSession(1, "1002", AT)),
            lambda tx: tx.put_session(CounterSession(2, "1002", AT)),  # sits elsewhere already
        ]
    )
    assert [outcome.error is None for outcome in outcomes] == [True, True, False]
    assert [change.counter for change in changes if isinstance(change, Seated)] == [1, 1]
    assert stored.reader.sessions() == [CounterSession(1, "1002", AT)]
    assert stored.run(lambda tx: tx.session_of("1002")) == CounterSession(1, "1002", AT)
    assert stored.run(lambda tx: tx.session(2)) is None
    stored.run(lambda tx: tx.drop_session(1))
    assert stored.reader.sessions() == []


def test_console_sessions_are_kept_changed_dropped_and_swept_out(stored: Stored) -> None:
    first, second, third = (StaffLogin(b"abc"[at : at + 1], "1001", b"m", None, at, at + 10) for at in range(3))
    for login in (second, first, third):
        stored.run(lambda tx, login=login: tx.put_staff_login(login))
    moved = msgspec.structs.replace(second, counter=3, expires_at=99)
    stored.run(lambda tx: tx.put_staff_login(moved))
    assert stored.reader.staff_logins() == [first, moved, third]
    stored.run(lambda tx: tx.drop_staff_login(b"c"))
    stored.run(lambda tx: tx.drop_staff_login(b"nobody"))
    stored.run(lambda tx: tx.forget_staff_logins(10))
    assert stored.reader.staff_logins() == [moved]


def test_pin_tries_are_kept_forgiven_and_swept_out(stored: Stored) -> None:
    for tries in (PinTries("1", 1, 30), PinTries("2", 1, 10), PinTries("3", 1, 20), PinTries("1", 2, 40)):
        stored.run(lambda tx, tries=tries: tx.put_pin_tries(tries))
    assert stored.reader.pin_tries() == [PinTries("2", 1, 10), PinTries("3", 1, 20), PinTries("1", 2, 40)]
    stored.run(lambda tx: tx.forget_pin_tries(20))
    stored.run(lambda tx: tx.drop_pin_tries("1"))
    assert [tries.staff_no for tries in stored.reader.pin_tries()] == ["3"]


def test_kept_answers_are_forgotten_by_age(stored: Stored) -> None:
    stored.run(lambda tx: tx.keep_answer("old", b"f", 200, b"{}", 10))
    stored.run(lambda tx: tx.keep_answer("new", b"f", 200, b"{}", 20))
    stored.run(lambda tx: tx.forget_answers(20))
    assert stored.run(lambda tx: tx.kept_answer("old")) is None
    assert stored.run(lambda tx: tx.kept_answer("new")) is not None


def test_lives_are_remembered_in_order_with_what_they_began_with(stored: Stored) -> None:
    stored.run(taking(1))
    _, changes = stored.store.run_many([lambda tx: tx.open_incarnation("life-2", AT, "seen life-1.9")])
    assert [life.id for life in stored.reader.incarnations()] == ["life-1", "life-2"]
    assert stored.reader.incarnations()[1].n == 1
    assert isinstance(changes[0], Reborn)


def test_living_tickets_are_those_of_the_day_and_those_a_timer_runs_for(stored: Stored) -> None:
    for number in (1, 2, 3):
        stored.run(taking(number))
    stored.run(confirming("A-2"))
    stored.run(confirming("A-3", PrintAnswer.VOID))
    assert {ticket.id for ticket in stored.reader.live_tickets(DAY)} == {"A-1", "A-2"}
    assert {ticket.id for ticket in stored.reader.live_tickets("2026-01-03")} == {"A-1"}


def test_the_stores_own_connection_has_the_settings_that_its_promises_rest_on(on_a_file: Stored) -> None:
    def pragma(name: str) -> object:
        return on_a_file.store._db.execute(f"PRAGMA {name}").fetchone()[0]

    assert (pragma("synchronous"), pragma("journal_mode"), pragma("foreign_keys")) == (2, "wal", 1)
    assert pragma("busy_timeout") == BUSY_MS


def test_a_letter_knows_its_highest_number_of_the_day(stored: Stored) -> None:
    for number in (2, 9):
        stored.run(taking(number))
    stored.run(taking(11, queue="AC"))
    assert stored.run(lambda tx: tx.highest_number("A", DAY)) == 9
    assert stored.run(lambda tx: tx.highest_number("AC", DAY)) == 11
    assert stored.run(lambda tx: tx.highest_number("C", DAY)) == 0
    assert stored.run(lambda tx: tx.highest_number("A", "2026-01-03")) == 0


def test_only_lives_after_the_first_are_rebirths(stored: Stored) -> None:
    assert stored.run(lambda tx: tx.rebirths()) == []
    stored.run(lambda tx: tx.open_incarnation("life-2", AT + 1, "seen life-1.9"))
    assert stored.run(lambda tx: tx.rebirths()) == [(AT + 1, "life-2")]


def test_no_life_begins_before_the_newest_event_of_the_one_before(stored: Stored) -> None:
    stored.run(lambda tx: tx.open_incarnation("life-2", AT - 9, "seen life-1.9"))
    stored.run(taking(1))
    newest = stored.reader.events(0, 9)[-1].at
    _, changes = stored.store.run_many([lambda tx: tx.open_incarnation("life-3", newest - 5, "seen life-2.9")])
    assert stored.run(lambda tx: tx.rebirths()) == [(AT - 9, "life-2"), (newest, "life-3")]
    assert [change.incarnation.at for change in changes if isinstance(change, Reborn)] == [newest]


def test_a_disk_that_fails_is_said_once_and_so_is_its_recovery(
    on_a_file: Stored, caplog: pytest.LogCaptureFixture
) -> None:
    on_a_file.store._db.execute("PRAGMA query_only = ON")
    for number in range(1, 4):
        with pytest.raises(HallProblem):
            on_a_file.run(taking(number))
    on_a_file.store._db.execute("PRAGMA query_only = OFF")
    for number in range(1, 4):
        on_a_file.run(taking(number))
    said = [record.getMessage().split(" error=")[0] for record in caplog.records if record.name == "kapok.store"]
    assert said == ["commits fail", "commits work again"]
    assert not any(record.exc_info for record in caplog.records)


def test_a_reader_sees_only_what_is_committed(stored: Stored) -> None:
    seen: list[int] = []

    def looks(tx: Transaction) -> None:
        taking(1)(tx)
        seen.append(stored.reader.head())

    stored.run(looks)
    assert (seen, stored.reader.head()) == ([0], 1)
