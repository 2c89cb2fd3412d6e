"""One transaction of a hall: all its rooms of rows together, and on SQLite.

The same object serves all commands of a group commit, one after the other; each runs in a savepoint of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hall_server.store.answer_rows import AnswerRows, LifeRows, StaffRows
from hall_server.store.booking_rows import BookingRows
from hall_server.store.desk_rows import CallRows, NumberRows, SeatRows
from hall_server.store.kiosk_rows import KioskRows
from hall_server.store.ticket_rows import TicketRows

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from hall_server.domain.hall_state import Change
    from hall_server.store.prepared import Prepared, Value


class HallRows(TicketRows, NumberRows, CallRows, SeatRows, StaffRows, AnswerRows, LifeRows, KioskRows, BookingRows):
    """Everything a command may read and write, on a driver that is still to come."""


class SqliteTransaction(HallRows):
    """A `seams.Transaction` on a connection that is inside BEGIN … COMMIT."""

    def __init__(self, db: sqlite3.Connection, hall_id: str) -> None:
        self._db = db
        self.hall_id = hall_id
        self.changes: list[Change] = []
        self._mark = 0

    def begin_command(self) -> None:
        """From here on `undo` takes back."""
        self._db.execute("SAVEPOINT command")
        self._mark = len(self.changes)

    def end_command(self) -> None:
        """What was written stands, if the group is committed."""
        self._db.execute("RELEASE command")

    def undo(self) -> None:
        self._db.execute("ROLLBACK TO command")
        del self.changes[self._mark :]
        self._head = None

    def run_with(self, statement: Prepared, values: dict[str, Value]) -> list[Any]:
        values["hall_id"] = self.hall_id
        return self._db.execute(statement.sql, statement.values(values)).fetchall()

    def run_many(self, statement: Prepared, rows: Sequence[dict[str, Value]]) -> None:
        self._db.executemany(statement.sql, [statement.values(row) for row in rows])

    def one_with(self, statement: Prepared, values: dict[str, Value]) -> Any:  # noqa: ANN401 - a driver's row
        values["hall_id"] = self.hall_id
        return self._db.execute(statement.sql, statement.values(values)).fetchone()
