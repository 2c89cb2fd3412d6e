"""What every store must do with calls for help, and with what a ticket says of the person that somebody acts for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import msgspec
import pytest

from hall_server.contract.city.video import Speech
from hall_server.contract.help_calls import HelpCall, HelpState
from hall_server.contract.messages import OnBehalf, VisitorMask
from hall_server.contract.vocabulary import Move, Relation, TicketState
from hall_server.domain.hall_state import Helped
from hall_server.domain.life import born
from hall_server.domain.ticket import Birth, TicketEvent
from hall_server.store.verify import verify
from tests.contracts.test_store import AT, DAY, HALL, KIOSK, VISITOR, Stored, on_postgres, on_sqlite

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hall_server.domain.seams import Transaction
    from hall_server.domain.ticket import Ticket

BEHALF = OnBehalf(Relation.RELATIVE, VisitorMask("cd" * 16, "陈**", "0042"), "木棉科技")


@pytest.fixture(params=["sqlite", "postgresql"])
def stored(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stored]:
    made = on_sqlite(tmp_path) if request.param == "sqlite" else on_postgres(str(request.getfixturevalue("database")))
    yield made
    report = verify(made.reader, HALL)
    made.reader.close()
    made.store.close()
    assert report.findings == []


def call(name: str, kiosk: str = "K1", at: int = AT) -> HelpCall:
    return HelpCall(
        id=name,
        n=0,
        kiosk=kiosk,
        kiosk_name="1 号机",
        place="入口",
        page="K5",
        speech=Speech.CANTONESE,
        modes="LA",
        at=at,
    )


def _put(one: HelpCall, tx: Transaction) -> HelpCall:
    return tx.put_help_call(one)


def _forget(before: int, tx: Transaction) -> None:
    tx.forget_help_calls(before)


def coming(one: HelpCall) -> HelpCall:
    return msgspec.structs.replace(
        one, state=HelpState.COMING, by="0317", looks="红马甲", minutes=2, coming_at=AT + 5, presses=2
    )


def done(one: HelpCall) -> HelpCall:
    return msgspec.structs.replace(coming(one), state=HelpState.DONE, ended_at=AT + 9)


def test_a_call_is_read_as_it_was_written_and_each_change_has_the_next_number(stored: Stored) -> None:
    assert (stored.reader.newest_help(), stored.reader.open_help_calls()) == (0, [])
    first = stored.run(partial(_put, call("a")))
    assert first == msgspec.structs.replace(call("a"), n=1) == stored.reader.help_call("a")
    stored.run(partial(_put, call("b", "K2", AT - 1)))
    after = stored.run(partial(_put, coming(first)))
    assert after == msgspec.structs.replace(coming(first), n=3) == stored.reader.help_call("a")
    assert stored.run(lambda tx: (tx.help_call("a"), tx.help_call("nobody"))) == (after, None)
    assert [one.id for one in stored.reader.open_help_calls()] == ["b", "a"]
    assert stored.reader.newest_help() == 3


def test_the_last_call_of_a_kiosk_is_the_one_that_changed_last(stored: Stored) -> None:
    one = stored.run(partial(_put, call("a")))
    stored.run(partial(_put, done(one)))
    stored.run(partial(_put, call("b")))
    stored.run(partial(_put, call("c", "K2")))
    found = stored.run(lambda tx: (tx.last_help_of("K1"), tx.last_help_of("K9")))
    assert found[0] is not None
    assert (found[0].id, found[1]) == ("b", None)


def test_calls_that_ended_long_ago_are_forgotten_and_open_ones_are_not(stored: Stored) -> None:
    one = stored.run(partial(_put, call("a")))
    stored.run(partial(_put, done(one)))
    stored.run(partial(_put, call("b", "K2", 0)))
    stored.run(partial(_forget, AT + 9))
    assert stored.reader.help_call("a") is not None
    stored.run(partial(_forget, AT + 10))
    assert stored.reader.help_call("a") is None
    assert [found.id for found in stored.reader.open_help_calls()] == ["b"]


def test_changes_are_counted_on_after_all_was_forgotten_that_may_be(stored: Stored) -> None:
    for name in ("a", "b"):
        stored.run(partial(_put, done(stored.run(partial(_put, call(name))))))
    stored.run(partial(_forget, AT + 10))
    assert [stored.reader.help_call(name) is not None for name in ("a", "b")] == [False, True]
    assert stored.run(partial(_put, call("c"))).n == 5


def test_calls_of_one_commit_are_counted_one_after_the_other(stored: Stored) -> None:
    outcomes, _ = stored.store.run_many([partial(_put, call(name, name)) for name in ("a", "b", "c")])
    assert [outcome.get().n for outcome in outcomes] == [1, 2, 3]


def test_a_change_is_told_with_the_commit_and_not_when_it_is_undone(stored: Stored) -> None:
    def undone(tx: Transaction) -> None:
        tx.put_help_call(call("a"))
        tx.undo()

    outcomes, changes = stored.store.run_many([undone, partial(_put, call("b"))])
    assert [outcome.error for outcome in outcomes] == [None, None]
    assert [change.call.id for change in changes if isinstance(change, Helped)] == ["b"]
    assert stored.reader.help_call("a") is None


def _taken(tx: Transaction) -> Ticket:
    birth = Birth(number=1, item="i1", for_other=True, modes="LH")
    event = TicketEvent(
        at=AT,
        business_day=DAY,
        move=Move.TAKE,
        ticket="t1",
        label="A001",
        queue="A",
        state=TicketState.RESERVED,
        actor_kind=KIOSK.kind,
        actor=KIOSK.id,
        birth=birth,
    )
    return tx.remember(event, lambda numbered: born(numbered, birth, VISITOR, BEHALF))


def test_a_ticket_keeps_for_whom_and_how_and_its_event_says_nothing_of_the_person(stored: Stored) -> None:
    written = stored.run(_taken)
    assert (written.on_behalf, written.modes) == (BEHALF, "LH")
    assert stored.reader.ticket("t1") == written
    body = msgspec.json.encode(stored.reader.history("t1"))
    assert b'"modes":"LH"' in body
    for word in ("木棉科技", "cd" * 16, "0042", "relative"):
        assert word.encode() not in body
