"""Where a hall's tables lie: a SQLite file, or a PostgreSQL database that holds many halls.

For whoever is no server: making a hall, giving keys, reading, one statement at a time.
"""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from hall_server.store import statements as sql
from hall_server.store.reading import UnreadableStoreError
from hall_server.store.sqlite_store import SqliteReader, connect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hall_server.store.prepared import Prepared, Value
    from hall_server.store.reading import HallReader

    Where = Path | str
    Changes = Sequence[tuple[Prepared, dict[str, Value]]]

_SCHEMES = ("postgresql://", "postgres://")


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


def place_of(where: Where) -> Place:
    """The place that a SQLite file or a PostgreSQL address names. A file does without the other's driver."""
    if isinstance(where, Path):
        return SqlitePlace(where)
    from hall_server.store.postgres.place import PostgresPlace

    return PostgresPlace(where)


def is_address(words: str) -> bool:
    """Whether this is the address of a PostgreSQL database."""
    return words.startswith(_SCHEMES)
