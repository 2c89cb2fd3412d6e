"""A hall on one SQLite file: WAL with synchronous=FULL, one writer, commits in groups, reads beside it.

FULL because NORMAL loses acknowledged tickets in a power cut and then gives their numbers out again. Everything here is
synchronous and belongs to one thread at a time; who calls from where is `group_commit`'s business.
"""

from __future__ import annotations

import logging
import sqlite3
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

import msgspec

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import TicketState
from hall_server.domain.hall_state import CounterSession, Incarnation
from hall_server.domain.staff import PinTries, StaffLogin
from hall_server.domain.ticket import TicketEvent
from hall_server.store import statements as sql
from hall_server.store.rows import api_key_of, ticket_of
from hall_server.store.transaction import SqliteTransaction

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from hall_server.domain.hall_state import ApiKey, Change
    from hall_server.domain.seams import Transaction
    from hall_server.domain.ticket import Ticket
    from hall_server.store.prepared import Prepared, Value

T = TypeVar("T")
FILE_NAME = "hall.sqlite3"
BUSY_MS = 5_000  # how long a lock of somebody else's is waited for
BUSY_INLINE_MS = 200  # the same on the loop's own thread, where everybody waits with it
_log = logging.getLogger("kapok.store")


class UnreadableStoreError(Exception):
    """The file is no database, or is damaged: nobody's request, the disk's or an operator's doing."""


class Outcome(NamedTuple, Generic[T]):
    """What became of one piece of work: its value, or the error to raise to whoever asked."""

    value: T | None
    error: Exception | None = None

    def get(self) -> T:
        """The value, or the error raised."""
        if self.error is not None:
            raise self.error
        return self.value  # type: ignore[return-value]  # without an error the value is what the work returned


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
    return db


class SqliteReader:
    """What is committed, on a connection of its own: a `seams.Reader`."""

    def __init__(self, path: Path, hall_id: str) -> None:
        self._db = connect(path, read_only=True)
        self._hall = hall_id

    def close(self) -> None:
        """Give the file back."""
        self._db.close()

    def head(self) -> int:
        rows = self._run(sql.HEAD)
        return int(rows[0][0]) if rows else 0

    def head_hash(self) -> bytes:
        """The hash of the newest event, as the hall's head remembers it."""
        return bytes(self._run(sql.HEAD)[0][1])

    def incarnations(self) -> list[Incarnation]:
        return [Incarnation(*row) for row in self._run(sql.INCARNATIONS)]

    def events(self, after: int, limit: int) -> list[TicketEvent]:
        return [msgspec.json.decode(row[0], type=TicketEvent) for row in self._run(sql.EVENTS, after=after, most=limit)]

    def tickets_page(self, day: str, queue: str, state: str, after: int, limit: int) -> list[Ticket]:
        return [
            ticket_of(row)
            for row in self._run(sql.PAGE, business_day=day, queue=queue, state=state, after=after, most=limit)
        ]

    def history(self, ticket_id: str) -> list[TicketEvent]:
        rows = self._run(sql.EVENTS_OF, ticket_id=ticket_id)
        return [msgspec.json.decode(row[0], type=TicketEvent) for row in rows]

    def chain(self) -> sqlite3.Cursor:
        """All event rows in order: n, at, business_day, ticket_id, move, body, hash."""
        return self._db.execute(sql.CHAIN.sql, sql.CHAIN.values({"hall_id": self._hall}))

    def ticket(self, ticket_id: str) -> Ticket | None:
        rows = self._run(sql.TICKET, id=ticket_id)
        return ticket_of(rows[0]) if rows else None

    def tickets(self) -> list[Ticket]:
        """Every ticket of the hall in the order of taking."""
        return [ticket_of(row) for row in self._run(sql.TICKETS)]

    def live_tickets(self, business_day: str) -> list[Ticket]:
        at_counters = [ticket_of(row) for row in self._run(sql.AT_COUNTERS)]
        others = [ticket_of(row) for row in (*self._run(sql.IN_LINE), *self._run(sql.ASIDE))]
        return at_counters + [ticket for ticket in others if ticket.business_day == business_day or _unanswered(ticket)]

    def sessions(self) -> list[CounterSession]:
        return [CounterSession(*row) for row in self._run(sql.SEATS)]

    def staff_logins(self) -> list[StaffLogin]:
        return [StaffLogin(*row) for row in self._run(sql.STAFF_LOGINS)]

    def pin_tries(self) -> list[PinTries]:
        return [PinTries(*row) for row in self._run(sql.PIN_TRIES)]

    def api_key(self, key_id: str) -> ApiKey | None:
        rows = self._run(sql.API_KEY, id=key_id)
        return api_key_of(rows[0]) if rows else None

    def api_keys(self) -> list[ApiKey]:
        """All keys ever made, revoked ones included."""
        return [api_key_of(row) for row in self._run(sql.API_KEYS)]

    def _run(self, statement: Prepared, **values: Value) -> list[Any]:
        values["hall_id"] = self._hall
        return self._db.execute(statement.sql, statement.values(values)).fetchall()


class SqliteStore:
    """The one writer of a hall's file."""

    def __init__(self, path: Path, hall_id: str, *, busy_ms: int = BUSY_MS) -> None:
        self._db = connect(path, busy_ms=busy_ms)
        self._hall = hall_id
        self._failing = ""

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
        tx = SqliteTransaction(self._db, self._hall)
        try:
            self._db.execute("BEGIN IMMEDIATE")
            outcomes = [self._one(tx, work) for work in works]
            self._db.execute("COMMIT")
        except sqlite3.Error as error:
            self._say(f"{type(error).__name__}: {error}")
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            return [Outcome(None, HallProblem(ProblemCode.STORE_UNAVAILABLE, retry_after_s=1)) for _ in works], []
        self._say("")
        return outcomes, tx.changes

    def _say(self, failing: str) -> None:
        """Once per change: a disk that is full stays full for a while, and the log lies on a disk too."""
        if failing and failing != self._failing:
            _log.error("commits fail error=%r", failing)
        elif self._failing and not failing:
            _log.warning("commits work again")
        self._failing = failing

    @staticmethod
    def _one(tx: SqliteTransaction, work: Callable[[Transaction], Any]) -> Outcome[Any]:
        tx.begin_command()
        try:
            value = work(tx)
        except (sqlite3.OperationalError, sqlite3.DatabaseError) as error:
            if not isinstance(error, sqlite3.IntegrityError):
                raise
            tx.undo()
            outcome = Outcome[Any](None, error)
        except Exception as error:  # noqa: BLE001 - it is raised to whoever asked; the others of the group go on
            tx.undo()
            outcome = Outcome[Any](None, error)
        else:
            outcome = Outcome(None, value) if isinstance(value, HallProblem) else Outcome(value)
        tx.end_command()
        return outcome


def _unanswered(ticket: Ticket) -> bool:
    """A timer runs for it, whatever its day."""
    return ticket.state is TicketState.RESERVED
