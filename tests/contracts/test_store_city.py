"""What every store must do with the post to the city and with the book of records."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

import msgspec
import pytest

from hall_server.contract.city.ports import PortName
from hall_server.contract.vocabulary import ActorKind
from hall_server.domain.city.post import CityMessage, MessageState, message_id, taken
from hall_server.domain.records import Record
from hall_server.store.sqlite_store import FILE_NAME
from hall_server.store.verify import verify
from tests.contracts.test_store import AT, HALL, Stored, on_postgres, on_sqlite

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hall_server.domain.seams import Transaction

NOTICES, RATINGS = PortName.NOTICES, PortName.RATINGS


@pytest.fixture(params=["sqlite", "postgresql"])
def stored(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stored]:
    made = on_sqlite(tmp_path) if request.param == "sqlite" else on_postgres(str(request.getfixturevalue("database")))
    yield made
    made.reader.close()
    made.store.close()


def message(name: str, subject: str = "t1", port: PortName = NOTICES, due_at: int = 0) -> CityMessage:
    return CityMessage(
        id=message_id(name),
        port=port,
        kind="called",
        subject=subject,
        correlation="visit",
        made_at=AT,
        body=b'{"n":1}',
        due_at=due_at,
    )


def _post(one: CityMessage, tx: Transaction) -> bool:
    return tx.post(one)


def _follow(cursor: str, tx: Transaction) -> None:
    tx.put_city_cursor("events", cursor)


def _add(one: Record, tx: Transaction) -> Record:
    return tx.add_record(one)


def post(stored: Stored, *messages: CityMessage) -> list[bool]:
    return [stored.run(partial(_post, one)) for one in messages]


def due(stored: Stored, port: PortName = NOTICES, at: int = AT, limit: int = 50) -> list[str]:
    return [one.id for one in stored.run(lambda tx: tx.due_messages(port, at, limit))]


def test_a_message_is_read_as_it_was_written_and_written_once(stored: Stored) -> None:
    assert post(stored, message("a"), message("a"), message("b")) == [True, False, True]
    first = stored.reader.city_message(message_id("a"))
    assert first == msgspec.structs.replace(message("a"), place=1)
    assert stored.run(lambda tx: tx.city_message(message_id("b"))) == msgspec.structs.replace(message("b"), place=2)
    assert stored.reader.city_message("nobody") is None


def test_of_each_subject_only_the_oldest_waiting_message_is_due(stored: Stored) -> None:
    a1, a2, b1, other = message("a1", "a"), message("a2", "a"), message("b1", "b"), message("o", "a", RATINGS)
    post(stored, a1, a2, b1, other)
    assert due(stored) == [a1.id, b1.id]
    assert due(stored, limit=1) == [a1.id]
    assert due(stored, RATINGS) == [other.id]
    stored.run(lambda tx: tx.put_city_message(taken(a1, AT)))
    assert due(stored) == [a2.id, b1.id]


def test_a_message_that_rests_holds_the_later_ones_about_its_subject_back(stored: Stored) -> None:
    post(stored, message("a1", "a", due_at=AT + 5), message("a2", "a"), message("b1", "b", due_at=AT + 1))
    assert due(stored) == []
    assert [stored.reader.is_post_due(NOTICES, at) for at in (AT, AT + 1)] == [False, True]
    assert due(stored, at=AT + 1) == [message_id("b1")]
    assert due(stored, at=AT + 5) == [message_id("a1"), message_id("b1")]


def test_the_post_is_counted_by_port_and_state_and_read_page_by_page(stored: Stored) -> None:
    post(stored, message("a"), message("b"), message("c", port=RATINGS))
    stored.run(lambda tx: tx.put_city_message(taken(message("a"), AT + 7)))
    counts = {(one.port, one.state): one.messages for one in stored.reader.post_counts()}
    assert counts == {
        (NOTICES, MessageState.TAKEN): 1,
        (NOTICES, MessageState.WAITING): 1,
        (RATINGS, MessageState.WAITING): 1,
    }
    pages = [[one.id for one in stored.reader.city_messages("", "", after, 2)] for after in (0, 2)]
    assert pages == [[message_id("a"), message_id("b")], [message_id("c")]]
    assert [one.id for one in stored.reader.city_messages("notices", "waiting", 0, 9)] == [message_id("b")]


def test_only_messages_that_were_taken_long_ago_are_forgotten(stored: Stored) -> None:
    post(stored, message("a"), message("b"), message("c"))
    stored.run(lambda tx: tx.put_city_message(taken(message("a"), AT)))
    stored.run(lambda tx: tx.put_city_message(taken(message("b"), AT + 1)))
    stored.run(lambda tx: tx.forget_taken(AT + 1))
    assert [one.id for one in stored.reader.city_messages("", "", 0, 9)] == [message_id("b"), message_id("c")]
    assert post(stored, message("d")) == [True]
    assert [one.place for one in stored.reader.city_messages("", "", 0, 9)] == [2, 3, 4]


def test_a_stream_is_followed_from_where_it_was_left(stored: Stored) -> None:
    assert stored.reader.city_cursor("events") == ""
    for cursor in ("5", "9"):
        stored.run(partial(_follow, cursor))
    assert stored.reader.city_cursor("events") == "9"
    assert stored.run(lambda tx: (tx.city_cursor("events"), tx.city_cursor("other"))) == ("9", "")


def entry(kind: str, about: str) -> Record:
    return Record(at=AT, kind=kind, about=about, actor_kind=ActorKind.KIOSK, actor="K1", what=msgspec.Raw(b'{"of":3}'))


def test_the_book_of_records_keeps_what_was_written_in_order(stored: Stored) -> None:
    for kind, about in (("consent", "t1"), ("override", "t2"), ("consent", "t2")):
        stored.run(partial(_add, entry(kind, about)))
    assert [one.n for one in stored.reader.records("", 0, 9)] == [1, 2, 3]
    assert [one.n for one in stored.reader.records("consent", 1, 9)] == [3]
    assert [one.kind for one in stored.reader.records_about("t2")] == ["override", "consent"]
    assert stored.run(lambda tx: tx.records_about("t1")) == [msgspec.structs.replace(entry("consent", "t1"), n=1)]
    assert stored.reader.records_about("t1")[0].as_(dict[str, int]) == {"of": 3}
    assert verify(stored.reader, HALL).findings == []


def test_a_record_that_somebody_changed_is_found(tmp_path: Path) -> None:
    made = on_sqlite(tmp_path)
    for about in ("t1", "t2"):
        made.run(partial(_add, entry("consent", about)))
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as db:
        db.execute("UPDATE record SET about = 't9' WHERE n = 2")
        db.commit()
        assert verify(made.reader, HALL).findings == ["record 2: its columns are not what was remembered"]
        db.execute("UPDATE record SET body = replace(CAST(body AS TEXT), 'K1', 'K2') WHERE n = 1")
        db.commit()
        assert verify(made.reader, HALL).findings == ["record 1: the chain is broken"]
    made.reader.close()
    made.store.close()
