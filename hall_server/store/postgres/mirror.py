"""A copy of what commands read most, in memory: open tickets, seats, numbers and counts of the present days.

Whoever holds a hall's head knows its version; the copy of that hall is true exactly when it was made at that version.
Otherwise what changed since is fetched first. So a command asks the network nothing, and the copy is never trusted
further than the lock reaches. It is a SQLite database, because every statement is written for both dialects anyway.
What is asked most is answered without it: see `copy_of_a_hall`.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from hall_server.domain.moves import ENDED
from hall_server.store import statements as sql
from hall_server.store.all_tables import metadata
from hall_server.store.postgres.copy_of_a_hall import CopyOfAHall
from hall_server.store.postgres.following import TICKETS_SINCE
from hall_server.store.rows import ticket_of
from hall_server.store.tables import ASIDE, AT_COUNTER, IN_LINE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from hall_server.store.postgres.copy_of_a_hall import Entry
    from hall_server.store.postgres.heads import Head
    from hall_server.store.postgres.link import Db
    from hall_server.store.prepared import Prepared, Value

WHOLE = ("incarnation", "counter_session", "staff_login", "pin_tries", "kiosk_identity", "outbox")
"""Tables of which a hall's rows are all here: few, and few more every year."""
OF_DAYS = ("queue_counter", "queue_calls", "booked_run", "lease")
"""Tables of which the newest business day is here, and what comes after it."""
LIVE = (sql.LINE, sql.QUEUED, sql.AHEAD, sql.AT_COUNTER, sql.IN_LINE, sql.AT_COUNTERS, sql.ASIDE, sql.MISSED)
"""Questions about open tickets only: those are all here."""
_OVER = frozenset(state.value for state in ENDED)


class Seen(NamedTuple):
    """At which commit and event a hall's copy was made, and from which business day on."""

    version: int
    n: int
    day: str


