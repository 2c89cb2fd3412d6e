"""What the hall must still hear of numbers given out here, in order and exactly once (definitions.md 12).

Rows are (incarnation, seq), contiguous from 1 in each life of the hall. They stay for 72 h after the hall acknowledged
them, because a hall that is restored from a backup asks for them again; then they are forgotten.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.machine_acts import MachineAct
from hall_server.contract.vocabulary import PrintAnswer
from kiosk.local_store.elapsed import elapsed
from kiosk.local_store.facts import SECOND, put_fact
from kiosk.local_store.kept import value_of
from kiosk.local_store.numbers import GivenNumber

if TYPE_CHECKING:
    import sqlite3

    from kiosk.local_store.file import StoreFile

KEPT_US = 72 * 3600 * SECOND
LIFE, HIGHEST = "outbox_life", "outbox_highest"
DOUBTED = "in doubt"  # no life of a hall has this name
READ_FACT = "SELECT value FROM fact WHERE name = ?"


class Told(msgspec.Struct, frozen=True, omit_defaults=True):
    """What one row says: what became of a slip, and with `number` that this number was given at all.

    With `act` it is about no number: what happened to the machine, under an id of its own.
    """

    ticket_id: str
    answer: PrintAnswer | None
    boot_id: str
    boottime_us: int
    number: GivenNumber | None = None
    act: MachineAct | None = None


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """One row as it is delivered, again and again, unchanged."""

    seq: int
    told: Told


class Outbox:
    """The rows of the life of the hall that was heard last. Blocking, one thread at a time; raises LocalStoreError."""

    def __init__(self, file: StoreFile) -> None:
        self._file = file

    def incarnation(self) -> str:
        """The life of the hall that rows are numbered for; "" before the hall was ever heard."""
        rows = self._file.rows(READ_FACT, LIFE)
        return value_of(rows[0]["value"], str) if rows else ""

    @staticmethod
    def doubt_unless(connection: sqlite3.Connection, life: str) -> None:
        """Whichever life is heard next counts as another one, unless it is this one; inside an open transaction."""
        if _life(connection) not in {"", life}:
            put_fact(connection, LIFE, DOUBTED)

    def add(self, connection: sqlite3.Connection, told: Told) -> None:
        """One more row behind the others, inside an open transaction."""
        seq = _highest(connection) + 1
        _insert(connection, _life(connection), seq, told)
        put_fact(connection, HIGHEST, seq)

    @staticmethod
    def holds(connection: sqlite3.Connection, ticket_id: str) -> bool:
        """Whether the hall learns of this number from here; asked inside an open transaction."""
        return connection.execute("SELECT 1 FROM outbox WHERE ticket_id = ?", [ticket_id]).fetchone() is not None

    def batch(self, limit: int) -> list[OutboxRow]:
        """The oldest rows that the hall has not acknowledged."""
        rows = self._file.rows(
            "SELECT seq, body FROM outbox WHERE incarnation = ? AND acked_us IS NULL ORDER BY seq LIMIT ?",
            self.incarnation(),
            limit,
        )
        return [OutboxRow(row["seq"], value_of(row["body"], Told)) for row in rows]

    def pending(self) -> int:
        """How many rows the hall has not acknowledged."""
        return int(self._file.rows("SELECT count(*) AS rows FROM outbox WHERE acked_us IS NULL")[0]["rows"])

    def refused(self) -> dict[str, str]:
        """What the hall has set aside: its code by ticket id."""
        found = self._file.rows("SELECT ticket_id, refused FROM outbox WHERE refused <> '' ORDER BY id")
        return {row["ticket_id"]: row["refused"] for row in found}

    def acknowledged(self, incarnation: str, through: int, refused: dict[int, str], hall_us: int) -> list[str]:
        """The hall has everything up to `through`; `refused` tells by seq what it will not have.

        Returns the ticket ids that this settles. An acknowledgement of another life changes nothing.
        """
        with self._file.writing() as connection:
            if incarnation != _life(connection):
                return []
            found = connection.execute(
                "UPDATE outbox SET acked_us = ? WHERE incarnation = ? AND seq <= ? AND acked_us IS NULL"
                " RETURNING ticket_id",
                [elapsed(connection, hall_us), incarnation, through],
            ).fetchall()
            for seq, code in refused.items():
                connection.execute(
                    "UPDATE outbox SET refused = ? WHERE incarnation = ? AND seq = ? AND seq <= ?",
                    [code, incarnation, seq, through],
                )
            for (ticket_id,) in found:
                connection.execute("UPDATE journal SET told = 1 WHERE ticket_id = ?", [ticket_id])
        return [ticket_id for (ticket_id,) in found]

    def highest(self) -> int:
        """The newest seq of this life that was ever used; 0 without one."""
        rows = self._file.rows(READ_FACT, HIGHEST)
        return value_of(rows[0]["value"], int) if rows else 0

    def go_on_behind(self, highest: int) -> None:
        """This store is an old copy: the hall has rows that it has not. What is not told yet moves behind them."""
        with self._file.writing() as connection:
            life = _life(connection)
            self._renumber(connection, life, "acked_us IS NULL", highest)

    def begin_life(self, incarnation: str, lost: list[Told]) -> int:
        """A new life of the hall: all that is kept is offered again under it, behind the hall's own numbers."""
        with self._file.writing() as connection:
            put_fact(connection, LIFE, incarnation)
            self._renumber(connection, incarnation, "1 = 1", len(lost))
            for seq, told in enumerate(lost, 1):
                _insert(connection, incarnation, seq, told)
        return self.highest()

    def set_aside(self, seq: int, code: str, hall_us: int) -> None:
        """The hall does not even read this row: the ones behind it take its place."""
        with self._file.writing() as connection:
            life = _life(connection)
            connection.execute(
                "UPDATE outbox SET seq = -id, acked_us = ?, refused = ? WHERE incarnation = ? AND seq = ?",
                [elapsed(connection, hall_us), code, life, seq],
            )
            self._renumber(connection, life, "acked_us IS NULL", seq - 1)

    @staticmethod
    def forget(connection: sqlite3.Connection, counted_us: int) -> None:
        """Drop what the hall acknowledged more than 72 h ago (see `elapsed`), inside an open transaction."""
        connection.execute("DELETE FROM outbox WHERE acked_us < ?", [counted_us - KEPT_US])

    @staticmethod
    def _renumber(connection: sqlite3.Connection, incarnation: str, where: str, behind: int) -> None:
        rows = connection.execute(f"SELECT id FROM outbox WHERE {where} ORDER BY id").fetchall()  # noqa: S608 - ours
        for (row_id,) in rows:  # out of the way first: (incarnation, seq) is unique
            connection.execute("UPDATE outbox SET incarnation = ?, seq = -id WHERE id = ?", [incarnation, row_id])
        for seq, (row_id,) in enumerate(rows, behind + 1):
            connection.execute("UPDATE outbox SET seq = ?, acked_us = NULL, refused = '' WHERE id = ?", [seq, row_id])
        put_fact(connection, HIGHEST, behind + len(rows))


def _insert(connection: sqlite3.Connection, incarnation: str, seq: int, told: Told) -> None:
    connection.execute(
        "INSERT INTO outbox (incarnation, seq, ticket_id, body) VALUES (?, ?, ?, ?)",
        [incarnation, seq, told.ticket_id, msgspec.json.encode(told)],
    )


def _life(connection: sqlite3.Connection) -> str:
    found = connection.execute(READ_FACT, [LIFE]).fetchone()
    return "" if found is None else value_of(found[0], str)


def _highest(connection: sqlite3.Connection) -> int:
    found = connection.execute(READ_FACT, [HIGHEST]).fetchone()
    return 0 if found is None else value_of(found[0], int)
