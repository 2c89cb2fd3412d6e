"""A PostgreSQL database as a place where halls lie (see `hall_server.store.place`). Loads the driver, no server."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import psycopg

from hall_server.store import statements as sql
from hall_server.store.postgres import link
from hall_server.store.postgres.reader import PostgresReader
from hall_server.store.reading import UnreadableStoreError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hall_server.store.place import Changes
    from hall_server.store.reading import HallReader


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
