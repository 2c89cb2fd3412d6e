"""What this kiosk has promised and must not forget: one journal row per number it asked for. Holds nothing personal.

SQLite in WAL with synchronous=FULL; one process owns the file. Row by row: ASKED before the hall is asked, RESERVED
before anything is printed, the print's outcome before the hall is told, `told` after the hall has answered. Whatever a
crash or a power cut leaves open is settled by `recover` (definitions.md 2); nothing is ever reprinted from here.
"""

from __future__ import annotations

import fcntl
import logging
import sqlite3
import time
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO, TYPE_CHECKING

from sqlite_utils import Database

from hall_server.contract.vocabulary import PrintAnswer

if TYPE_CHECKING:
    from collections.abc import Iterator

LOG = logging.getLogger("kapok.kiosk.store")

KEPT_ROWS = 5000  # settled rows that stay for whoever asks what happened
BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class Stage(StrEnum):
    """How far a number has come on this machine."""

    ASKED = "asked"  # the hall may have given a number; nothing was printed
    RESERVED = "reserved"  # the hall gave it; the slip may be under way
    PRINTED = "printed"
    NOT_PRINTED = "not_printed"
    UNKNOWN = "unknown"


class LocalStoreError(Exception):
    """Environment: the disk does not take what must be kept. `code` is permanent."""

    code = "local_store"


class LocalStoreInUseError(LocalStoreError):
    """Site: another process owns this store; two would give one identity to two kiosks."""

    code = "local_store_in_use"


@dataclass(frozen=True, slots=True)
class JournalRow:
    """One number; `answer` is what the hall is to be told, None while that is open."""

    ticket_id: str
    label: str
    business_day: str
    stage: Stage
    answer: PrintAnswer | None
    told: bool


AFTER_A_CRASH: dict[Stage, PrintAnswer] = {
    Stage.ASKED: PrintAnswer.VOID,  # nothing was printed, nobody holds it
    Stage.RESERVED: PrintAnswer.CANNOT_TELL,  # the slip may lie in the tray
    Stage.PRINTED: PrintAnswer.PAPER,
    Stage.NOT_PRINTED: PrintAnswer.CANNOT_TELL,  # it stood on the screen; it may have been noted down
    Stage.UNKNOWN: PrintAnswer.CANNOT_TELL,
}
"""What is told about rows that a life of this process left without an answer."""


