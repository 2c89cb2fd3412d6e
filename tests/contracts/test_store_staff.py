"""What every store must do with accounts of staff: kept whole, changed in place, each hall its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from hall_server.contract.staff import StaffRole
from hall_server.domain.accounts import StaffAccount
from hall_server.store.verify import verify
from tests.contracts.test_store import AT, HALL, Stored, on_postgres, on_sqlite

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LI = StaffAccount(
    staff_no="0317",
    name="李慧",
    roles=(StaffRole.CLERK, StaffRole.LEAD),
    counters=(3, 12),
    looks="红马甲",
    pin_hash="$argon2id$a",
    made_at=AT,
    one_time_until=AT + 5,
)
BARE = StaffAccount(staff_no="02", name="王", roles=())


@pytest.fixture(params=["sqlite", "postgresql"])
def stored(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stored]:
    made = on_sqlite(tmp_path) if request.param == "sqlite" else on_postgres(str(request.getfixturevalue("database")))
    yield made
    report = verify(made.reader, HALL)
    made.reader.close()
    made.store.close()
    assert report.findings == []


def test_accounts_are_kept_whole_and_changed_in_place(stored: Stored) -> None:
    for account in (LI, BARE):
        stored.run(lambda tx, account=account: tx.put_staff_account(account))
    assert stored.reader.staff_accounts() == [BARE, LI]
    locked = msgspec.structs.replace(LI, locked_at=AT + 9, one_time_until=None, pin_changed_at=AT, counters=())
    stored.run(lambda tx: tx.put_staff_account(locked))
    assert stored.run(lambda tx: tx.staff_accounts()) == [BARE, locked]


def test_when_an_account_was_made_is_said_once(stored: Stored) -> None:
    stored.run(lambda tx: tx.put_staff_account(LI))
    stored.run(lambda tx: tx.put_staff_account(msgspec.structs.replace(LI, made_at=AT + 99)))
    assert stored.reader.staff_accounts() == [LI]
