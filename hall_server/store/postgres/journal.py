"""What the commands of a group want written, kept until the group's end and then written in a few strokes.

Rows of one table keep their order; of rows that overwrite each other the last is written. Changed tickets go by one
UPDATE for all of them, counts by one INSERT; many new rows by COPY, a few as they are, together with the commit in one
round trip.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

import msgspec
import psycopg
from sqlalchemy.dialects import postgresql

from hall_server.store import statements as sql
from hall_server.store.all_tables import metadata
from hall_server.store.postgres.arrays import array_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hall_server.store.postgres.link import Db
    from hall_server.store.prepared import Prepared, Value

    Values = dict[str, Value]
    Entry = tuple[Prepared, Values]

_ORDER = tuple(frozenset({table.name}) for table in metadata.sorted_tables)  # whoever is referred to comes first
_OVERWRITES = {
    sql.PUT_NUMBERS: ("hall_id", "business_day", "queue"),
    sql.PUT_CALLS: ("hall_id", "business_day", "queue"),
    sql.PUT_BOOKED_RUN: ("hall_id", "business_day", "counter"),
    sql.SET_TICKET: ("of_hall", "of_id"),
}
_SET = tuple(name.removeprefix("new_") for name in sql.SET_TICKET.postgres.names if name.startswith("new_"))
_FEW = 60  # entries


class NotWrittenError(Exception):
    """The database takes something of what is owed for a contradiction; whose it was is not known here."""


class Journal:
    """Entries in the order of the commands; written table by table."""

    def __init__(self) -> None:
        self._entries: list[Entry] = []

    def add(self, statement: Prepared, values: Values) -> None:
        """To be written."""
        self._entries.append((statement, values))

    def mark(self) -> int:
        """How far it has come."""
        return len(self._entries)

    def back_to(self, mark: int) -> None:
        """Forget what came after a mark."""
        del self._entries[mark:]

    @property
    def small(self) -> bool:
        """Whether a round trip would cost more than writing one by one."""
        return len(self._entries) <= _FEW

    def write(self, db: Db, up_to: int | None = None, *, copy: bool = True) -> None:
        """Write all entries, or those before a mark, and forget them. NotWrittenError for a contradiction."""
        entries, self._entries = self._entries[:up_to], [] if up_to is None else self._entries[up_to:]
        tables: dict[frozenset[str], list[Entry]] = {}
        for entry in entries:
            tables.setdefault(entry[0].tables, []).append(entry)
        with told_apart():
            for table in _ORDER:
                if table in tables:
                    _write_table(db, tables[table], copy=copy)


@contextmanager
def told_apart() -> Iterator[None]:
    """What the database takes for a contradiction is NotWrittenError."""
    try:
        yield
    except (psycopg.IntegrityError, psycopg.DataError) as error:
        raise NotWrittenError(str(error)) from error


def _write_table(db: Db, entries: list[Entry], *, copy: bool) -> None:
    how = _MANY if copy else _FEW_ROWS
    fresh = {(values["hall_id"], values["id"]): values for statement, values in entries if statement is sql.NEW_TICKET}
    runs: list[tuple[Prepared, list[Values]]] = []
    for statement, values in entries:
        if statement is sql.NEW_TICKET:
            continue
        if statement is sql.SET_TICKET and (row := fresh.get((values["of_hall"], values["of_id"]))) is not None:
            row.update({name: values[f"new_{name}"] for name in _SET})
            continue
        if not runs or runs[-1][0] is not statement:
            runs.append((statement, []))
        runs[-1][1].append(values)
    if fresh:
        how.get(sql.NEW_TICKET, _each)(db, sql.NEW_TICKET, list(fresh.values()))
    for statement, rows in runs:
        over = _OVERWRITES.get(statement)
        kept = rows if over is None else list({tuple(row[name] for name in over): row for row in rows}.values())
        how.get(statement, _each)(db, statement, kept)


def _copy(db: Db, statement: Prepared, rows: list[Values]) -> None:
    (table,) = statement.tables
    columns = metadata.tables[table].columns.keys()
    words = ", ".join(f'"{column}"' for column in columns)
    with db.cursor() as cursor, cursor.copy(f"COPY {table} ({words}) FROM STDIN".encode()) as copy:
        for row in rows:
            copy.write_row([row[column] for column in columns])


def _tickets(db: Db, _: Prepared, rows: list[Values]) -> None:
    db.execute(_SET_TICKETS, [msgspec.json.encode(rows).decode()])


def _counts(db: Db, statement: Prepared, rows: list[Values]) -> None:
    if len(rows) == 1:
        _each(db, statement, rows)
    else:
        db.execute(_PUT[statement], [array_of([row[name] for row in rows]) for name in statement.postgres.names])


def _each(db: Db, statement: Prepared, rows: list[Values]) -> None:
    text = statement.postgres
    with db.cursor() as cursor:
        if len(rows) == 1:
            cursor.execute(text.sql.encode(), text.values(rows[0]))
        else:
            cursor.executemany(text.sql.encode(), [text.values(row) for row in rows])


def _typed(name: str) -> str:
    return f"{name} {_type('ticket', name.removeprefix('new_'))}"


def _type(table: str, column: str) -> str:
    return str(metadata.tables[table].columns[column].type.compile(_DIALECT))


def _unnested(statement: Prepared) -> bytes:
    """The same INSERT for columns of values instead of one row."""
    (table,) = statement.tables
    arrays = ", ".join(f"%s::{_type(table, name)}[]" for name in statement.postgres.names)
    head, tail = _VALUES.split(statement.postgres.sql)
    return f"{head} SELECT * FROM unnest({arrays}) {tail}".encode()  # noqa: S608 - our own words


_VALUES = re.compile(r"VALUES \([^)]*\)")
_DIALECT = postgresql.dialect()  # type: ignore[no-untyped-call]  # SQLAlchemy's own gap
_NEW = [f"new_{name}" for name in _SET]
_SET_TICKETS = (
    f"UPDATE ticket SET {', '.join(f'{name} = x.new_{name}' for name in _SET)}"  # noqa: S608 - our columns
    f" FROM json_to_recordset(%s::json) AS x(of_hall text, of_id text, {', '.join(map(_typed, _NEW))})"
    " WHERE ticket.hall_id = x.of_hall AND ticket.id = x.of_id"
).encode()
_PUT = {put: _unnested(put) for put in (sql.PUT_NUMBERS, sql.PUT_CALLS, sql.PUT_BOOKED_RUN)}
_Way = dict["Prepared", "Callable[[Db, Prepared, list[Values]], None]"]
_FEW_ROWS: _Way = {sql.SET_TICKET: _tickets, **dict.fromkeys(_PUT, _counts)}
_MANY: _Way = {**_FEW_ROWS, sql.NEW_TICKET: _copy, sql.NEW_EVENT: _copy, sql.KEEP: _copy}
