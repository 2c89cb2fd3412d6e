"""Groups of commands for many halls, each group one PostgreSQL transaction.

The heads of the group's halls are locked first: that makes several processes safe. What others did in a hall since this
process looked last comes out before its own changes. Belongs to one thread.
"""

from __future__ import annotations

import logging
import sqlite3
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import psycopg

from hall_server.domain.hall_state import Moved
from hall_server.domain.moves import ENDED
from hall_server.store.lock import SERVED_KEY
from hall_server.store.outcome import Outcome, attempt, unavailable
from hall_server.store.postgres import heads
from hall_server.store.postgres.arrays import texts
from hall_server.store.postgres.following import (
    DOOR,
    TICKET_COLUMNS,
    Told,
    after_own,
    at_the_door,
    catch_up,
    look,
    since,
)
from hall_server.store.postgres.growth import Growth
from hall_server.store.postgres.heads import Head
from hall_server.store.postgres.journal import Journal, NotWrittenError, told_apart
from hall_server.store.postgres.link import ANOTHERS_TURN, Link, no_text, sentence
from hall_server.store.postgres.mirror import Mirror
from hall_server.store.postgres.mirrored import Ahead, Desk, MirroredTransaction
from hall_server.store.postgres.transaction import PostgresTransaction
from hall_server.store.reading import UnreadableStoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from hall_server.domain.hall_state import Change
    from hall_server.domain.seams import Transaction
    from hall_server.domain.staff import PinTries, StaffLogin
    from hall_server.store.postgres.link import Db

    Work = Callable[[Transaction], Any]
    Changes = dict[str, list[Change]]
    Room = MirroredTransaction | PostgresTransaction
    Door = tuple[frozenset[StaffLogin], frozenset[PinTries]]

T = TypeVar("T")
_TURNS = 4
_ANSWERS = (
    b"SELECT i.hall_id, i.key, i.fingerprint, i.status, i.body FROM unnest(%s::text[], %s::text[]) AS a(hall_id, key)"
    b" JOIN idempotency i ON i.hall_id = a.hall_id AND i.key = a.key"
)
_TICKETS = (
    f"SELECT {TICKET_COLUMNS} FROM unnest(%s::text[], %s::text[]) AS a(hall_id, key)"  # noqa: S608 - our columns
    " JOIN ticket ON ticket.hall_id = a.hall_id AND ticket.id = a.key"
).encode()
_log = logging.getLogger("kapok.store")


BUSY = Outcome[Any](None, LookupError("another process has this hall at the moment"))
NO_HALL = Outcome[Any](None, LookupError("no such hall in this database"))


class Asked(NamedTuple):
    """One piece of work for a hall, and the keys of answers and tickets that it will ask for, as far as is known."""

    hall: str
    work: Work
    about: Sequence[str] = ()


