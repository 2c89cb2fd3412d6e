"""Publications of the catalogue inside a transaction and beside it, for any dialect; and what belongs to one visit."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any

from hall_server.domain.items.snapshots import Published
from hall_server.store import statements_items as sql
from hall_server.store.driver import Driver

if TYPE_CHECKING:
    from hall_server.store.prepared import Prepared, Value


class ItemRows(Driver):
    """See `seams.ItemRows`."""

    def snapshots(self) -> list[Published]:
        return [Published(*row) for row in self.run(sql.SNAPSHOTS)]

    def snapshot_body(self, version: str) -> bytes | None:
        row = self.one(sql.SNAPSHOT_BODY, version=version)
        return bytes(row[0]) if row else None

    def add_snapshot(self, published: Published, body: bytes) -> None:
        self.run_with(sql.NEW_SNAPSHOT, snapshot_values(self.hall_id, published, body))


class ItemReading(ABC):
    """See `seams.ItemReader`."""

    @abstractmethod
    def run(self, statement: Prepared, **values: Value) -> list[Any]:
        """All rows of a statement for this hall."""

    def snapshots(self) -> list[Published]:
        return [Published(*row) for row in self.run(sql.SNAPSHOTS)]

    def snapshot_body(self, version: str) -> bytes | None:
        rows = self.run(sql.SNAPSHOT_BODY, version=version)
        return bytes(rows[0][0]) if rows else None

    def correlated(self, correlation: str) -> tuple[list[str], list[str]]:
        tickets, bookings = (
            sorted(row for one in of_visit for row in self.run(one, correlation=correlation))
            for of_visit in (
                (sql.TICKET_OF_VISIT, sql.TICKETS_OF_VISIT),
                (sql.BOOKING_OF_VISIT, sql.BOOKINGS_OF_VISIT),
            )
        )
        return [row[1] for row in tickets], [row[1] for row in bookings]


def snapshot_values(hall_id: str, published: Published, body: bytes) -> dict[str, Value]:
    """A publication as `NEW_SNAPSHOT` takes it."""
    return {
        "hall_id": hall_id,
        "n": published.n,
        "version": published.version,
        "effective_from": published.effective_from,
        "published_at": published.at,
        "published_by": published.by,
        "body": body,
    }
