"""One journal row per number: asked for, reserved, printed, answered, told. Of a person only pseudonym and masks.

Row by row: ASKED before the hall is asked, RESERVED before anything is printed, the print's outcome before the hall is
told, `told` after the hall has answered. Whatever a crash or a power cut leaves open is settled by `recover`
(definitions.md 2); nothing is ever reprinted from here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.vocabulary import Origin, PrintAnswer
from kiosk.local_store.elapsed import elapsed
from kiosk.local_store.file import LocalStoreError
from kiosk.local_store.kept import value_of
from kiosk.local_store.numbers import GivenNumber
from kiosk.local_store.outbox import KEPT_US, Told

if TYPE_CHECKING:
    import sqlite3
    from typing import Any

    from kiosk.local_store.file import StoreFile
    from kiosk.local_store.machine import Machine
    from kiosk.local_store.outbox import Outbox

KEPT_ROWS = 5000  # settled rows that stay for whoever asks what happened


class Stage(StrEnum):
    """How far a number has come on this machine."""

    ASKED = "asked"  # the hall may have given a number; nothing was printed
    RESERVED = "reserved"  # the hall or a lease gave it; the slip may be under way
    PRINTED = "printed"
    NOT_PRINTED = "not_printed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class JournalRow:
    """One number; `answer` is what the hall is to be told, None while that is open."""

    ticket_id: str
    label: str
    business_day: str
    stage: Stage
    answer: PrintAnswer | None
    told: bool
    origin: Origin


AFTER_A_CRASH: dict[Stage, PrintAnswer] = {
    Stage.ASKED: PrintAnswer.VOID,  # nothing was printed, nobody holds it
    Stage.RESERVED: PrintAnswer.CANNOT_TELL,  # the slip may lie in the tray
    Stage.PRINTED: PrintAnswer.PAPER,
    Stage.NOT_PRINTED: PrintAnswer.CANNOT_TELL,  # it stood on the screen; it may have been noted down
    Stage.UNKNOWN: PrintAnswer.CANNOT_TELL,
}
"""What is told about rows that a life of this process left without an answer."""


class Journal:
    """The journal's rows. Every method that writes has committed when it returns; raises LocalStoreError."""

    def __init__(self, file: StoreFile, machine: Machine, outbox: Outbox) -> None:
        self._file, self._machine, self._outbox = file, machine, outbox

    def asked(self, ticket_id: str) -> None:
        """The hall is about to be asked under this id. An id that was used before raises LocalStoreError."""
        with self._file.writing() as connection:
            self._insert(connection, ticket_id, Stage.ASKED)

    def given_here(self, connection: sqlite3.Connection, number: GivenNumber) -> None:
        """RESERVED in one stroke with the lease's next number: this kiosk gave it out by itself."""
        self._insert(connection, number.ticket_id, Stage.RESERVED)
        connection.execute(
            "UPDATE journal SET label = ?, business_day = ?, origin = ?, number = ? WHERE ticket_id = ?",
            [number.label, number.business_day, number.origin.value, msgspec.json.encode(number), number.ticket_id],
        )

    def not_given(self, ticket_id: str) -> None:
        """The hall said no: there is no number behind this id."""
        with self._file.writing() as connection:
            connection.execute("DELETE FROM journal WHERE ticket_id = ?", [ticket_id])

    def reserved(
        self,
        ticket_id: str,
        label: str,
        business_day: str,
        known: GivenNumber | None = None,
        *,
        life: str | None = None,
    ) -> None:
        """The hall gave this number; `known` is what a hall that lost it in a restore would have to learn.

        `life`: the one that gave it, where that is known. When it is another than the outbox's, the next word may come
        from either of two servers: whatever life is heard next is offered everything.
        """
        with self._file.writing() as connection:
            connection.execute(
                "UPDATE journal SET label = ?, business_day = ?, stage = ?, number = ?, given_us = ?"
                " WHERE ticket_id = ?",
                [
                    label,
                    business_day,
                    Stage.RESERVED.value,
                    None if known is None else msgspec.json.encode(known),
                    0 if known is None else elapsed(connection, known.given_at),
                    ticket_id,
                ],
            )
            if life is not None:
                self._outbox.doubt_unless(connection, life)

    def printed(self, ticket_id: str, stage: Stage) -> None:
        """What became of the slip: PRINTED, NOT_PRINTED or UNKNOWN."""
        with self._file.writing() as connection:
            connection.execute("UPDATE journal SET stage = ? WHERE ticket_id = ?", [stage.value, ticket_id])

    def answer(self, ticket_id: str, answer: PrintAnswer) -> bool:
        """What the hall is to be told. Only CANNOT_TELL gives way to another answer; False when nothing changed.

        For a number that this kiosk gave out by itself the same commit puts it into the outbox.
        """
        with self._file.writing() as connection:
            found = connection.execute(
                "UPDATE journal SET answer = ?, told = 0 WHERE ticket_id = ? AND answer IN ('', ?) AND answer <> ?"
                " RETURNING number, origin",
                [answer.value, ticket_id, PrintAnswer.CANNOT_TELL.value, answer.value],
            ).fetchone()
            if found is not None and self._outbox.holds(connection, ticket_id):
                self._outbox.add(connection, Told(ticket_id, answer, *self._moment()))
            elif found is not None and found[0] is not None and found[1] != Origin.ONLINE.value:
                number = value_of(found[0], GivenNumber)
                self._outbox.add(connection, Told(ticket_id, answer, number.boot_id, number.boottime_us, number))
        return found is not None

    def begin_life(self, incarnation: str) -> int:
        """Another life of the hall: everything of the last 72 h is offered again. Returns how many rows.

        The first life that a store meets has nothing to be told of the hall's own numbers.
        """
        before = self._outbox.incarnation()
        if before == incarnation:
            return 0
        numbers = self._file.rows(
            "SELECT ticket_id, number, answer FROM journal WHERE origin = 'online' AND number IS NOT NULL"
            " AND ticket_id NOT IN (SELECT ticket_id FROM outbox) ORDER BY rowid"
        )
        lost = [_told(row) for row in numbers] if before else []
        return self._outbox.begin_life(incarnation, lost)

    def forget(self, hall_us: int) -> None:
        """Drop what a hall would have to learn of its own numbers once they are 72 h old, and the outbox' old rows."""
        with self._file.writing() as connection:
            counted_us = elapsed(connection, hall_us)
            connection.execute(
                "UPDATE journal SET number = NULL WHERE told = 1 AND number IS NOT NULL AND given_us < ?",
                [counted_us - KEPT_US],
            )
            self._outbox.forget(connection, counted_us)

    def _moment(self) -> tuple[str, int]:
        return self._machine.boot_id, self._machine.boottime_us()

    def told(self, ticket_id: str, answer: PrintAnswer) -> None:
        """The hall has answered to this answer; a better one that came meanwhile stays untold."""
        with self._file.writing() as connection:
            connection.execute(
                "UPDATE journal SET told = 1 WHERE ticket_id = ? AND answer = ?", [ticket_id, answer.value]
            )

    def untold(self) -> list[JournalRow]:
        """What the hall must still hear, oldest first."""
        return self._rows("answer <> '' AND told = 0")

    def row(self, ticket_id: str) -> JournalRow | None:
        """One number."""
        return next(iter(self._rows("ticket_id = ?", ticket_id)), None)

    def recover(self) -> list[JournalRow]:
        """Answer what an earlier life of this process left open; returns all that the hall must still hear."""
        for row in self._rows("answer = ''"):
            self.answer(row.ticket_id, AFTER_A_CRASH[row.stage])
        with self._file.writing() as connection:
            connection.execute(
                "DELETE FROM journal WHERE told = 1 AND number IS NULL"
                " AND rowid <= (SELECT max(rowid) FROM journal) - ?",
                [KEPT_ROWS],
            )
        return self.untold()

    def _insert(self, connection: sqlite3.Connection, ticket_id: str, stage: Stage) -> None:
        connection.execute(
            "INSERT INTO journal (ticket_id, label, business_day, stage, answer, told, boot_id, boottime_us)"
            " VALUES (?, '', '', ?, '', 0, ?, ?)",
            [ticket_id, stage.value, *self._moment()],
        )

    def _rows(self, where: str, *values: str) -> list[JournalRow]:
        found = self._file.rows(f"SELECT * FROM journal WHERE {where} ORDER BY rowid", *values)  # noqa: S608 - ours
        return [_journal_row(row) for row in found]


def _told(row: dict[str, Any]) -> Told:
    number = value_of(row["number"], GivenNumber)
    return Told(row["ticket_id"], _answer(row["answer"]), number.boot_id, number.boottime_us, number)


def _answer(kept: str) -> PrintAnswer | None:
    try:
        return PrintAnswer(kept) if kept else None
    except ValueError as error:
        raise LocalStoreError("an answer in the journal is one that nobody knows") from error


def _journal_row(row: dict[str, Any]) -> JournalRow:
    try:
        return JournalRow(
            ticket_id=row["ticket_id"],
            label=row["label"],
            business_day=row["business_day"],
            stage=Stage(row["stage"]),
            answer=_answer(row["answer"]),
            told=bool(row["told"]),
            origin=Origin(row["origin"]),
        )
    except ValueError as error:
        raise LocalStoreError("a row of the journal is of a shape that nobody knows") from error
