"""The accounts of one hall: kept in the store, asked from memory, changed one at a time with an entry in the book.

What other processes and the command line do to them is found within a second. The rules of the hall see them as
`site.staff`; while a store has no accounts, the site file's stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.staff import AccountAct
from hall_server.domain.accounts import keeps_itself, locked, unlocked, with_one_time, with_own_pin
from hall_server.flows.account_records import SERVER, account_record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hall_server.contract.staff import StaffRole
    from hall_server.domain.accounts import StaffAccount
    from hall_server.domain.seams import Commits, Promise, Reader, Transaction
    from hall_server.flows.here import Here


class PeopleDesk:
    """Everybody who works here. `accounts` by staff number: one mapping for as long as the hall is served."""

    def __init__(self, here: Here, commits: Commits, reader: Reader) -> None:
        self._here, self._commits, self._reader = here, commits, reader
        self.accounts: dict[str, StaffAccount] = {}
        self.look()

    def look(self) -> None:
        """Take in what the store has. About once a second, and after each change."""
        found = {one.staff_no: one for one in self._reader.staff_accounts()}
        if found == self.accounts:
            return
        self.accounts.clear()
        self.accounts.update(found)
        self._here.accounts = self.accounts
        self._here.site = self._here.staffed(self._here.site)

    def seed(self, accounts: Iterable[StaffAccount]) -> Promise[None]:
        """Accounts for those of the site file who have none yet; whoever has one keeps it as it is."""
        wanted, at = tuple(accounts), self._here.clock.now()

        def work(tx: Transaction) -> None:
            known = {one.staff_no for one in tx.staff_accounts()}
            for one in wanted:
                if one.staff_no not in known:
                    tx.put_staff_account(msgspec.structs.replace(one, made_at=at))
                    tx.add_record(account_record(AccountAct.ADDED, one.staff_no, at, SERVER, roles=one.roles))

        return self._submit(work)

    def add(self, account: StaffAccount, pin_hash: str, by: str) -> Promise[None]:
        """Somebody new, with a one-time PIN. HallProblem(account_exists)."""
        at = self._here.clock.now()

        def work(tx: Transaction) -> None:
            add_account(tx, account, pin_hash, at, by)

        return self._submit(work)

    def reset_pin(self, staff_no: str, pin_hash: str, by: str) -> Promise[None]:
        """A one-time PIN in the place of the PIN; ends the sessions of that account."""
        at = self._here.clock.now()
        return self._change(staff_no, by, AccountAct.PIN_RESET, lambda one: with_one_time(one, pin_hash, at))

    def change_pin(self, staff_no: str, pin_hash: str) -> Promise[None]:
        """Their own doing; all their sessions end."""
        at = self._here.clock.now()
        return self._change(staff_no, staff_no, AccountAct.PIN_CHANGED, lambda one: with_own_pin(one, pin_hash, at))

    def lock(self, staff_no: str, by: str) -> Promise[None]:
        """Shut out, from the next request on. HallProblem(last_keeper)."""
        at = self._here.clock.now()
        return self._change(staff_no, by, AccountAct.LOCKED, lambda one: locked(one, at))

    def unlock(self, staff_no: str, by: str) -> Promise[None]:
        """Open again; its wrong PINs are forgotten, also where it was not locked (StaffDoor reads it in the book)."""
        return self._change(staff_no, by, AccountAct.UNLOCKED, unlocked)

    def appoint(
        self, staff_no: str, by: str, name: str, roles: tuple[StaffRole, ...], counters: tuple[int, ...]
    ) -> Promise[None]:
        """Another name, other roles, other counters. HallProblem(last_keeper)."""
        return self._change(
            staff_no,
            by,
            AccountAct.CHANGED,
            lambda one: msgspec.structs.replace(one, name=name, roles=roles, counters=counters),
        )

    def note(self, act: AccountAct, staff_no: str, by: str, counter: int | None = None) -> Promise[None]:
        """An entry in the book about something that was done elsewhere."""
        record = account_record(act, staff_no, self._here.clock.now(), by, counter=counter)
        return self._commits.submit(lambda tx: _noted(tx.add_record(record)))

    def _change(
        self, staff_no: str, by: str, act: AccountAct, change: Callable[[StaffAccount], StaffAccount]
    ) -> Promise[None]:
        at = self._here.clock.now()

        def work(tx: Transaction) -> None:
            change_account(tx, staff_no, act, change, at=at, by=by)

        return self._submit(work)

    def _submit(self, work: Callable[[Transaction], None]) -> Promise[None]:
        promise = self._commits.submit(work)
        promise.add_done_callback(lambda _: self.look())
        return promise


def add_account(tx: Transaction, account: StaffAccount, pin_hash: str, at: int, by: str) -> None:
    """See PeopleDesk.add."""
    if any(one.staff_no == account.staff_no for one in tx.staff_accounts()):
        raise HallProblem(ProblemCode.ACCOUNT_EXISTS, account.staff_no)
    new = msgspec.structs.replace(with_one_time(account, pin_hash, at), made_at=at)
    tx.put_staff_account(new)
    tx.add_record(account_record(AccountAct.ADDED, new.staff_no, at, by, roles=new.roles))


def change_account(
    tx: Transaction,
    staff_no: str,
    act: AccountAct,
    change: Callable[[StaffAccount], StaffAccount],
    *,
    at: int,
    by: str,
) -> None:
    """One change of an account that is there, and its entry. HallProblem(account_unknown | last_keeper).

    That somebody was unlocked is written in any case: it forgives wrong PINs too.
    """
    before = tx.staff_accounts()
    found = next((one for one in before if one.staff_no == staff_no), None)
    if found is None:
        raise HallProblem(ProblemCode.ACCOUNT_UNKNOWN, staff_no)
    after = change(found)
    keeps_itself(before, after)
    if after != found:
        tx.put_staff_account(after)
    if after != found or act is AccountAct.UNLOCKED:
        tx.add_record(account_record(act, staff_no, at, by, roles=after.roles if after.roles != found.roles else ()))


def _noted(_: object) -> None:
    """A promise of nothing."""
