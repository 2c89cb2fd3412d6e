"""Who works here: an account for each member of staff, its state, and what may become of it. Pure.

Knows hashes of PINs, never a PIN; times are UTC microseconds. How often a wrong PIN may be tried is `staff`'s.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.staff import AccountState, StaffRole

if TYPE_CHECKING:
    from collections.abc import Iterable

SECOND = 1_000_000
ONE_TIME_S = 72 * 3600  # a one-time PIN that nobody used by then is worth nothing
PIN_LEAST, PIN_MOST = 6, 64


class StaffAccount(msgspec.Struct, frozen=True, kw_only=True):
    """One member of staff. `counters`: where they may sit, () = anywhere; `looks`: by what visitors know them."""

    staff_no: str
    name: str
    roles: tuple[StaffRole, ...] = (StaffRole.CLERK,)
    counters: tuple[int, ...] = ()
    looks: str = ""
    pin_hash: str = ""  # "": no PIN fits
    made_at: int = 0
    pin_changed_at: int | None = None
    one_time_until: int | None = None  # the PIN is a one-time PIN, good until then
    locked_at: int | None = None

    def __repr__(self) -> str:
        """Without the name and the hash."""
        return f"StaffAccount({self.staff_no}, {self.state.value})"

    @property
    def state(self) -> AccountState:
        """How it stands."""
        if self.locked_at is not None:
            return AccountState.LOCKED
        return AccountState.ACTIVE if self.one_time_until is None else AccountState.MUST_CHANGE

    def may_come_in(self, at: int) -> bool:
        """Whether the right PIN opens the door: not when locked, not with a one-time PIN that ran out."""
        return self.locked_at is None and (self.one_time_until is None or at < self.one_time_until)


def with_one_time(account: StaffAccount, pin_hash: str, at: int) -> StaffAccount:
    """A new one-time PIN, in the place of the PIN before. An account that was locked stays so."""
    until = at + ONE_TIME_S * SECOND
    return msgspec.structs.replace(account, pin_hash=pin_hash, one_time_until=until, pin_changed_at=None)


def with_own_pin(account: StaffAccount, pin_hash: str, at: int) -> StaffAccount:
    """A PIN that only its owner knows."""
    return msgspec.structs.replace(account, pin_hash=pin_hash, one_time_until=None, pin_changed_at=at)


def locked(account: StaffAccount, at: int) -> StaffAccount:
    """Shut out until somebody unlocks; again is the same."""
    return account if account.locked_at is not None else msgspec.structs.replace(account, locked_at=at)


def unlocked(account: StaffAccount) -> StaffAccount:
    """Open again, with the PIN that it had."""
    return msgspec.structs.replace(account, locked_at=None)


def keeps_itself(before: Iterable[StaffAccount], after: StaffAccount) -> None:
    """Somebody must be left who can keep the accounts. HallProblem(last_keeper) for the change that ends it."""
    others = [one for one in before if one.staff_no != after.staff_no]
    was = any(one.staff_no == after.staff_no and _keeps(one) for one in before)
    if was and not any(map(_keeps, (*others, after))):
        raise HallProblem(ProblemCode.LAST_KEEPER)


def weak(pin: str, staff_no: str) -> str:
    """Why a PIN is too easy to guess: "" for a good one, else short, long, own_number, same or row."""
    if len(pin) < PIN_LEAST:
        return "short"
    if len(pin) > PIN_MOST:
        return "long"
    if staff_no in pin or pin in staff_no:
        return "own_number"
    if len(set(pin)) <= 2:  # noqa: PLR2004 - 111111, 121212
        return "same"
    steps = {ord(after) - ord(before) for before, after in pairwise(pin)}
    return "row" if steps in ({1}, {-1}) else ""


def _keeps(account: StaffAccount) -> bool:
    return StaffRole.MANAGER in account.roles and account.locked_at is None
