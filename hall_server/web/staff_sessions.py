"""Sessions as the browser's cookie knows them: secrets are made and hashed here, and held against the site file.

The hall keeps hashes only (flows.staff_door). A session ends when its clerk leaves the site file or gets a new PIN.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.staff import StaffRole

if TYPE_CHECKING:
    from collections.abc import Mapping

    from config.site import User
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

    def __repr__(self) -> str:
        return f"StaffSession({self.staff_no})"


class StaffSessions:
    """Sessions by their secret name, which only the cookie knows."""

    def __init__(self, door: StaffDoor, staff: Mapping[str, User]) -> None:
        self._door = door
        self._staff = staff

    async def begin(self, user: User, instead_of: str = "") -> str:
        """Open a session, in the place of the one this browser had; returns its secret name."""
        await self.end(instead_of)
        secret = secrets.token_urlsafe(32)
        await self._door.let_in(_hash(secret), user.staff_no, _pin_mark(user))
        return secret

    def find(self, secret: str) -> StaffSession | None:
        """The session of a secret name; None when there is none, it slept too long, or was revoked."""
        login = self._door.who(_hash(secret)) if secret else None
        if login is None:
            return None
        user = self._staff.get(login.staff_no)
        if user is None or _pin_mark(user) != login.pin_mark:
            self._door.let_out(login.secret_hash)
            return None
        roles = tuple(StaffRole(role) for role in user.roles)
        return StaffSession(login.staff_no, user.name, login.secret_hash, roles, _proof_of(secret))

    async def end(self, secret: str) -> None:
        """Close a session; closing none changes nothing."""
        if secret:
            await self._door.let_out(_hash(secret))

    def try_pin(self, staff_no: str) -> Promise[int]:
        """Count a try; how many are left. Raises HallProblem(login_locked).

        Numbers that nobody has are counted as one: guessing them fills nothing and pushes nobody's tries out.
        """
        return self._door.try_pin(staff_no if staff_no in self._staff else NOBODY)

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


def _pin_mark(user: User) -> bytes:
    return hashlib.sha256(user.pin_hash.encode()).digest()
