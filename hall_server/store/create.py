"""A new hall in a data folder: tables, the beginning of its chain, its first life."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING

from hall_server.store import statements as sql
from hall_server.store.chain import genesis
from hall_server.store.migrate import migrate
from hall_server.store.reading import UnreadableStoreError
from hall_server.store.sqlite_store import FILE_NAME, connect
from hall_server.store.tables import CREATED

if TYPE_CHECKING:
    from pathlib import Path

    from hall_server.store.prepared import Value


def create_hall(data: Path, hall_id: str, incarnation: str, at: int) -> None:
    """Make the database; FileExistsError when there is one."""
    path = data / FILE_NAME
    if path.exists():
        raise FileExistsError(path)
    migrate(path)
    path.chmod(0o600)
    db = connect(path)
    try:
        db.execute("BEGIN IMMEDIATE")
        head: dict[str, Value] = {"hall_id": hall_id, "n": 0, "hash": genesis(hall_id), "version": 0}
        db.execute(sql.NEW_HEAD.sql, sql.NEW_HEAD.values(head))
        life: dict[str, Value] = {
            "hall_id": hall_id,
            "ordinal": 1,
            "id": incarnation,
            "n": 0,
            "at": at,
            "cause": CREATED,
        }
        db.execute(sql.NEW_INCARNATION.sql, sql.NEW_INCARNATION.values(life))
        db.execute("COMMIT")
    finally:
        db.close()


def halls_in(data: Path) -> list[str]:
    """The ids of the halls in a data folder's database; UnreadableStoreError when it is none."""
    try:
        db = connect(data / FILE_NAME, read_only=True)
        with contextlib.closing(db):
            return [row[0] for row in db.execute(sql.HALLS.sql)]
    except sqlite3.DatabaseError as error:
        raise UnreadableStoreError(str(error)) from error
