"""What two processes on one PostgreSQL promise each other: each reads what the other wrote, and hears it in order."""

from __future__ import annotations

import asyncio
import threading
import time
from typing import TYPE_CHECKING, Any

import msgspec
import psycopg
import pytest

from hall_server.contract.help_calls import HelpCall
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import Move, TicketState
from hall_server.domain.hall_state import CounterSession, Helped, Moved, Reborn, Seated, Staffed
from hall_server.domain.numbering import NumberRow
from hall_server.domain.staff import PinTries, StaffLogin
from hall_server.domain.ticket import Step
from hall_server.store.create import create_hall
from hall_server.store.lock import SERVED_KEY
from hall_server.store.migrate import InUseError, migrate, newest_revision
from hall_server.store.postgres.reader import PostgresReader
from hall_server.store.postgres.stores import ManyHalls, PostgresStore
from hall_server.store.postgres.writer import Asked, PostgresWriter
from hall_server.store.verify import verify
from tests.contracts.test_store import AT, DAY, HALL, confirming, moving, taking

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hall_server.domain.seams import Transaction

LOGIN = StaffLogin(b"a", "1001", b"m", None, AT, AT + 10)


class Two:
    def __init__(self, address: str) -> None:
        create_hall(address, HALL, "life-1", AT)
        self.address = address
        self.one = PostgresStore(PostgresWriter(address), HALL)
        self.other = PostgresStore(PostgresWriter(address), HALL)


@pytest.fixture
def two(database: str) -> Iterator[Two]:
    made = Two(database)
    yield made
    made.one.close()
    made.other.close()
    reader = PostgresReader(database, HALL)
    assert verify(reader, HALL).findings == []
    reader.close()


def test_each_hears_what_the_other_did_before_its_own(two: Two) -> None:
    two.one.run(taking(1))
    two.one.run(confirming("A-1"))
    _, changes = two.other.run_many([taking(2)])
    assert [change.event.n for change in changes if isinstance(change, Moved)] == [1, 2, 3]
    assert [change.event.n for change in two.one.look() if isinstance(change, Moved)] == [3]
    assert (two.one.look(), two.other.look()) == ([], [])


def test_seats_and_lives_are_heard_too(two: Two) -> None:
    two.one.run(lambda tx: tx.put_session(CounterSession(1, "1001", AT)))
    assert two.other.look() == [Seated(1, CounterSession(1, "1001", AT))]
    two.other.run(lambda tx: tx.drop_session(1))
    assert two.one.look() == [Seated(1, None)]
    two.other.run(lambda tx: tx.open_incarnation("life-2", AT, "seen life-1.9"))
    assert [type(change) for change in two.one.look()] == [Reborn]


def test_a_session_that_ends_at_one_ends_at_the_other(two: Two) -> None:
    two.one.run(lambda tx: tx.put_staff_login(LOGIN))
    assert two.other.look() == [Staffed(logins=(LOGIN,))]
    two.other.run(lambda tx: tx.drop_staff_login(b"a"))
    assert two.one.look() == [Staffed(ended=(b"a",))]
    two.one.run(lambda tx: tx.put_pin_tries(PinTries("1", 1, AT)))
    assert two.other.look() == [Staffed(tries=(PinTries("1", 1, AT),))]
    two.other.run(lambda tx: tx.drop_pin_tries("1"))
    assert two.one.look() == [Staffed(forgiven=("1",))]


