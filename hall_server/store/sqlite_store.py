"""A hall on one SQLite file: WAL with synchronous=FULL, one writer, commits in groups, reads beside it.

FULL because NORMAL loses acknowledged tickets in a power cut and then gives their numbers out again. Everything here is
synchronous and belongs to one thread at a time; who calls from where is `group_commit`'s business.
"""

from __future__ import annotations

import errno
import logging
import os
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from hall_server.store.hall_memory import HallMemory
from hall_server.store.outcome import Outcome, attempt, unavailable
from hall_server.store.reading import HallReader
from hall_server.store.transaction import SqliteTransaction

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from hall_server.contract.problems import HallProblem
    from hall_server.domain.hall_state import Change
    from hall_server.domain.seams import Transaction
    from hall_server.store.prepared import Prepared, Value

T = TypeVar("T")
FILE_NAME = "hall.sqlite3"
_TOLD_AT_MOST = 5  # of many sentences about one damaged file
CHECKPOINT_PAGES = 2_000  # 8 MB: pages that many commits change are folded back once
_FRAME = 24 + 4096  # a page in the write-ahead log
CAREFUL_FOR = 64  # commits after somebody asked again: whoever does, does it more than once
BUSY_MS = 5_000  # how long a lock of somebody else's is waited for
BUSY_INLINE_MS = 200  # the same on the loop's own thread, where everybody waits with it
_log = logging.getLogger("kapok.store")


def make_log_room(path: Path) -> None:
    """Give the write-ahead log of a closed database its size before it is needed.

    A log that grows with each commit makes the file system write down its new size each time, on a busy disk for ten
    times as long as the commit itself. Zeros are no log to SQLite; a log that is there is left alone. A disk without
    that much space is opened without it: what it still takes is for commits.
    """
    log = path.with_name(f"{path.name}-wal")
    if log.exists():
        return
    try:
        _make_zeros(log, CHECKPOINT_PAGES * _FRAME)
    except OSError as error:
        _log.warning("no room for the log error=%r", error.strerror)
        log.unlink(missing_ok=True)


def _make_zeros(path: Path, size: int) -> None:
    """A new file of zeros that lasts; OSError when the disk does not take all of it."""
    path.touch(0o600)
    with path.open("r+b", buffering=0) as file:
        if file.write(bytes(size)) < size:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        os.fsync(file.fileno())


def connect(path: Path, *, read_only: bool = False, busy_ms: int = BUSY_MS) -> sqlite3.Connection:
    """A connection with the settings that the guarantees rest on."""
    mode = "ro" if read_only else "rw"
    address = f"{path.absolute().as_uri()}?mode={mode}"
    db = sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)
    db.execute(f"PRAGMA busy_timeout = {busy_ms}")
    db.execute("PRAGMA foreign_keys = ON")
    if not read_only:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
        db.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
    return db


class SqliteReader(HallReader):
    """What is committed, on a connection of its own: a `seams.Reader`."""

    def __init__(self, path: Path, hall_id: str) -> None:
        self._db = connect(path, read_only=True)
        self.hall_id = hall_id

    def close(self) -> None:
        self._db.close()

    @contextmanager
    def whole(self) -> Iterator[None]:
        if self._db.in_transaction:
            yield
            return
        self._db.execute("BEGIN")
        try:
            yield
        finally:
            self._db.execute("COMMIT")

    def damage(self) -> list[str]:
        found = [row[0] for row in self._db.execute(f"PRAGMA integrity_check({_TOLD_AT_MOST})")]
        return [] if found == ["ok"] else found

    def stream(self, statement: Prepared, values: dict[str, Value]) -> Iterable[Any]:
        return self._db.execute(statement.sql, statement.values(values))

    def run_with(self, statement: Prepared, values: dict[str, Value]) -> list[Any]:
        return self._db.execute(statement.sql, statement.values(values)).fetchall()


class SqliteStore:
    """The one writer of a hall's file."""

    def __init__(self, path: Path, hall_id: str, *, busy_ms: int = BUSY_MS) -> None:
        self._db = connect(path, busy_ms=busy_ms)
        self._hall = hall_id
        self._failing = ""
        self._memory = HallMemory()
        self._version = -1  # of the file: another number when somebody else has written
        self._careful_for = 0  # commits more

    def close(self) -> None:
        """Give the file back."""
        self._db.close()

    def run(self, work: Callable[[Transaction], T | HallProblem]) -> T:
        """Do one piece of work in a transaction and commit it (see seams.Store)."""
        outcomes, _ = self.run_many([work])
        return outcomes[0].get()  # type: ignore[no-any-return]  # one work, one outcome of its type

    def run_many(self, works: Sequence[Callable[[Transaction], Any]]) -> tuple[list[Outcome[Any]], list[Change]]:
        """Do several pieces of work and commit them together; each succeeds or fails alone.

        Returns their outcomes in order and what was changed. When the commit itself fails, nothing was changed and
        every outcome is HallProblem(store_unavailable).
        """
        self._careful_for = max(0, self._careful_for - 1)
        return self._run(works, hopeful=not self._careful_for)

    def _run(
        self, works: Sequence[Callable[[Transaction], Any]], *, hopeful: bool
    ) -> tuple[list[Outcome[Any]], list[Change]]:
        try:
            self._db.execute("BEGIN IMMEDIATE")
            tx = SqliteTransaction(self._db, self._hall, self._remembered(), hopeful=hopeful)
            outcomes = [attempt(tx, work, _of_the_database if hopeful else _fatal) for work in works]
            tx.settle()
            self._db.execute("COMMIT")
        except sqlite3.IntegrityError as error:  # of what was written behind, something fits no table: whose?
            self._db.execute("ROLLBACK")
            self._memory.forget()
            if hopeful:  # an id or a key that was no new one, most likely: somebody asks again
                self._careful_for = CAREFUL_FOR
                return self._run(works, hopeful=False)
            return self._each_alone(works) if len(works) > 1 else ([Outcome(None, error)], [])
        except sqlite3.Error as error:
            self._say(f"{type(error).__name__}: {error}")
            self._memory.forget()
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            return unavailable(works), []
        self._say("")
        return outcomes, tx.changes

    def _remembered(self) -> HallMemory:
        """What is known from earlier transactions, as long as nobody else has written. Asked inside the transaction."""
        version = self._db.execute("PRAGMA data_version").fetchone()[0]
        if version != self._version:
            self._memory.forget()
            self._version = version
        return self._memory

    def _each_alone(self, works: Sequence[Callable[[Transaction], Any]]) -> tuple[list[Outcome[Any]], list[Change]]:
        """The same works, each in a transaction of its own: the one that does not fit fails alone."""
        told = [self._run([work], hopeful=False) for work in works]
        return [outcomes[0] for outcomes, _ in told], [change for _, changes in told for change in changes]

    def _say(self, failing: str) -> None:
        """Once per change: a disk that is full stays full for a while, and the log lies on a disk too."""
        if failing and failing != self._failing:
            _log.error("commits fail error=%r", failing)
        elif self._failing and not failing:
            _log.warning("commits work again")
        self._failing = failing


def _of_the_database(error: Exception) -> bool:
    """Whether the database refused something, whoever's fault it is."""
    return isinstance(error, sqlite3.DatabaseError)


def _fatal(error: Exception) -> bool:
    """Whether it is the database's own trouble, and not the command's."""
    return isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.IntegrityError)
