"""All rows of one hall out of PostgreSQL into a SQLite file with the same tables, from one moment; and back."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from hall_server.store.all_tables import metadata
from hall_server.store.postgres.link import connect

if TYPE_CHECKING:
    import sqlite3

    from sqlalchemy import Table

_AT_ONCE = 2_000


def copy_out(address: str, hall_id: str, into: sqlite3.Connection) -> None:
    """Every table's rows of the hall, as they stood at one moment, however long it takes."""
    with closing(connect(address)) as db, into:
        db.execute(b"SET idle_in_transaction_session_timeout = 0")
        db.execute(b"SET statement_timeout = 0")
        db.execute(b"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        for table in metadata.sorted_tables:
            marks = ", ".join("?" * len(table.columns))
            with db.cursor(f"out_{table.name}") as cursor:
                cursor.execute(f"SELECT {_columns(table)} FROM {table.name} WHERE hall_id = %s".encode(), [hall_id])  # noqa: S608 - our tables
                while rows := cursor.fetchmany(_AT_ONCE):
                    into.executemany(f"INSERT INTO {table.name} ({_columns(table)}) VALUES ({marks})", rows)  # noqa: S608 - our tables
        db.execute(b"COMMIT")


def copy_in(source: sqlite3.Connection, address: str) -> None:
    """All rows of all tables, in one transaction."""
    with closing(connect(address)) as db, db.transaction():
        db.execute(b"SET LOCAL statement_timeout = 0")
        for table in metadata.sorted_tables:
            words = f"COPY {table.name} ({_columns(table)}) FROM STDIN".encode()
            with db.cursor() as cursor, cursor.copy(words) as copy:
                for row in source.execute(f"SELECT {_columns(table)} FROM {table.name}"):  # noqa: S608 - our tables
                    copy.write_row(row)


def _columns(table: Table) -> str:
    return ", ".join(f'"{name}"' for name in table.columns.keys())  # noqa: SIM118 - a collection of columns
