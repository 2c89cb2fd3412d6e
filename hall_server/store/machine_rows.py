"""Machines with keys of their own, inside a transaction and beside it, for any dialect."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any

import msgspec

from hall_server.contract.enrolment import MachineState
from hall_server.contract.vocabulary import Role
from hall_server.domain.machines import EnrolmentCode, Machine
from hall_server.store import statements as sql
from hall_server.store import statements_machines as own
from hall_server.store.driver import Driver

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hall_server.domain.hall_state import ApiKey
    from hall_server.store.prepared import Prepared, Value


class MachineRows(Driver):
    """See `machines.MachineRows`."""

    def machines(self) -> list[Machine]:
        return [_machine_of(row) for row in self.run(own.MACHINES)]

    def machine(self, key_id: str) -> Machine | None:
        row = self.one(own.MACHINE, key_id=key_id)
        return _machine_of(row) if row else None

    def put_machine(self, machine: Machine) -> None:
        values: dict[str, Value] = {
            **msgspec.structs.asdict(machine),
            "hall_id": self.hall_id,
            "state": machine.state.value,
            "boots": ",".join(machine.boots),
        }
        self.run_with(own.PUT_MACHINE, values)

    def add_api_key(self, key: ApiKey) -> None:
        values = {**msgspec.structs.asdict(key), "hall_id": self.hall_id, "role": key.role.value}
        self.run_with(sql.NEW_API_KEY, values)

    def revoke_api_key(self, key_id: str, at: int) -> None:
        self.run(sql.REVOKE_API_KEY, of_hall=self.hall_id, of_id=key_id, at=at)

    def keys_of(self, kiosk: str) -> list[str]:
        return [row[0] for row in self.run(own.KEYS_OF_KIOSK, kiosk=kiosk, role=Role.KIOSK.value)]

    def enrolment_codes(self) -> list[EnrolmentCode]:
        return [EnrolmentCode(bytes(row[0]), *row[1:]) for row in self.run(own.ENROLMENT_CODES)]

    def put_enrolment_code(self, code: EnrolmentCode) -> None:
        self.run_with(own.PUT_ENROLMENT_CODE, {**msgspec.structs.asdict(code), "hall_id": self.hall_id})

    def forget_enrolment_codes(self, before: int) -> None:
        self.run(own.FORGET_ENROLMENT_CODES, before=before)


class MachineReading(ABC):
    """See `machines.MachineReader`."""

    @abstractmethod
    def run(self, statement: Prepared, **values: Value) -> list[Any]:
        """All rows of a statement for this hall."""

    def machines(self) -> list[Machine]:
        return [_machine_of(row) for row in self.run(own.MACHINES)]

    def machine(self, key_id: str) -> Machine | None:
        rows = self.run(own.MACHINE, key_id=key_id)
        return _machine_of(rows[0]) if rows else None


def _machine_of(row: Sequence[Any]) -> Machine:
    """A row of `machine`, all columns in the table's order."""
    _, key_id, kiosk, public, box, hardware, comparing, state, asked_at, boots, since, decided_at, decided_by = row
    return Machine(
        key_id=key_id,
        kiosk=kiosk,
        public_key=bytes(public),
        box_key=bytes(box),
        hardware=hardware,
        comparing=comparing,
        state=MachineState(state),
        asked_at=asked_at,
        boots=tuple(boots.split(",")) if boots else (),
        boot_since=since,
        decided_at=decided_at,
        decided_by=decided_by,
    )