class Mirror:
    """The copies of all halls that one writer has met."""

    def __init__(self) -> None:
        self.db = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._columns: dict[str, tuple[str, ...]] = {}
        dialect = sqlite.dialect()
        for name in ("ticket", *WHOLE, *OF_DAYS):
            table = metadata.tables[name]
            self._columns[name] = tuple(table.columns.keys())
            self.db.execute(str(CreateTable(table).compile(dialect=dialect)))
            for index in table.indexes:
                self.db.execute(str(CreateIndex(index).compile(dialect=dialect)))
        self._ticket_row = itemgetter(*self._columns["ticket"])
        self._state = self._columns["ticket"].index("state")
        self._seen: dict[str, Seen] = {}
        self._copies: dict[str, CopyOfAHall] = {}

    def knows(self, statement: Prepared, hall: str, values: dict[str, Value]) -> bool:
        """Whether a question that touches these tables is answered here as it would be there."""
        if statement in _LIVE or statement is sql.TICKET or statement.tables <= _WHOLE:
            return True
        day = values.get("business_day")
        return statement.tables <= _OF_DAYS and isinstance(day, str) and day >= self._seen[hall].day

    @staticmethod
    def holds(statement: Prepared) -> bool:
        """Whether a change of these tables must be made here too."""
        return statement.tables <= _HERE

    def catch_up(self, db: Db, held: dict[str, Head]) -> None:
        """Bring the copies of these halls, whose heads the caller holds, to where the heads stand."""
        behind = [hall for hall, head in held.items() if self._version(hall) != head.version]
        if not behind:
            return
        fresh = [hall for hall in behind if hall not in self._seen]
        moved = [hall for hall in behind if hall in self._seen]
        with db.pipeline():
            rows = {name: db.execute(_select(name, "hall_id = ANY(%s)"), [behind]) for name in WHOLE}
            rows |= {name: db.execute(_select(name, _NEWEST.format(name)), [behind]) for name in OF_DAYS}
            newly = db.execute(_OPEN, [fresh, fresh, fresh])
            since = db.execute(TICKETS_SINCE, [moved, [self._seen[hall].n for hall in moved]])
        self.begin()
        days = dict.fromkeys(behind, "")
        for name, cursor in rows.items():
            found = cursor.fetchall()
            self.db.executemany(f"DELETE FROM {name} WHERE hall_id = ?", [(hall,) for hall in behind])  # noqa: S608 - our tables
            self._insert(name, found)
            if name in OF_DAYS:
                at = self._columns[name].index("business_day")
                for row in found:
                    days[row[0]] = max(days[row[0]], row[at])
        for hall in behind:
            copy = self.of(hall)
            copy.counts.clear()
            copy.memory.answers.clear()
            self._seen[hall] = Seen(held[hall].version, held[hall].n, days[hall])
        for row in newly.fetchall():
            self.keep_ticket(row)
        for row in since.fetchall():
            self.keep_ticket(row)
            copy = self.of(row[0])
            copy.gone.add(row[1])  # as it stood here
            copy.memory.note(ticket_of(row))
            if row[self._state] in _OVER:
                copy.end(row[1])

    def of(self, hall: str) -> CopyOfAHall:
        """A hall's copy beside the rows."""
        copy = self._copies.get(hall)
        if copy is None:
            copy = self._copies[hall] = CopyOfAHall()
        return copy

    def committed(self, hall: str, head: Head, entries: Sequence[Entry], ended: Iterable[str]) -> None:
        """What this writer did in the hall is committed there; `entries` are no rows here yet."""
        self._seen[hall] = self._seen[hall]._replace(version=head.version, n=head.n)
        copy = self.of(hall)
        copy.owe(entries)
        for ticket in ended:
            copy.end(ticket)
        if copy.much:
            self._write_owed(hall, copy)

    def begin(self) -> None:
        """Rows are about to be read or changed in a group."""
        if not self.db.in_transaction:
            self.db.execute("BEGIN")

    def bring_up(self, hall: str, entries: Sequence[Entry]) -> None:
        """Make rows of what is owed for the hall, and of what a group that is not committed has done in it."""
        copy = self.of(hall)
        if copy.owes:
            self._write_owed(hall, copy)
        for statement, values in entries:
            if statement is sql.NEW_TICKET:
                self._insert("ticket", [self._ticket_row(values)])
            else:
                self.db.execute(statement.sql, statement.values(values))

    def end(self) -> None:
        """A group was committed."""
        if self.db.in_transaction:
            self.db.execute("COMMIT")

    def forget(self, halls: Collection[str]) -> None:
        """A group was undone: of its halls nothing is known any more."""
        if self.db.in_transaction:
            self.db.execute("ROLLBACK")
        for hall in halls:
            self._seen.pop(hall, None)
            self._copies.pop(hall, None)
            for name in self._columns:
                self.db.execute(f"DELETE FROM {name} WHERE hall_id = ?", (hall,))  # noqa: S608 - our tables

    def keep_ticket(self, row: tuple[Any, ...]) -> None:
        """A ticket as it stands in the database: open, or asked for, and a move may come."""
        copy = self.of(row[0])
        copy.here.add(row[1])
        copy.moved.pop(row[1], None)
        copy.owe([(sql.NEW_TICKET, dict(zip(self._columns["ticket"], row, strict=True)))])

    def _write_owed(self, hall: str, copy: CopyOfAHall) -> None:
        self.begin()
        self.db.executemany("DELETE FROM ticket WHERE hall_id = ? AND id = ?", [(hall, id_) for id_ in copy.gone])
        self._insert("ticket", list(map(self._ticket_row, copy.born.values())))
        self.db.executemany(sql.SET_TICKET.sql, map(sql.SET_TICKET.values, copy.moved.values()))
        puts: defaultdict[Prepared, list[Any]] = defaultdict(list)
        for (statement, *_), values in copy.counts.items():
            puts[statement].append(statement.values(values))
        for statement, found in puts.items():
            self.db.executemany(statement.sql, found)
        copy.written()

    def _insert(self, name: str, rows: Collection[Any]) -> None:
        if rows:
            marks = ", ".join("?" * len(self._columns[name]))
            self.db.executemany(f"INSERT OR REPLACE INTO {name} VALUES ({marks})", rows)  # noqa: S608 - our tables

    def _version(self, hall: str) -> int:
        seen = self._seen.get(hall)
        return -1 if seen is None else seen.version


_NEWEST = "hall_id = ANY(%s) AND business_day = (SELECT max(business_day) FROM {0} AS d WHERE d.hall_id = {0}.hall_id)"
OWED = frozenset({"ticket", *OF_DAYS})
"""Tables that may lack what is owed."""
_LIVE, _WHOLE, _OF_DAYS = frozenset(LIVE), frozenset(WHOLE), frozenset(OF_DAYS)
_HERE = _WHOLE | _OF_DAYS | {"ticket"}


def _select(name: str, which: str) -> bytes:
    columns = ", ".join(f'"{column}"' for column in metadata.tables[name].columns.keys())  # noqa: SIM118 - a collection of columns
    return f"SELECT {columns} FROM {name} WHERE {which}".encode()  # noqa: S608 - our tables and columns


_OPEN = b" UNION ALL ".join(  # one question for each partial index
    _select("ticket", f"hall_id = ANY(%s) AND ({state})") for state in (IN_LINE, ASIDE, AT_COUNTER)
)