class LocalStore:
    """The journal. Blocking, for one thread at a time; every method that writes has committed when it returns.

    Raises LocalStoreError when the disk refuses, LocalStoreInUseError when another process has the file.
    """

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path = path
        self._lock = _own(path)
        try:
            self._database = self._open_or_put_aside()
        except LocalStoreError:
            self._lock.close()
            raise

    def asked(self, ticket_id: str) -> None:
        """The hall is about to be asked under this id. An id that was used before raises LocalStoreError."""
        row = {
            "ticket_id": ticket_id,
            "label": "",
            "business_day": "",
            "stage": Stage.ASKED.value,
            "answer": "",
            "told": 0,
            "boot_id": BOOT_ID.read_text().strip(),
            "boottime_us": time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1000,
        }
        with self._writing():
            self._journal.insert(row)

    def not_given(self, ticket_id: str) -> None:
        """The hall said no: there is no number behind this id."""
        with self._writing():
            self._journal.delete_where("ticket_id = ?", [ticket_id])

    def reserved(self, ticket_id: str, label: str, business_day: str) -> None:
        """The hall gave this number."""
        stage = Stage.RESERVED.value
        self._update(ticket_id, {"label": label, "business_day": business_day, "stage": stage})

    def printed(self, ticket_id: str, stage: Stage) -> None:
        """What became of the slip: PRINTED, NOT_PRINTED or UNKNOWN."""
        self._update(ticket_id, {"stage": stage.value})

    def answer(self, ticket_id: str, answer: PrintAnswer) -> bool:
        """What the hall is to be told. Only CANNOT_TELL gives way to another answer; False when nothing changed."""
        changed = "ticket_id = ? AND answer IN ('', ?) AND answer <> ?"
        with self._writing():
            rows = list(self._journal.rows_where(changed, [ticket_id, PrintAnswer.CANNOT_TELL.value, answer.value]))
            if rows:
                self._journal.update(ticket_id, {"answer": answer.value, "told": 0})
        return bool(rows)

    def told(self, ticket_id: str, answer: PrintAnswer) -> None:
        """The hall has answered to this answer; a better one that came meanwhile stays untold."""
        with self._writing():
            if any(self._journal.rows_where("ticket_id = ? AND answer = ?", [ticket_id, answer.value])):
                self._journal.update(ticket_id, {"told": 1})

    def untold(self) -> list[JournalRow]:
        """What the hall must still hear, oldest first."""
        return self._rows("answer <> '' AND told = 0")

    def row(self, ticket_id: str) -> JournalRow | None:
        """One number."""
        return next(iter(self._rows("ticket_id = ?", ticket_id)), None)

    def recover(self) -> list[JournalRow]:
        """Answer what an earlier life of this process left open; returns all that the hall must still hear."""
        for row in self._rows("answer = ''"):
            self.answer(row.ticket_id, AFTER_A_CRASH[row.stage])
        with self._writing():
            self._journal.delete_where("told = 1 AND rowid <= (SELECT max(rowid) FROM journal) - ?", [KEPT_ROWS])
        return self.untold()

    def durability(self) -> str:
        """How hard the disk is asked to keep a commit: "full" (anything less loses numbers in a power cut)."""
        (level,) = self._database.conn.execute("PRAGMA synchronous").fetchone()
        return {0: "off", 1: "normal", 2: "full", 3: "extra"}[level]

    def close(self) -> None:
        """Close the file and let another process have it."""
        self._database.conn.close()
        self._lock.close()

    def _rows(self, where: str, *values: str) -> list[JournalRow]:
        with self._writing():
            found = list(self._journal.rows_where(where, list(values), order_by="rowid"))
        return [
            JournalRow(
                ticket_id=row["ticket_id"],
                label=row["label"],
                business_day=row["business_day"],
                stage=Stage(row["stage"]),
                answer=PrintAnswer(row["answer"]) if row["answer"] else None,
                told=bool(row["told"]),
            )
            for row in found
        ]

    def _update(self, ticket_id: str, values: dict[str, str]) -> None:
        with self._writing():
            if any(self._journal.rows_where("ticket_id = ?", [ticket_id])):
                self._journal.update(ticket_id, values)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            with self._database.conn:
                yield
        except sqlite3.Error as error:
            raise LocalStoreError(str(error)) from error

    def _open_or_put_aside(self) -> Database:
        """A file that is no database any more is put aside: the hall keeps the places (definitions.md 2)."""
        try:
            return self._open()
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                raise LocalStoreError(str(error)) from error
            aside = self._path.with_name(f"{self._path.name}.broken-{time.time_ns()}")
            self._path.rename(aside)
            LOG.exception("local_store_broken: kept as %s, a new one is begun", aside.name)
            return self._open()

    def _open(self) -> Database:
        connection = sqlite3.connect(self._path, check_same_thread=False)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            database = Database(connection)
            words = dict.fromkeys(("ticket_id", "label", "business_day", "stage", "answer", "boot_id"), str)
            columns: dict[str, type] = {**words, "told": int, "boottime_us": int}
            self._journal = database.table("journal").create(columns, pk="ticket_id", if_not_exists=True)
        except sqlite3.Error:
            connection.close()
            raise
        return database


def _own(path: Path) -> IO[bytes]:
    lock = path.with_name(path.name + ".lock").open("ab")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        lock.close()
        raise LocalStoreInUseError(f"{path.name} belongs to a process that runs") from error
    return lock
