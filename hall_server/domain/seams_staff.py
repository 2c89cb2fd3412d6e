"""What flows about staff accounts ask of a store. Only shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from hall_server.domain.accounts import StaffAccount


class AccountReader(Protocol):
    """The committed accounts."""

    def staff_accounts(self) -> list[StaffAccount]:
        """All of a hall, by staff number."""


class AccountRows(AccountReader, Protocol):
    """Accounts inside a transaction."""

    def put_staff_account(self, account: StaffAccount) -> None:
        """Keep an account, new or changed."""
