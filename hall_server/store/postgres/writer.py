"""Groups of commands for many halls, each group one PostgreSQL transaction.

The heads of the group's halls are locked first: that makes several processes safe. What others did in a hall since this
process looked last comes out before its own changes. Belongs to one thread.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, TypeVar

import psycopg

from hall_server.store.outcome import Outcome, attempt, unavailable
from hall_server.store.postgres import heads
from hall_server.store.postgres.following import Told, after_own, catch_up, look
from hall_server.store.postgres.link import ANOTHERS_TURN, Link, sentence
from hall_server.store.postgres.transaction import PostgresTransaction
from hall_server.store.reading import UnreadableStoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hall_server.contract.problems import HallProblem
    from hall_server.domain.hall_state import Change
    from hall_server.domain.seams import Transaction

    Work = Callable[[Transaction], Any]
    Changes = dict[str, list[Change]]

T = TypeVar("T")
_TURNS = 4
_log = logging.getLogger("kapok.store")


class PostgresWriter:
    """One connection that writes any number of halls."""

    def __init__(self, address: str) -> None:
        self._link = Link(address)
        self._told: dict[str, Told] = {}
        self._failing = ""
        self._begun = False  # inside a transaction whose heads are held

    def close(self) -> None:
        """Give the database back."""
        self._link.drop()

    def follow(self, hall: str) -> None:
        """From now on `run_group` and `look` tell what others change in this hall. LookupError when there is none."""
        db = self._link.get()
        with db.transaction():
            head = heads.lock(db, [hall]).get(hall)
            if head is None:
                msg = f"no hall {hall} in this database"
                raise LookupError(msg)
            self._told[hall] = look(PostgresTransaction(db, hall), head)

    def look(self) -> Changes:
        """What others changed in the halls that are followed, when nobody here has anything to write."""
        try:
            there = heads.versions(self._link.get(), self._told)
        except (psycopg.Error, UnreadableStoreError) as error:
            self._fail(error)
            return {}
        behind = [hall for hall, told in self._told.items() if there.get(hall, told.version) != told.version]
        return self._run([], behind)[1] if behind else {}

    def run_group(self, works: Sequence[tuple[str, Work]]) -> tuple[list[Outcome[Any]], Changes]:
        """Do works of halls and commit them together: their outcomes in order, and what has changed in each hall."""
        return self._run(works, {hall for hall, _ in works})

    def _run(
        self, works: Sequence[tuple[str, Work]], halls: Sequence[str] | set[str]
    ) -> tuple[list[Outcome[Any]], Changes]:
        for turn in range(_TURNS):
            try:
                found = self._try(works, halls)
            except ANOTHERS_TURN:
                self._undo()
            except (psycopg.Error, UnreadableStoreError) as error:
                idle_loss = not self._begun and turn == 0 and isinstance(error, psycopg.OperationalError)
                self._undo()
                if not idle_loss:  # a connection that was lost between two groups: nothing was done on it
                    self._fail(error)
                    return unavailable(works), {}
            else:
                self._say("")
                return found
        self._fail(psycopg.OperationalError("others were always first"))
        return unavailable(works), {}

    def _try(
        self, works: Sequence[tuple[str, Work]], halls: Sequence[str] | set[str]
    ) -> tuple[list[Outcome[Any]], Changes]:
        self._begun = False
        db = self._link.get()
        db.execute(b"BEGIN")
        held = heads.lock(db, halls)
        self._begun = True
        rooms = {hall: PostgresTransaction(db, hall) for hall in halls}
        before: dict[str, tuple[list[Change], Told]] = {}
        for hall, head in held.items():
            if hall in self._told:
                before[hall] = catch_up(rooms[hall], self._told[hall], head)
        outcomes = [attempt(rooms[hall], work, _fatal) for hall, work in works]
        wrote = [hall for hall, room in rooms.items() if room.wrote and hall in held]
        if wrote:
            heads.bump(db, wrote)
        db.execute(b"COMMIT")
        self._begun = False
        changes = {hall: [*before.get(hall, ([], None))[0], *room.changes] for hall, room in rooms.items()}
        for hall, (_, told) in before.items():
            self._told[hall] = after_own(told, held[hall], rooms[hall].changes, wrote=rooms[hall].wrote)
        return outcomes, changes

    def _undo(self) -> None:
        """Whatever was begun is taken back; a connection that cannot even do that is dropped."""
        self._begun = False
        try:
            db = self._link.get()
            if db.info.transaction_status != psycopg.pq.TransactionStatus.IDLE:
                db.execute(b"ROLLBACK")
        except (psycopg.Error, UnreadableStoreError):
            self._link.drop()

    def _fail(self, error: Exception) -> None:
        self._say(f"{type(error).__name__}: {sentence(error)}")

    def _say(self, failing: str) -> None:
        """Once per change: a database that is away stays away for a while, and the log lies on a disk too."""
        if failing and not self._failing:
            _log.error("commits fail error=%r", failing)
        elif self._failing and not failing:
            _log.warning("commits work again")
        self._failing = failing


class PostgresStore:
    """One hall of a writer, as `group_commit` knows a store."""

    def __init__(self, writer: PostgresWriter, hall_id: str) -> None:
        self._writer = writer
        self._hall = hall_id
        writer.follow(hall_id)

    def close(self) -> None:
        """Give the database back."""
        self._writer.close()

    def run(self, work: Callable[[Transaction], T | HallProblem]) -> T:
        """Do one piece of work in a transaction and commit it (see seams.Store)."""
        outcomes, _ = self.run_many([work])
        return outcomes[0].get()  # type: ignore[no-any-return]  # one work, one outcome of its type

    def run_many(self, works: Sequence[Work]) -> tuple[list[Outcome[Any]], list[Change]]:
        """See `outcome.GroupStore`; the changes begin with what other processes did."""
        outcomes, changes = self._writer.run_group([(self._hall, work) for work in works])
        return outcomes, changes.get(self._hall, [])

    def look(self) -> list[Change]:
        """What other processes changed meanwhile."""
        return self._writer.look().get(self._hall, [])


def _fatal(error: Exception) -> bool:
    """Whether the transaction itself has failed, and not one command in it."""
    return isinstance(error, psycopg.Error) and not isinstance(error, psycopg.IntegrityError | psycopg.DataError)
