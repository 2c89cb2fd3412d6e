"""What every store must do with machines and one-time codes: kept whole, changed in place, each hall its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from hall_server.contract.enrolment import MachineState
from hall_server.contract.vocabulary import Role
from hall_server.domain.hall_state import ApiKey
from hall_server.domain.machines import EnrolmentCode, Machine
from tests.contracts.test_store import AT, Stored, on_postgres, on_sqlite

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ONE = Machine(
    key_id="k1",
    kiosk="K1",
    public_key=b"\x00p" * 16,
    box_key=b"b" * 32,
    hardware="1f" * 32,
    comparing="7KQ2-M4XA",
    state=MachineState.WAITING,
    asked_at=AT,
)
TWO = msgspec.structs.replace(ONE, key_id="k2", kiosk="K2", asked_at=AT + 1, boots=("b", "a"), boot_since=7)


@pytest.fixture(params=["sqlite", "postgresql"])
def stored(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stored]:
    made = on_sqlite(tmp_path) if request.param == "sqlite" else on_postgres(str(request.getfixturevalue("database")))
    yield made
    made.reader.close()
    made.store.close()


def test_machines_are_kept_whole_and_their_state_changes_in_place(stored: Stored) -> None:
    for one in (TWO, ONE):
        stored.run(lambda tx, one=one: tx.put_machine(one))
    assert stored.reader.machines() == [ONE, TWO]
    well = msgspec.structs.replace(ONE, state=MachineState.WELL, decided_at=AT + 9, decided_by="0317", boots=("c",))
    stored.run(lambda tx: tx.put_machine(well))
    assert stored.run(lambda tx: tx.machine("k1")) == well
    assert stored.run(lambda tx: tx.machine("k3")) is None
    assert stored.reader.machine("k2") == TWO


def test_keys_of_a_kiosk_are_those_that_were_not_revoked(stored: Stored) -> None:
    for key_id, kiosk in (("a1", "K1"), ("a2", "K1"), ("a3", "K2")):
        key = ApiKey(key_id, Role.KIOSK, kiosk, kiosk, b"", AT)
        stored.run(lambda tx, key=key: tx.add_api_key(key))
    stored.run(lambda tx: tx.revoke_api_key("a1", AT + 1))
    assert stored.run(lambda tx: tx.keys_of("K1")) == ["a2"]
    assert stored.reader.api_key("a1") is None


def test_codes_are_used_once_and_forgotten(stored: Stored) -> None:
    code, later = EnrolmentCode(b"\x00hash", "K1", AT, "0317"), EnrolmentCode(b"other", "K2", AT + 5, "")
    for one in (code, later):
        stored.run(lambda tx, one=one: tx.put_enrolment_code(one))
    used = msgspec.structs.replace(code, key_id="k1")
    stored.run(lambda tx: tx.put_enrolment_code(used))
    assert stored.run(lambda tx: tx.enrolment_codes()) == [used, later]
    stored.run(lambda tx: tx.forget_enrolment_codes(AT + 5))
    assert stored.run(lambda tx: tx.enrolment_codes()) == [later]
