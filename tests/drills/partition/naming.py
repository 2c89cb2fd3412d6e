"""How numbers are given: the product's way, and three naive ones that the same faults must catch (performance.md C4).

A naive design is the product with one of its protections taken out; everything else of it runs as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.vocabulary import Origin
from hall_server.domain.numbering import NumberRow
from kiosk.local_store import LocalStore
from kiosk.local_store.facts import Facts
from kiosk.local_store.file import StoreFile
from kiosk.local_store.journal import Journal
from kiosk.local_store.numbers import GivenNumber, Numbers, Standing
from kiosk.local_store.outbox import Outbox
from kiosk.runner.desk import Desk

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from hall_server.contract.messages import TakeTicket
    from hall_server.contract.offline import Outbox as Body
    from hall_server.store.sqlite_store import SqliteStore
    from kiosk.local_store.machine import Machine
    from kiosk.session.effects import AskForTicket


class Naming:
    """The product's own way."""

    name = "kapok"
    bound = True  # kiosks are bound to boot and hardware
    new_life = True  # a restored server begins a new life, and listens to what its clients have seen
    desk: type[Desk] = Desk

    def local_store(self, path: Path, machine: Machine) -> LocalStore:
        """The kiosk's store."""
        return LocalStore(path, machine)

    def merge(self, store: SqliteStore, body: Body) -> None:
        """What the hall makes of numbers that it did not give, besides its own rules."""


class _Local(LocalStore):
    """Numbers without the hall from one counter in the store."""

    def give(
        self,
        ticket_id: str,
        order: TakeTicket,
        *,
        queue: str,
        letter: str,
        standing: Standing,
        catalogue: str = "",
    ) -> GivenNumber:
        behind = self._behind(letter)
        with self._file.writing() as connection:
            connection.execute(
                "INSERT INTO series (letter, business_day, next) VALUES (?, ?, 1)"
                " ON CONFLICT (letter) DO UPDATE SET business_day = excluded.business_day,"
                " next = CASE WHEN business_day = excluded.business_day THEN next ELSE 1 END",
                [behind, standing.business_day],
            )
            label, number = self.numbers.take_emergency(connection, behind, standing.business_day)
            given = GivenNumber(
                ticket_id, label, number, behind, queue, standing.business_day, Origin.EMERGENCY, order,
                self.machine.boot_id, self.machine.boottime_us(), catalogue=catalogue,
            )  # fmt: skip
            self.given_here(connection, given)
        return given

    def _behind(self, letter: str) -> str:
        return letter


class _Merged(_Local):
    """The greater of what this kiosk and what the hall has counted."""

    def reserved(
        self, ticket_id: str, label: str, business_day: str, known: GivenNumber | None = None, *, in_doubt: bool = False
    ) -> None:
        super().reserved(ticket_id, label, business_day, known, in_doubt=in_doubt)
        if known is not None:
            self.numbers.series_from(known.letter, business_day, known.number + 1)


class MergedCounters(Naming):
    """(a) A local counter, merged to the server's greatest number when they meet."""

    name = "merged counters"

    def local_store(self, path: Path, machine: Machine) -> LocalStore:
        return _Merged(path, machine)

    def merge(self, store: SqliteStore, body: Body) -> None:
        for row in body.rows:
            if (number := getattr(row, "number", None)) is not None:
                store.run(lambda tx, row=row, number=number: _count_up(tx, row, number))


def _count_up(tx, row, number: int) -> None:
    found = tx.number_row(row.letter, row.business_day)
    if found is not None:
        tx.put_number_row(row.letter, row.business_day, NumberRow(max(found.online_next, number + 1), found.lease_next))


class _Prefixed(_Local):
    def _behind(self, letter: str) -> str:
        return letter + "NPR"[int(self.kiosk_no) - 1]

    kiosk_no = "1"


class _AlwaysLocal(Desk):
    """Never asks the hall for a number."""

    async def ask(self, effect: AskForTicket) -> None:
        if not await self._give(effect):
            await super().ask(effect)


class PrefixPerKiosk(Naming):
    """(b) A letter for each kiosk and a counter in its store; the letter is part of the kiosk's configuration."""

    name = "prefix per kiosk"
    desk = _AlwaysLocal

    def local_store(self, path: Path, machine: Machine) -> LocalStore:
        store = _Prefixed(path, machine)
        store.kiosk_no = path.stem[1]
        return store


class _PlainNumbers(Numbers):
    def begin(self) -> int:
        return 0

    def take_leased(
        self, connection: sqlite3.Connection, queue: str, standing: Standing
    ) -> tuple[str, int, str, int] | None:
        found = connection.execute(
            "UPDATE lease SET next = next + 1 WHERE id = (SELECT id FROM lease WHERE queue = ? AND next <= last"
            " AND business_day = ? ORDER BY epoch, first LIMIT 1) RETURNING letter, next - 1, width, epoch",
            [queue, standing.business_day],
        ).fetchone()
        return None if found is None else (f"{found[0]}{found[1]:0{found[2]}d}", found[1], found[0], found[3])


class _PlainStore(LocalStore):
    def __init__(self, path: Path, machine: Machine) -> None:
        self.machine = machine
        self._file = StoreFile(path)
        self.outbox = Outbox(self._file)
        self.numbers = _PlainNumbers(self._file, machine)
        self.facts = Facts(self._file, machine)
        Journal.__init__(self, self._file, machine, self.outbox)


class PlainBlocks(Naming):
    """(c) Leased blocks that lie in the store and nowhere else: no boot, no hardware, no new series on restore."""

    name = "plain leased blocks"
    bound = False
    new_life = False

    def local_store(self, path: Path, machine: Machine) -> LocalStore:
        return _PlainStore(path, machine)


CONTROLS: tuple[type[Naming], ...] = (MergedCounters, PrefixPerKiosk, PlainBlocks)
