"""Timelines of kiosks, inside a transaction and beside it, for any dialect, with their statements."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects import postgresql

from hall_server.domain.fleet import Condition, Slot
from hall_server.store.driver import Driver
from hall_server.store.prepared import Prepared
from hall_server.store.tables_fleet import kiosk_health

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hall_server.store.prepared import Value

_slot = kiosk_health.c
_hall = _slot.hall_id == bindparam("hall_id")
HEALTH_SLOTS = Prepared(
    select(_slot.kiosk, _slot.at, _slot.condition, _slot.paper, _slot.version)
    .where(_hall, _slot.at >= bindparam("since"))
    .order_by(_slot.kiosk, _slot.at)
)
_put = postgresql.insert(kiosk_health)
PUT_HEALTH_SLOT = Prepared(
    _put.on_conflict_do_update(
        index_elements=["hall_id", "kiosk", "at"],
        set_={name: _put.excluded[name] for name in ("condition", "paper", "version")},
    )
)
FORGET_HEALTH_SLOTS = Prepared(delete(kiosk_health).where(_hall, _slot.at < bindparam("before")))


class HealthRows(Driver):
    """See `fleet.HealthRows`."""

    def put_health_slots(self, slots: Sequence[Slot]) -> None:
        for slot in slots:
            values = {**msgspec.structs.asdict(slot), "hall_id": self.hall_id, "condition": slot.condition.value}
            self.run_with(PUT_HEALTH_SLOT, values)

    def forget_health_slots(self, before: int) -> None:
        self.run(FORGET_HEALTH_SLOTS, before=before)


class HealthReading(ABC):
    """See `fleet.HealthReader`."""

    @abstractmethod
    def run(self, statement: Prepared, **values: Value) -> list[Any]:
        """All rows of a statement for this hall."""

    def health_slots(self, since: int) -> list[Slot]:
        return [Slot(row[0], row[1], Condition(row[2]), row[3], row[4]) for row in self.run(HEALTH_SLOTS, since=since)]
