"""The post to the city and the book of records, inside a transaction and beside it, for any dialect.

Places and entries are counted inside the transaction that writes: SQLite has one writer, PostgreSQL holds the hall's
head.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any

import msgspec

from hall_server.contract.city.ports import PortName
from hall_server.domain.city.post import CityMessage, MessageState
from hall_server.domain.city.seams import PostCount
from hall_server.domain.records import Record
from hall_server.store import statements_city as sql
from hall_server.store.chain import genesis, link
from hall_server.store.driver import Driver

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hall_server.store.prepared import Prepared, Value


class CityRows(Driver):
    """See `seams.CityRows`."""

    def city_cursor(self, stream: str) -> str:
        row = self.one(sql.CURSOR, stream=stream)
        return str(row[0]) if row else ""

    def put_city_cursor(self, stream: str, cursor: str) -> None:
        self.run(sql.PUT_CURSOR, stream=stream, cursor=cursor)

    def post(self, message: CityMessage) -> bool:
        if self.one(sql.MESSAGE, id=message.id) is not None:
            return False
        newest = self.one(sql.NEWEST_PLACE)
        place = int(newest[0] or 0) + 1
        self.run_with(sql.NEW_MESSAGE, _values(self.hall_id, msgspec.structs.replace(message, place=place)))
        return True

    def city_message(self, message_id: str) -> CityMessage | None:
        row = self.one(sql.MESSAGE, id=message_id)
        return _message_of(row) if row else None

    def due_messages(self, port: PortName, at: int, limit: int) -> list[CityMessage]:
        return [_message_of(row) for row in self.run(sql.DUE, port=port.value, at=at, most=limit)]

    def put_city_message(self, message: CityMessage) -> None:
        self.run_with(sql.SET_MESSAGE, message_values(self.hall_id, message))

    def forget_taken(self, before: int) -> None:
        self.run(sql.FORGET_TAKEN, before=before)


class RecordRows(Driver):
    """See `records.RecordRows`."""

    def add_record(self, record: Record) -> Record:
        last = self.one(sql.LAST_RECORD)
        n, before = (int(last[0]), bytes(last[1])) if last else (0, genesis(self.hall_id))
        record = msgspec.structs.replace(record, n=n + 1)
        body = msgspec.json.encode(record)
        self.run(
            sql.NEW_RECORD,
            n=record.n,
            at=record.at,
            kind=record.kind,
            about=record.about,
            body=body,
            hash=link(before, body),
        )
        return record

    def records_about(self, about: str) -> list[Record]:
        return [_record_of(row) for row in self.run(sql.RECORDS_ABOUT, about=about)]


class CityReading(ABC):
    """See `seams.CityReader`."""

    @abstractmethod
    def run(self, statement: Prepared, **values: Value) -> list[Any]:
        """All rows of a statement for this hall."""

    def city_cursor(self, stream: str) -> str:
        rows = self.run(sql.CURSOR, stream=stream)
        return str(rows[0][0]) if rows else ""

    def is_post_due(self, port: PortName, at: int) -> bool:
        return bool(self.run(sql.DUE, port=port.value, at=at, most=1))

    def post_counts(self) -> list[PostCount]:
        return [PostCount(PortName(row[0]), MessageState(row[1]), row[2], row[3]) for row in self.run(sql.COUNTS)]

    def city_messages(self, port: str, state: str, after: int, limit: int) -> list[CityMessage]:
        return [_message_of(row) for row in self.run(sql.MESSAGES, port=port, state=state, after=after, most=limit)]

    def city_message(self, message_id: str) -> CityMessage | None:
        rows = self.run(sql.MESSAGE, id=message_id)
        return _message_of(rows[0]) if rows else None


class RecordReading(ABC):
    """See `records.RecordReader`."""

    @abstractmethod
    def run(self, statement: Prepared, **values: Value) -> list[Any]:
        """All rows of a statement for this hall."""

    def records_about(self, about: str) -> list[Record]:
        return [_record_of(row) for row in self.run(sql.RECORDS_ABOUT, about=about)]

    def records(self, kind: str, after: int, limit: int) -> list[Record]:
        return [_record_of(row) for row in self.run(sql.RECORDS, kind=kind, after=after, most=limit)]


def _message_of(row: Sequence[Any]) -> CityMessage:
    """A row of `city_message`, all columns in the table's order."""
    _, id_, port, kind, subject, correlation, made_at, body, state, place, tries, due_at, why, settled_at = row
    return CityMessage(
        id=id_,
        port=PortName(port),
        kind=kind,
        subject=subject,
        correlation=correlation,
        made_at=made_at,
        body=bytes(body),
        state=MessageState(state),
        place=place,
        tries=tries,
        due_at=due_at,
        why=why,
        settled_at=settled_at,
    )


def message_values(hall_id: str, message: CityMessage) -> dict[str, Value]:
    """What may change of a message, as `SET_MESSAGE` takes it."""
    values: dict[str, Value] = {"of_hall": hall_id, "of_id": message.id}
    for name in sql.CHANGING:
        value = getattr(message, name)
        values[f"new_{name}"] = value.value if isinstance(value, MessageState) else value
    return values


def _values(hall_id: str, message: CityMessage) -> dict[str, Value]:
    values = msgspec.structs.asdict(message)
    return {**values, "hall_id": hall_id, "port": message.port.value, "state": message.state.value}


def _record_of(row: Sequence[Any]) -> Record:
    return msgspec.json.decode(bytes(row[0]), type=Record)
