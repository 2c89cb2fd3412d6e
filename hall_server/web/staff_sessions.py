"""Sessions as the browser's cookie knows them: secrets are made and hashed here, and held against the site file.

The hall keeps hashes only (flows.staff_door). A session ends when its clerk leaves the site file or gets a new PIN.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.staff import AccountState, StaffRole

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hall_server.domain.accounts import StaffAccount
    from hall_server.domain.seams import Promise
    from hall_server.flows.staff_door import StaffDoor

NOBODY = ""  # the number under which the tries of unknown numbers are counted


class StaffSession(msgspec.Struct, frozen=True):
    """One signed-in member of staff."""

    staff_no: str
    name: str
    secret_hash: bytes
    roles: tuple[StaffRole, ...]
    proof: str  # what a page drawn for this session shows with each command
    must_change: bool = False  # came in with a one-time PIN: nothing is open but changing it

    def __repr__(self) -> str:
        return f"StaffSession({self.staff_no})"


class StaffSessions:
    """Sessions by their secret name, which only the cookie knows."""

    def __init__(self, door: StaffDoor, staff: Mapping[str, StaffAccount]) -> None:
        self._door = door
        self._staff = staff

    async def begin(
        self, user: StaffAccount, instead_of: str = "", source: str = "", *, by_provider: bool = False
    ) -> str:
        """Open a session, in the place of the one this browser had; returns its secret name, which is a new one."""
        await self.end(instead_of)
        secret = secrets.token_urlsafe(32)
        await self._door.let_in(_hash(secret), user.staff_no, _mark(user, by_provider=by_provider), source)
        return secret

    def find(self, secret: str) -> StaffSession | None:
        """The session of a secret name; None when there is none, it slept too long, or was revoked."""
        login = self._door.who(_hash(secret)) if secret else None
        if login is None:
            return None
        user = self._staff.get(login.staff_no)
        by_pin = user is not None and _mark(user, by_provider=False) == login.pin_mark
        if user is None or user.locked_at is not None or not (by_pin or _came_by_provider(user, login.pin_mark)):
            self._door.let_out(login.secret_hash)
            return None
        must_change = by_pin and user.state is AccountState.MUST_CHANGE
        return StaffSession(
            login.staff_no, user.name, login.secret_hash, user.roles, _proof_of(secret), must_change=must_change
        )

    def others(self, staff_no: str, secret: str = "") -> list[int | None]:
        """At which counters somebody is signed in elsewhere; None for a session without one."""
        return [one.counter for one in self._door.others_of(staff_no, _hash(secret))]

    async def end_others(self, staff_no: str, secret: str = "") -> int:
        """Sign somebody out everywhere but here; of how many sessions."""
        others = self._door.others_of(staff_no, _hash(secret))
        for one in others:
            await self._door.let_out(one.secret_hash)
        return len(others)

    async def end(self, secret: str) -> None:
        """Close a session; closing none changes nothing."""
        if secret:
            await self._door.let_out(_hash(secret))

    def now(self) -> int:
        """The hall's time."""
        return self._door.now()

    def try_pin(self, staff_no: str, source: str = "") -> Promise[int]:
        """Count a try; how many are left. Raises HallProblem(login_locked).

        Numbers that nobody has are counted as one: guessing them fills nothing and pushes nobody's tries out.
        """
        return self._door.try_pin(staff_no if staff_no in self._staff else NOBODY, source)

    def forgive(self, staff_no: str) -> Promise[None]:
        """The wrong PINs of a number are forgotten."""
        return self._door.forgive(staff_no)

    def sat_down(self, session: StaffSession, counter: int) -> None:
        """The clerk opened a counter."""
        self._door.sat_down(session.secret_hash, counter)

    def last_seat(self, session: StaffSession) -> int | None:
        """The counter that the clerk sat at last."""
        return self._door.last_seat(session.staff_no)


def _hash(secret: str) -> bytes:
    return hashlib.sha256(secret.encode(errors="replace")).digest()


def _proof_of(secret: str) -> str:
    return hmac.digest(secret.encode(errors="replace"), b"kapok page", "sha256").hex()


def _mark(user: StaffAccount, *, by_provider: bool) -> bytes:
    """By what somebody came in: a new PIN ends the sessions that the PIN before it began."""
    return hashlib.sha256(b"provider" if by_provider else user.pin_hash.encode()).digest()


def _came_by_provider(user: StaffAccount, mark: bytes) -> bool:
    return mark == _mark(user, by_provider=True)
