"""The store's file: SQLite in WAL with synchronous=FULL, owned by one process, brought up to this program's tables.

Knows tables and versions, not what the rows mean. A file that is no database any more is put aside, never deleted.
"""

from __future__ import annotations

import fcntl
import logging
import sqlite3
import threading
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from config.durable import make_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

LOG = logging.getLogger("kapok.kiosk.store")

VERSION = 2
LOCKS = Path("/proc/locks")
JOURNAL = (
    "CREATE TABLE IF NOT EXISTS journal (ticket_id TEXT PRIMARY KEY, label TEXT, business_day TEXT, stage TEXT,"
    " answer TEXT, boot_id TEXT, told INTEGER, boottime_us INTEGER)"
)
MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        JOURNAL,
        "ALTER TABLE journal ADD COLUMN origin TEXT NOT NULL DEFAULT 'online'",
        "ALTER TABLE journal ADD COLUMN number BLOB",  # the whole GivenNumber, once there is one
        "ALTER TABLE journal ADD COLUMN given_us INTEGER NOT NULL DEFAULT 0",  # see `elapsed`
        (
            "CREATE TABLE lease (id INTEGER PRIMARY KEY, queue TEXT NOT NULL, epoch INTEGER NOT NULL,"
            " incarnation TEXT NOT NULL, business_day TEXT NOT NULL, boot_id TEXT NOT NULL, letter TEXT NOT NULL,"
            " width INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, next INTEGER NOT NULL,"
            " expires_at INTEGER NOT NULL)"
        ),
        "CREATE TABLE series (letter TEXT PRIMARY KEY, business_day TEXT NOT NULL, next INTEGER NOT NULL)",
        (
            "CREATE TABLE outbox (id INTEGER PRIMARY KEY, incarnation TEXT NOT NULL, seq INTEGER NOT NULL,"
            " ticket_id TEXT NOT NULL, body BLOB NOT NULL, acked_us INTEGER,"
            " refused TEXT NOT NULL DEFAULT '', UNIQUE (incarnation, seq))"
        ),
        "CREATE INDEX outbox_ticket ON outbox (ticket_id)",
        "CREATE INDEX outbox_pending ON outbox (incarnation, seq) WHERE acked_us IS NULL",
        "CREATE TABLE fact (name TEXT PRIMARY KEY, value BLOB NOT NULL)",
    ),
    (
        "ALTER TABLE series ADD COLUMN counts_from TEXT NOT NULL DEFAULT ''",  # the business day on which it began,
        "ALTER TABLE series ADD COLUMN before INTEGER NOT NULL DEFAULT 0",  # and how many numbers it had then
        "UPDATE series SET counts_from = business_day",
    ),
)
"""What leads from each version (PRAGMA user_version) to the next; version 0 is a store with the journal alone."""


class LocalStoreError(Exception):
    """Environment: the disk does not take what must be kept. `code` is permanent."""

    code = "local_store"


class LocalStoreInUseError(LocalStoreError):
    """Site: another process owns this store; two would give one identity to two kiosks."""

    code = "local_store_in_use"


class LocalStoreTooNewError(LocalStoreError):
    """Site: a newer program has written this store; an older one must not guess what its rows mean."""

    code = "local_store_too_new"


class StoreFile:
    """The open file. Blocking, one thread at a time. With `look_only` it may be, and stays, another process's.

    Other threads wait, a close too: SQLite ends a process that uses what is closed under it.
    Raises LocalStoreError when the disk refuses, LocalStoreInUseError when another process has the file.
    """

    def __init__(self, path: Path, *, look_only: bool = False) -> None:
        self._path = path
        self._lock: IO[bytes] | None = None
        self._turn = threading.RLock()
        if look_only:
            self.connection = _look_into(path)
            return
        make_folder(path.parent)
        self._lock = _own(path)
        try:
            self.connection = self._open_or_put_aside()
        except LocalStoreError:
            self._lock.close()
            raise

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: committed and on the disk at the end, undone when anything is raised."""
        connection = self.connection
        with self._turn:
            try:
                connection.execute("BEGIN IMMEDIATE")
                try:
                    yield connection
                except BaseException:
                    connection.rollback()
                    raise
                connection.commit()
            except sqlite3.Error as error:
                with suppress(sqlite3.Error):  # a commit that failed may leave the transaction open
                    connection.rollback()
                raise LocalStoreError(str(error)) from error

    def rows(self, statement: str, *values: object) -> list[dict[str, Any]]:
        """What a SELECT finds, outside a transaction."""
        try:
            with self._turn:
                found = self.connection.execute(statement, values)
                names = [column[0] for column in found.description]
                return [dict(zip(names, row, strict=True)) for row in found]
        except sqlite3.Error as error:
            raise LocalStoreError(str(error)) from error

    def durability(self) -> str:
        """How hard the disk is asked to keep a commit: "full" (anything less loses numbers in a power cut)."""
        (level,) = self.connection.execute("PRAGMA synchronous").fetchone()
        return {0: "off", 1: "normal", 2: "full", 3: "extra"}[level]

    def close(self) -> None:
        """Close the file and let another process have it."""
        with self._turn:
            self.connection.close()
        if self._lock is not None:
            self._lock.close()

    def _open_or_put_aside(self) -> sqlite3.Connection:
        """A file that is no database any more is put aside: the hall keeps the places (definitions.md 2)."""
        try:
            return _open(self._path)
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                raise LocalStoreError(str(error)) from error
            aside = self._path.with_name(f"{self._path.name}.broken-{time.time_ns()}")
            self._path.rename(aside)
            LOG.exception("local_store_broken: kept as %s, a new one is begun", aside.name)
            return _open(self._path)


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)  # transactions are ours
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        _migrate(connection)
    except (sqlite3.Error, LocalStoreError):
        connection.close()
        raise
    return connection


def _look_into(path: Path) -> sqlite3.Connection:
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        try:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
        except sqlite3.Error:
            connection.close()
            raise
    except sqlite3.Error as error:
        raise LocalStoreError(f"{path.name}: {error}") from error
    if version != VERSION:
        connection.close()
        raise LocalStoreError(f"{path.name} has version {version}, this program knows {VERSION}")
    return connection


def owner_runs(path: Path) -> bool:
    """Whether a process has the store now. Asks the kernel's list: taking the lock could keep a kiosk from starting."""
    try:
        inode = path.with_name(path.name + ".lock").stat().st_ino
        held = LOCKS.read_text(encoding="ascii").splitlines()
    except OSError:
        return False
    return any(f":{inode} " in line for line in held if " FLOCK " in line)


def _migrate(connection: sqlite3.Connection) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > VERSION:
        raise LocalStoreTooNewError(f"the store has version {version}, this program knows {VERSION}")
    for step in MIGRATIONS[version:]:
        connection.execute("BEGIN IMMEDIATE")
        try:
            for statement in step:
                connection.execute(statement)
            version += 1
            connection.execute(f"PRAGMA user_version = {version:d}")
        except sqlite3.Error:
            connection.rollback()
            raise
        connection.commit()


def _own(path: Path) -> IO[bytes]:
    lock = path.with_name(path.name + ".lock").open("ab")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        lock.close()
        raise LocalStoreInUseError(f"{path.name} belongs to a process that runs") from error
    return lock