def pairs() -> list[tuple[str, Callable[[Transaction], Any], Callable[[Transaction], Any], Any]]:
    seat = CounterSession(3, "1003", AT)
    return [
        (
            "numbers",
            lambda tx: tx.put_number_row("A", DAY, NumberRow(2, 601)),
            lambda tx: tx.number_row("A", DAY),
            NumberRow(2, 601),
        ),
        (
            "another day's numbers",
            lambda tx: tx.put_number_row("A", "2025-01-01", NumberRow(9, 601)),
            lambda tx: tx.number_row("A", "2025-01-01"),
            NumberRow(9, 601),
        ),
        ("calls", lambda tx: tx.put_calls_made("A", DAY, 4), lambda tx: tx.calls_made("A", DAY), 4),
        ("a booked run", lambda tx: tx.put_booked_run(1, DAY, 2), lambda tx: tx.booked_run(1, DAY), 2),
        ("a seat", lambda tx: tx.put_session(seat), lambda tx: tx.session_of("1003"), seat),
        ("an answer", lambda tx: tx.keep_answer("k", b"f", 200, b"{}", AT), lambda tx: tx.kept_answer("k").body, b"{}"),
        ("a life", lambda tx: tx.open_incarnation("life-2", AT, "seen"), lambda tx: tx.rebirths(), [(AT, "life-2")]),
    ]


@pytest.mark.parametrize(("write", "read", "wanted"), [pair[1:] for pair in pairs()], ids=[pair[0] for pair in pairs()])
def test_what_one_wrote_the_other_reads(
    two: Two, write: Callable[[Transaction], Any], read: Callable[[Transaction], Any], wanted: object
) -> None:
    two.other.run(taking(1))  # its mirror is made before
    two.one.run(lambda tx: tx.put_number_row("C", DAY, NumberRow(1, 601)))
    two.other.run(lambda tx: tx.at_counter(1))
    two.one.run(write)
    assert two.other.run(read) == wanted
    assert two.one.run(read) == wanted


def test_a_ticket_moved_at_one_is_moved_on_at_the_other(two: Two) -> None:
    two.one.run(taking(1))
    two.other.run(confirming("A-1"))
    two.one.run(moving("A-1", Step(Move.CALL, counter=3)))
    at_hand = two.other.run(lambda tx: tx.at_counter(3))
    assert at_hand is not None
    assert at_hand.state is TicketState.CALLED
    two.other.run(moving("A-1", Step(Move.SERVE, counter=3)))
    two.one.run(moving("A-1", Step(Move.COMPLETE, counter=3)))
    ended = two.other.run(lambda tx: tx.ticket("A-1"))  # no longer in any mirror
    assert ended is not None
    assert ended.state is TicketState.COMPLETED
    assert [event.n for event in two.other.run(lambda tx: tx.history("A-1"))] == [1, 2, 3, 4, 5]
    assert two.one.run(lambda tx: tx.callable_tickets(["A"], DAY)) == []


def test_a_command_that_asks_for_what_no_mirror_has_can_still_be_undone(two: Two) -> None:
    def doubts(tx: Transaction) -> HallProblem:
        taking(2)(tx)
        assert len(tx.history("A-2")) == 1  # asked there, where what is owed was written first
        taking(3)(tx)
        tx.undo()
        tx.keep_answer("key", b"f", 409, b"no", AT)
        return HallProblem(ProblemCode.NOBODY_WAITING)

    outcomes, _ = two.one.run_many([taking(1), doubts, taking(4)])
    assert [outcome.error is None for outcome in outcomes] == [True, False, True]
    reader = PostgresReader(two.address, HALL)
    assert [event.label for event in reader.events(0, 9)] == ["A001", "A004"]
    reader.close()
    assert two.other.run(lambda tx: tx.kept_answer("key")) is not None


def test_keys_that_are_named_beforehand_are_answered_like_others(two: Two) -> None:
    two.one.run(taking(1))
    two.one.run(lambda tx: tx.keep_answer("A-1", b"f", 200, b"{}", AT))

    def look(tx: Transaction) -> tuple[bool, bool, bool, bool]:
        return tuple(found is not None for found in (
            tx.kept_answer("A-1"), tx.ticket("A-1"), tx.kept_answer("A-2"), tx.ticket("A-2")
        ))  # type: ignore[return-value]  # four of them  # fmt: skip

    writer = PostgresWriter(two.address)
    outcomes, _ = writer.run_group([Asked(HALL, look, ("A-1", "A-2")), Asked(HALL, look)])
    assert [outcome.get() for outcome in outcomes] == [(True, True, False, False)] * 2
    writer.close()


