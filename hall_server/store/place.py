"""Where a hall's tables lie: a SQLite file, or a PostgreSQL database that holds many halls.

For whoever is no server: making a hall, giving keys, reading, one statement at a time.
"""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import psycopg

from hall_server.store import statements as sql
from hall_server.store.postgres import link
from hall_server.store.postgres.reader import PostgresReader
from hall_server.store.reading import UnreadableStoreError
from hall_server.store.sqlite_store import SqliteReader, connect

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hall_server.store.prepared import Prepared, Value
    from hall_server.store.reading import HallReader

    Where = Path | str
    Changes = Sequence[tuple[Prepared, dict[str, Value]]]


class Place(Protocol):
    """A database that is there."""

    shown: str
    """What people may see of its address."""

    def halls(self) -> list[str]:
        """The ids of its halls; UnreadableStoreError when it is no hall's database or cannot be reached."""

    def reader(self, hall_id: str) -> HallReader:
        """A reader of one hall."""

    def change(self, changes: Changes) -> int:
        """Run statements in one transaction; how many rows the last one changed."""


class SqlitePlace:
    """A file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.shown = str(path)

    def halls(self) -> list[str]:
        try:
            with contextlib.closing(connect(self._path, read_only=True)) as db:
                return [row[0] for row in db.execute(sql.HALLS.sql)]
        except sqlite3.DatabaseError as error:
            raise UnreadableStoreError(str(error)) from error

    def reader(self, hall_id: str) -> HallReader:
        return SqliteReader(self._path, hall_id)

    def change(self, changes: Changes) -> int:
        rows = 0
        with contextlib.closing(connect(self._path)) as db:
            db.execute("BEGIN IMMEDIATE")
            for statement, values in changes:
                rows = db.execute(statement.sql, statement.values(values)).rowcount
            db.execute("COMMIT")
        return rows


class PostgresPlace:
    """A database under an address."""

    def __init__(self, address: str) -> None:
        self._address = address
        self.shown = link.shown(address)

    def halls(self) -> list[str]:
        with self._asked() as db:
            return [row[0] for row in db.execute(sql.HALLS.postgres.sql.encode())]

    def reader(self, hall_id: str) -> HallReader:
        return PostgresReader(self._address, hall_id)

    def change(self, changes: Changes) -> int:
        rows = 0
        with self._asked() as db, db.transaction():
            for statement, values in changes:
                rows = db.execute(statement.postgres.sql.encode(), statement.postgres.values(values)).rowcount
        return rows

    @contextlib.contextmanager
    def _asked(self) -> Iterator[link.Db]:
        with contextlib.closing(link.connect(self._address)) as db:
            try:
                yield db
            except psycopg.OperationalError as error:
                raise UnreadableStoreError(f"{self.shown}: {link.sentence(error)}") from error
            except psycopg.errors.UndefinedTable as error:
                raise UnreadableStoreError(f"{self.shown}: no hall in it") from error


def place_of(where: Where) -> Place:
    """The place that a SQLite file or a PostgreSQL address names."""
    return SqlitePlace(where) if isinstance(where, Path) else PostgresPlace(where)
