"""One transaction of a hall: all its rooms of rows together, and on SQLite.

The same object serves all commands of a group commit, one after the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hall_server.store.account_rows import AccountRows
from hall_server.store.answer_rows import AnswerRows, LifeRows, StaffRows
from hall_server.store.behind import WriteBehind
from hall_server.store.booking_rows import BookingRows
from hall_server.store.city_rows import CityRows, RecordRows
from hall_server.store.claim_rows import ClaimRows
from hall_server.store.desk_rows import CallRows, NumberRows, SeatRows
from hall_server.store.fleet_rows import HealthRows
from hall_server.store.help_rows import HelpRows
from hall_server.store.item_rows import ItemRows
from hall_server.store.kiosk_rows import KioskRows
from hall_server.store.machine_rows import MachineRows
from hall_server.store.remembering import RememberedTickets
from hall_server.store.ticket_rows import TicketRows

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from hall_server.store.hall_memory import HallMemory
    from hall_server.store.prepared import Prepared, Value


class HallRows(
    TicketRows,
    NumberRows,
    CallRows,
    SeatRows,
    StaffRows,
    AnswerRows,
    LifeRows,
    KioskRows,
    BookingRows,
    ItemRows,
    CityRows,
    RecordRows,
    ClaimRows,
    HelpRows,
    AccountRows,
    MachineRows,
    HealthRows,
):
    """Everything a command may read and write, on a driver that is still to come."""


class SqliteTransaction(WriteBehind, RememberedTickets, HallRows):
    """A `seams.Transaction` on a connection that is inside BEGIN … COMMIT."""

    def __init__(self, db: sqlite3.Connection, hall_id: str, memory: HallMemory, *, hopeful: bool) -> None:
        super().__init__(hall_id, memory)
        self.hopeful = hopeful
        self._db = db

    def execute(self, statement: Prepared, values: dict[str, Value]) -> list[Any]:
        return self._db.execute(statement.sql, statement.values(values)).fetchall()

    def execute_many(self, statement: Prepared, rows: Sequence[dict[str, Value]]) -> None:
        self._db.executemany(statement.sql, map(statement.values, rows))

    def say(self, words: str) -> None:
        self._db.execute(words)