def test_tables_are_not_changed_under_a_hall_that_is_served(two: Two) -> None:
    with pytest.raises(InUseError, match="stop them first"):
        migrate(two.address)
    two.one.close()
    two.other.close()
    assert migrate(two.address) == (newest_revision(), newest_revision())


def test_tables_that_were_brought_up_can_be_served_at_once(database: str) -> None:
    with psycopg.connect(database, autocommit=True) as server:
        for _ in range(20):  # a lock that outlives its connection does so for less than a millisecond
            migrate(database)
            assert server.execute("SELECT pg_try_advisory_lock_shared(%s)", [SERVED_KEY]).fetchone() == (True,)
            server.execute("SELECT pg_advisory_unlock_all()")


def test_a_hall_that_is_not_there_harms_no_other(two: Two) -> None:
    writer = PostgresWriter(two.address)
    outcomes, _ = writer.run_group([Asked("nowhere", taking(1)), Asked(HALL, taking(1))])
    assert isinstance(outcomes[0].error, LookupError)
    assert outcomes[1].error is None
    writer.close()


def test_a_hall_that_another_process_holds_keeps_no_other_hall_waiting(two: Two) -> None:
    create_hall(two.address, "free", "life-1", AT)
    writer, reader = PostgresWriter(two.address), PostgresReader(two.address, "free")
    with psycopg.connect(two.address) as holder:
        holder.execute("SELECT 1 FROM hall_head WHERE hall_id = %s FOR UPDATE", [HALL])
        works = [Asked(HALL, taking(1)), Asked("free", taking(1))]
        told: list[Any] = []
        busy = threading.Thread(target=lambda: told.extend(writer.run_group(works)[0]))
        busy.start()
        until = time.monotonic() + 20
        while reader.head() != 1 and time.monotonic() < until:
            time.sleep(0.01)
        assert (reader.head(), told) == (1, [])
    busy.join(20)
    assert [outcome.error for outcome in told] == [None, None]
    writer.close()
    reader.close()


async def test_many_halls_share_commits_and_each_hears_its_own(two: Two) -> None:
    create_hall(two.address, "second", "life-1", AT)
    many = ManyHalls(PostgresWriter(two.address), asyncio.get_running_loop(), [HALL, "second"])
    heard: dict[str, list[str]] = {HALL: [], "second": []}
    for hall, labels in heard.items():
        many.of(hall).announce = lambda changes, labels=labels: labels.extend(
            change.ticket.label for change in changes if isinstance(change, Moved)
        )
    promises = [many.of(hall).submit(taking(number)) for number in (1, 2, 3) for hall in heard]
    await asyncio.gather(*promises)
    await asyncio.to_thread(two.one.run, taking(4))
    async with asyncio.timeout(20):
        while len(heard[HALL]) < 4:  # found by looking, for nobody here writes
            await asyncio.sleep(0.01)
    assert heard == {HALL: ["A001", "A002", "A003", "A004"], "second": ["A001", "A002", "A003"]}
    many.close()
    with pytest.raises(HallProblem) as caught:
        await many.of(HALL).submit(taking(5))
    assert caught.value.code is ProblemCode.STORE_UNAVAILABLE


def test_a_call_for_help_at_one_process_is_heard_by_the_other_once(two: Two) -> None:
    def ask(tx: Transaction) -> HelpCall:
        return tx.put_help_call(HelpCall(id="h1", n=0, kiosk="K1", page="K5", at=AT))

    call = two.one.run(ask)
    assert [change for change in two.other.look() if isinstance(change, Helped)] == [Helped(call)]
    _, changes = two.other.run_many([lambda tx: tx.put_help_call(msgspec.structs.replace(call, by="0317"))])
    assert [change.call.n for change in changes if isinstance(change, Helped)] == [2]
    assert [change.call.by for change in two.one.look() if isinstance(change, Helped)] == ["0317"]
    assert [change for change in two.other.look() if isinstance(change, Helped)] == []
