"""One hall's transaction on PostgreSQL, answered from the mirror and written at the group's end: the quick way.

What the mirror cannot answer is asked there, after everything owed was written: always right, only slower. So rooms
of rows that are new need nothing from here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from hall_server.store import statements as sql
from hall_server.store.transaction import HallRows

if TYPE_CHECKING:
    from hall_server.domain.hall_state import Change
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


class MirroredTransaction(HallRows):
    """A `seams.Transaction` on a connection that is inside BEGIN … COMMIT and holds the hall's head."""

    def __init__(self, desk: Desk, hall_id: str, head: Head, ahead: Ahead) -> None:
        self._db, self._mirror, self._journal = desk
        self.hall_id = hall_id
        self.changes: list[Change] = []
        self.wrote = False
        self.touched: set[str] = set()  # tables
        self.unsure = False  # something was changed that the mirror does not have
        self._ahead = ahead
        self._head = (head.n, head.hash)
        self._mark: tuple[int, bool, tuple[int, bytes] | None, dict[str, int], int] = (0, False, self._head, {}, 0)
        self._kept: list[str] = []  # keys of answers that this group gave, in order
        self._saved = False

    @property
    def head(self) -> tuple[int, bytes]:
        """The newest event and its hash as this transaction leaves them."""
        return self._head or (0, b"")

    def begin_command(self) -> None:
        """From here on `undo` takes back."""
        self._mirror.db.execute("SAVEPOINT command")
        self._mark = (len(self.changes), self.wrote, self._head, self._journal.mark(), len(self._kept))

    def end_command(self) -> None:
        """What was written stands, if the group is committed."""
        self._mirror.db.execute("RELEASE command")
        if self._saved:
            self._db.execute(b"RELEASE command")
            self._saved = False

    def undo(self) -> None:
        changes, self.wrote, self._head, journal, kept = self._mark
        self._mirror.db.execute("ROLLBACK TO command")
        if self._saved:
            self._db.execute(b"ROLLBACK TO command")
        self._journal.back_to(journal)
        del self.changes[changes:]
        for key in self._kept[kept:]:
            self._ahead.answers.pop(key, None)
        del self._kept[kept:]

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
        if self._mirror.knows(statement, self.hall_id, values):
            return self._mirror.db.execute(statement.sql, statement.values(values)).fetchall()
        return self._there(statement, values)

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
        elif self._mirror.holds(statement):
            changed = self._mirror.db.execute(statement.sql, statement.values(values)).rowcount
            self.unsure = self.unsure or (statement is sql.SET_TICKET and not changed)
            self._journal.add(statement, values)
        else:
            return self._there(statement, values)
        return []

    def _there(self, statement: Prepared, values: Values) -> list[Any]:
        """Ask or change the database itself: what is owed goes first, what earlier commands owe before a savepoint."""
        if not self._saved:
            *_, journal, _ = self._mark
            self._journal.write(self._db, journal)
            self._mark = (*self._mark[:3], {}, self._mark[4])
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
        rows = self._mirror.db.execute(statement.sql, statement.values(values)).fetchall()
        if rows:
            return rows
        if values["id"] in self._ahead.asked:
            found = self._ahead.tickets.get(str(values["id"]))
            rows = [] if found is None else [found]
        else:
            rows = self._there(statement, values)
        for row in rows:
            self._mirror.keep_ticket(row)
        return rows
