"""One hall's transaction on PostgreSQL, statement by statement: the plain way, which is always right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hall_server.store.transaction import HallRows

if TYPE_CHECKING:
    from hall_server.domain.hall_state import Change
    from hall_server.store.postgres.link import Db
    from hall_server.store.prepared import Prepared, Value


class PostgresTransaction(HallRows):
    """A `seams.Transaction` on a connection that is inside BEGIN … COMMIT and holds the hall's head."""

    def __init__(self, db: Db, hall_id: str) -> None:
        self._db = db
        self.hall_id = hall_id
        self.changes: list[Change] = []
        self.wrote = False
        self.touched: set[str] = set()  # tables
        self._mark = 0
        self._wrote_before = False

    def begin_command(self) -> None:
        """From here on `undo` takes back."""
        self._db.execute("SAVEPOINT command")
        self._mark = len(self.changes)
        self._wrote_before = self.wrote

    def end_command(self) -> None:
        """What was written stands, if the group is committed."""
        self._db.execute("RELEASE command")

    def undo(self) -> None:
        self._db.execute("ROLLBACK TO command")
        del self.changes[self._mark :]
        self.wrote = self._wrote_before
        self._head = None

    def run_with(self, statement: Prepared, values: dict[str, Value]) -> list[Any]:
        values["hall_id"] = self.hall_id
        if statement.changes:
            self.wrote = True
            self.touched |= statement.tables
        text = statement.postgres
        cursor = self._db.execute(text.sql.encode(), text.values(values))
        return cursor.fetchall() if cursor.description else []

    def one_with(self, statement: Prepared, values: dict[str, Value]) -> Any:  # noqa: ANN401 - a driver's row
        rows = self.run_with(statement, values)
        return rows[0] if rows else None
