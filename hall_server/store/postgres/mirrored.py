"""One hall's transaction on PostgreSQL, answered from the mirror and written at the group's end: the quick way.

What is asked most the hall's memory answers, and no row of the mirror is touched. What the mirror cannot answer is
asked of PostgreSQL, after everything owed was written: always right, only slower. So rooms of rows that are new need
nothing from here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from hall_server.store import statements as sql
from hall_server.store.postgres.copy_of_a_hall import COUNTS
from hall_server.store.postgres.mirror import OWED
from hall_server.store.remembering import RememberedTickets
from hall_server.store.transaction import HallRows

if TYPE_CHECKING:
    from hall_server.domain.hall_state import Change
    from hall_server.store.postgres.copy_of_a_hall import Entry
    from hall_server.store.postgres.heads import Head
    from hall_server.store.postgres.journal import Journal
    from hall_server.store.postgres.link import Db
    from hall_server.store.postgres.mirror import Mirror
    from hall_server.store.prepared import Prepared, Value

    Values = dict[str, Value]


class Ahead:
    """First answers and tickets that were fetched for a whole group before its first command."""

    def __init__(self) -> None:
        self.asked: set[str] = set()
        self.answers: dict[str, Any] = {}
        self.tickets: dict[str, Any] = {}


class Desk(NamedTuple):
    """What all transactions of a group share."""

    db: Db
    mirror: Mirror
    journal: Journal


_ASKED = {  # a small row that is put again and again: who asks for it, and the columns of the answer
    sql.PUT_NUMBERS: (sql.NUMBERS, ("online_next", "lease_next")),
    sql.PUT_CALLS: (sql.CALLS, ("calls",)),
    sql.PUT_BOOKED_RUN: (sql.BOOKED_RUN, ("calls",)),
}
_LATER = frozenset({sql.NEW_TICKET, sql.SET_TICKET, *COUNTS})
_REMEMBERED = frozenset({sql.REBIRTHS, sql.SEAT, sql.SEAT_OF, *(asked for asked, _ in _ASKED.values())})


class Mark(NamedTuple):
    """What stood when a command began."""

    changes: int
    wrote: bool
    head: tuple[int, bytes] | None
    journal: int
    kept: int
    entries: int


class MirroredTransaction(RememberedTickets, HallRows):
    """A `seams.Transaction` on a connection that is inside BEGIN … COMMIT and holds the hall's head."""

    def __init__(self, desk: Desk, hall_id: str, head: Head, ahead: Ahead) -> None:
        self._db, self._mirror, self._journal = desk
        self.hall_id = hall_id
        self.changes: list[Change] = []
        self.wrote = False
        self.touched: set[str] = set()  # tables
        self.unsure = False  # something was changed that the mirror does not have
        self.entries: list[Entry] = []  # what is no row of the mirror yet
        self.hopeful = False  # keys and ids are looked up for the whole group at once
        self._named = set()
        self._copy = desk.mirror.of(hall_id)
        self.memory = self._copy.memory
        self._ahead = ahead
        self._head = (head.n, head.hash)
        self._kept: list[str] = []  # keys of answers that this group gave, in order
        self._saved = False
        self._copied = False  # the command has changed rows of the mirror
        self._mark = Mark(0, wrote=False, head=self._head, journal=0, kept=0, entries=0)

    @property
    def head(self) -> tuple[int, bytes]:
        """The newest event and its hash as this transaction leaves them."""
        return self._head or (0, b"")

    def begin_command(self) -> None:
        """From here on `undo` takes back."""
        self._mark = Mark(
            len(self.changes), self.wrote, self._head, self._journal.mark(), len(self._kept), len(self.entries)
        )

    def end_command(self) -> None:
        """What was written stands, if the group is committed."""
        if self._copied:
            self._mirror.db.execute("RELEASE command")
            self._copied = False
        if self._saved:
            self._db.execute(b"RELEASE command")
            self._saved = False

    def undo(self) -> None:
        mark = self._mark
        if self._copied:
            self._mirror.db.execute("ROLLBACK TO command")
            self.unsure = True  # what others had done may have become rows meanwhile
        if self._saved:
            self._db.execute(b"ROLLBACK TO command")
        if len(self.changes) > mark.changes or self._copied or self.entries[mark.entries :]:
            self.memory.forget()
        for statement, values in self.entries[mark.entries :]:
            if statement is sql.NEW_TICKET:
                self._copy.here.discard(str(values["id"]))
        del self.entries[mark.entries :]
        self.wrote, self._head = mark.wrote, mark.head
        self._journal.back_to(mark.journal)
        del self.changes[mark.changes :]
        for key in self._kept[mark.kept :]:
            self._ahead.answers.pop(key, None)
        del self._kept[mark.kept :]

    def run_with(self, statement: Prepared, values: Values) -> list[Any]:
        values["hall_id"] = self.hall_id
        if statement.changes:
            return self._change(statement, values)
        if statement is sql.HEAD:
            return [self.head]
        if statement is sql.KEPT:
            return self._kept_row(statement, values)
        if statement is sql.TICKET:
            return self._ticket_row(statement, values)
        if statement in _REMEMBERED:
            return self._ask_once(statement, values)
        return self._ask(statement, values)

    def _ask_once(self, statement: Prepared, values: Values) -> list[Any]:
        question = statement.values(values)
        known = self.memory.answers.get(statement, {}).get(question)
        if known is None:
            known = self._ask(statement, values)
            self.memory.answer(statement, question, known)
        return known

    def _ask(self, statement: Prepared, values: Values) -> list[Any]:
        if not self._mirror.knows(statement, self.hall_id, values):
            return self._there(statement, values)
        if not statement.tables.isdisjoint(OWED):
            self._make_rows()
        return self._mirror.db.execute(statement.sql, statement.values(values)).fetchall()

    def _make_rows(self) -> None:
        """What is owed to the mirror becomes rows: what earlier commands owe before a savepoint."""
        count = 0 if self._copied else self._mark.entries
        self._mirror.begin()
        self._mirror.bring_up(self.hall_id, self.entries[:count])
        if more := self.entries[count:]:
            self._save_rows()
            self._mirror.bring_up(self.hall_id, more)
        self.entries.clear()
        self._mark = self._mark._replace(entries=0)

    def _save_rows(self) -> None:
        if not self._copied:
            self._mirror.db.execute("SAVEPOINT command")
            self._copied = True

    def one_with(self, statement: Prepared, values: Values) -> Any:  # noqa: ANN401 - a driver's row
        rows = self.run_with(statement, values)
        return rows[0] if rows else None

    def _change(self, statement: Prepared, values: Values) -> list[Any]:
        self.wrote = True
        self.touched |= statement.tables
        if statement is sql.SET_HEAD:  # written with the version, at the end
            self._head = (int(values["new_n"] or 0), bytes(values["new_hash"] or b""))  # type: ignore[arg-type]  # bytes
            return []
        if statement is sql.KEEP:
            key = str(values["key"])
            self._ahead.answers[key] = (values["fingerprint"], values["status"], values["body"])
            self._kept.append(key)
            self._journal.add(statement, values)
        elif statement is sql.NEW_EVENT:
            self._journal.add(statement, values)
        elif statement in _LATER:
            self._later(statement, values)
        elif self._mirror.holds(statement):
            self._make_rows()
            self._save_rows()
            self._mirror.db.execute(statement.sql, statement.values(values))
            self.memory.forget_rows(statement.tables)
            self._journal.add(statement, values)
        else:
            return self._there(statement, values)
        return []

    def _later(self, statement: Prepared, values: Values) -> None:
        """A row of the mirror, when somebody asks for it there."""
        if statement is sql.NEW_TICKET:
            self._copy.here.add(str(values["id"]))
        elif statement is sql.SET_TICKET:
            self.unsure = self.unsure or values["of_id"] not in self._copy.here
        else:
            asked, columns = _ASKED[statement]
            self.memory.answer(asked, asked.values(values), [tuple(values[one] for one in columns)])
        self.entries.append((statement, values))
        self._journal.add(statement, values)

    def _there(self, statement: Prepared, values: Values) -> list[Any]:
        """Ask or change the database itself: what is owed goes first, what earlier commands owe before a savepoint."""
        if not self._saved:
            self._journal.write(self._db, self._mark.journal)
            self._mark = self._mark._replace(journal=0)
            self._db.execute(b"SAVEPOINT command")
            self._saved = True
        self._journal.write(self._db)
        text = statement.postgres
        cursor = self._db.execute(text.sql.encode(), text.values(values))
        return cursor.fetchall() if cursor.description else []

    def _kept_row(self, statement: Prepared, values: Values) -> list[Any]:
        key = str(values["key"])
        answer = self._ahead.answers.get(key)
        if answer is not None:
            return [answer]
        return [] if key in self._ahead.asked else self._there(statement, values)

    def _ticket_row(self, statement: Prepared, values: Values) -> list[Any]:
        if values["id"] in self._copy.here and (rows := self._ask(statement, values)):
            return rows
        if values["id"] in self._ahead.asked:
            found = self._ahead.tickets.get(str(values["id"]))
            rows = [] if found is None else [found]
        else:
            rows = self._there(statement, values)
        for row in rows:
            self._mirror.keep_ticket(row)
        return rows
