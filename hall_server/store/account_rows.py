"""Staff accounts inside a transaction and beside it, for any dialect."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any

import msgspec

from hall_server.contract.staff import StaffRole
from hall_server.domain.accounts import StaffAccount
from hall_server.store import statements_staff as sql
from hall_server.store.driver import Driver

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hall_server.store.prepared import Prepared, Value


class AccountRows(Driver):
    """See `seams_staff.AccountRows`."""

    def staff_accounts(self) -> list[StaffAccount]:
        return [_account_of(row) for row in self.run(sql.STAFF_ACCOUNTS)]

    def put_staff_account(self, account: StaffAccount) -> None:
        values: dict[str, Value] = {
            **msgspec.structs.asdict(account),
            "hall_id": self.hall_id,
            "roles": ",".join(account.roles),
            "counters": ",".join(map(str, account.counters)),
        }
        self.run_with(sql.PUT_STAFF_ACCOUNT, values)


class AccountReading(ABC):
    """See `seams_staff.AccountReader`."""

    @abstractmethod
    def run(self, statement: Prepared, **values: Value) -> list[Any]:
        """All rows of a statement for this hall."""

    def staff_accounts(self) -> list[StaffAccount]:
        return [_account_of(row) for row in self.run(sql.STAFF_ACCOUNTS)]


def _account_of(row: Sequence[Any]) -> StaffAccount:
    """A row of `staff_account`, all columns in the table's order."""
    _, staff_no, name, roles, counters, looks, pin_hash, made_at, pin_changed_at, one_time_until, locked_at = row
    return StaffAccount(
        staff_no=staff_no,
        name=name,
        roles=tuple(StaffRole(role) for role in roles.split(",") if role),
        counters=tuple(int(no) for no in counters.split(",") if no),
        looks=looks,
        pin_hash=pin_hash,
        made_at=made_at,
        pin_changed_at=pin_changed_at,
        one_time_until=one_time_until,
        locked_at=locked_at,
    )