class PostgresWriter:
    """One connection that writes any number of halls."""

    def __init__(self, address: str) -> None:
        self._link = Link(address, _serving)
        self._mirror = Mirror()
        self._growth = Growth()
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
            return self._fail(error, [])[1]
        behind = [hall for hall, told in self._told.items() if there.get(hall, told.version) != told.version]
        return self._run([], behind)[1] if behind else {}

    def run_group(self, works: Sequence[Asked]) -> tuple[list[Outcome[Any]], Changes]:
        """Do works of halls and commit them together: their outcomes in order, and what has changed in each hall.

        Halls in which another process is busy at this moment come afterwards, together, so that nobody waits for them.
        """
        halls = {one.hall for one in works}
        outcomes, changes = self._run(works, halls, wait=len(halls) == 1)
        if late := [at for at, outcome in enumerate(outcomes) if outcome is BUSY]:
            others = [works[at] for at in late]
            found, more = self._run(others, {one.hall for one in others}, wait=True)
            changes |= more
            for at, outcome in zip(late, found, strict=True):
                outcomes[at] = outcome
        return outcomes, changes

    def _run(
        self, works: Sequence[Asked], halls: Collection[str], *, wait: bool = True
    ) -> tuple[list[Outcome[Any]], Changes]:
        how = self._quickly
        for turn in range(_TURNS):
            try:
                found = how(works, halls, wait=wait)
            except ANOTHERS_TURN:
                self._undo(halls)
            except (NotWrittenError, sqlite3.Error) as error:
                self._undo(halls)  # one command of many, found out at the end: one by one it is told apart
                if how == self._plainly:
                    return self._fail(error, works)
                how = self._plainly
            except (psycopg.Error, UnreadableStoreError) as error:
                idle_loss = not self._begun and turn == 0 and isinstance(error, psycopg.OperationalError)
                self._undo(halls)
                if not idle_loss:  # a connection that was lost between two groups: nothing was done on it
                    return self._fail(error, works)
            else:
                self._say("")
                return found
        return self._fail(psycopg.OperationalError("others were always first"), works)

    def _quickly(
        self, works: Sequence[Asked], halls: Collection[str], *, wait: bool
    ) -> tuple[list[Outcome[Any]], Changes]:
        """Answered from the mirror, written at the end."""
        self._begun = False
        db = self._link.get()
        held, ahead = self._begin(db, works, halls, wait=wait)
        self._begun = True
        self._mirror.catch_up(db, held)
        desk = Desk(db, self._mirror, Journal())
        rooms = {hall: MirroredTransaction(desk, hall, head, ahead[hall]) for hall, head in held.items()}
        news = self._news(db, rooms, held)
        missing = NO_HALL if wait else BUSY
        outcomes = [_attempt(rooms[one.hall], one.work) if one.hall in rooms else missing for one in works]
        now = {hall: Head(*room.head, held[hall].version + 1) for hall, room in rooms.items() if room.wrote}
        doors = self._doors(rooms)
        self._commit(db, desk.journal, now)
        for hall, head in now.items():
            room = rooms[hall]
            after = {change.ticket.id: change.ticket for change in room.changes if isinstance(change, Moved)}
            self._mirror.committed(
                hall, head, room.entries, (ticket.id for ticket in after.values() if ticket.state in ENDED)
            )
        self._mirror.end()
        if unsure := [hall for hall, room in rooms.items() if room.unsure]:
            self._mirror.forget(unsure)
        changes = self._told_with(news, doors, rooms, held)
        moves = (change for room in rooms.values() for change in room.changes if isinstance(change, Moved))
        self._growth.more(db, sum(1 for move in moves if move.event.birth is not None))
        return outcomes, changes

    def _plainly(
        self, works: Sequence[Asked], halls: Collection[str], *, wait: bool
    ) -> tuple[list[Outcome[Any]], Changes]:
        """Statement by statement: slower, and each command's mistake is its own."""
        del wait
        self._begun = False
        db = self._link.get()
        db.execute(b"BEGIN")
        held = heads.lock(db, halls)
        self._begun = True
        rooms = {hall: PostgresTransaction(db, hall) for hall in held}
        news = self._news(db, rooms, held)
        outcomes = [_attempt(rooms[one.hall], one.work) if one.hall in rooms else NO_HALL for one in works]
        wrote = [hall for hall, room in rooms.items() if room.wrote]
        if wrote:
            heads.bump(db, wrote)
        doors = self._doors(rooms)
        db.execute(b"COMMIT")
        self._begun = False
        return outcomes, self._told_with(news, doors, rooms, held)

    @staticmethod
    def _begin(
        db: Db, works: Sequence[Asked], halls: Collection[str], *, wait: bool
    ) -> tuple[dict[str, Head], dict[str, Ahead]]:
        """In one round trip: the transaction, the heads, and what the works will ask for by key."""
        pairs = [(one.hall, key) for one in works for key in one.about]
        asked = [texts(hall for hall, _ in pairs), texts(key for _, key in pairs)]
        with db.pipeline():
            db.execute(b"BEGIN")
            held = db.execute(heads.LOCK if wait else heads.LOCK_FREE, [texts(sorted(halls))])
            answers = db.execute(_ANSWERS, asked) if pairs else None
            tickets = db.execute(_TICKETS, asked) if pairs else None
        ahead = {hall: Ahead() for hall in halls}
        for hall, key in pairs:
            ahead[hall].asked.add(key)
        for hall, key, *answer in answers.fetchall() if answers else ():
            ahead[hall].answers[key] = tuple(answer)
        for row in tickets.fetchall() if tickets else ():
            ahead[row[0]].tickets[row[1]] = row
        return heads.heads_in(held.fetchall()), ahead

    def _commit(self, db: Db, journal: Journal, now: dict[str, Head]) -> None:
        """What is owed, the heads, the commit: in one round trip when it is little."""
        if not journal.small:
            journal.write(db)
        with told_apart(), db.pipeline():
            journal.write(db, copy=False)
            if now:
                heads.put(db, now)
            db.execute(b"COMMIT")
        self._begun = False

    def _news(self, db: Db, rooms: Mapping[str, Room], held: dict[str, Head]) -> dict[str, tuple[list[Change], Told]]:
        """What others did in the halls that are followed."""
        told = {hall: self._told[hall] for hall in held if hall in self._told}
        behind = {hall: one for hall, one in told.items() if one.version != held[hall].version}
        news = since(db, behind) if behind else {}
        return {
            hall: catch_up(rooms[hall], one, held[hall], news[hall]) if hall in behind else ([], one)
            for hall, one in told.items()
        }

    def _doors(self, rooms: Mapping[str, Room]) -> dict[str, Door]:
        """Who is signed in where, in the followed halls where this group has changed it."""
        return {hall: at_the_door(room) for hall, room in rooms.items() if hall in self._told and room.touched & DOOR}

    def _told_with(
        self,
        news: dict[str, tuple[list[Change], Told]],
        doors: dict[str, Door],
        rooms: Mapping[str, Room],
        held: dict[str, Head],
    ) -> Changes:
        """Others' changes, then one's own; from now on both are told."""
        for hall, (_, before) in news.items():
            told = before if hall not in doors else before._replace(logins=doors[hall][0], tries=doors[hall][1])
            self._told[hall] = after_own(told, held[hall], rooms[hall].changes, wrote=rooms[hall].wrote)
        return {hall: [*(news[hall][0] if hall in news else ()), *room.changes] for hall, room in rooms.items()}

    def _undo(self, halls: Collection[str]) -> None:
        """Whatever was begun is taken back; a connection that cannot even do that is dropped."""
        self._begun = False
        self._mirror.forget(halls)
        try:
            db = self._link.get()
            if db.info.transaction_status != psycopg.pq.TransactionStatus.IDLE:
                db.execute(b"ROLLBACK")
        except (psycopg.Error, UnreadableStoreError):
            self._link.drop()

    def _fail(self, error: Exception, works: Sequence[Asked]) -> tuple[list[Outcome[Any]], Changes]:
        self._say(f"{type(error).__name__}: {sentence(error)}")
        return unavailable(works), {}

    def _say(self, failing: str) -> None:
        """Once per change: a database that is away stays away for a while, and the log lies on a disk too."""
        if failing and not self._failing:
            _log.error("commits fail error=%r", failing)
        elif self._failing and not failing:
            _log.warning("commits work again")
        self._failing = failing


def _attempt(room: Room, work: Work) -> Outcome[Any]:
    outcome = attempt(room, work, _fatal)
    return Outcome(None, no_text()) if isinstance(outcome.error, psycopg.DataError) else outcome


def _serving(db: Db) -> None:
    """While this connection lives nobody changes the tables under it."""
    if db.execute(b"SELECT pg_try_advisory_lock_shared(%s)", [SERVED_KEY]).fetchone() != (True,):
        db.close()
        raise UnreadableStoreError("the tables are being brought up")


def _fatal(error: Exception) -> bool:
    """Whether the transaction itself has failed, and not one command in it."""
    own = psycopg.IntegrityError | psycopg.DataError | sqlite3.IntegrityError
    return isinstance(error, psycopg.Error | sqlite3.Error | NotWrittenError) and not isinstance(error, own)
