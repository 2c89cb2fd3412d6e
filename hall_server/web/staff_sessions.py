"""Who is signed in at a console, and how often a wrong PIN may be tried. In memory: a restart asks for the PIN again.

Knows no HTTP and no hashing; time comes in as UTC microseconds. Who sits at which counter is the hall's business.
"""

from __future__ import annotations

import secrets
from collections import OrderedDict

import msgspec

from hall_server.contract.problems import HallProblem, ProblemCode

SECOND = 1_000_000
TRIES = 5
LOCK_S = 600
IDLE_S = 12 * 3600
_KNOWN_MAX = 2_000  # staff numbers or sessions remembered; the oldest goes first


class StaffSession(msgspec.Struct, frozen=True):
    """One signed-in member of staff."""

    staff_no: str
    name: str
    seen_at: int


class StaffSessions:
    """Sessions by their secret name, which only the browser's cookie knows."""

    def __init__(self) -> None:
        self._sessions: OrderedDict[str, StaffSession] = OrderedDict()

    def begin(self, staff_no: str, name: str, at: int) -> str:
        """Open a session; returns its secret name."""
        secret = secrets.token_urlsafe(32)
        self._sessions[secret] = StaffSession(staff_no, name, at)
        while len(self._sessions) > _KNOWN_MAX:
            self._sessions.popitem(last=False)
        return secret

    def find(self, secret: str, at: int) -> StaffSession | None:
        """The session, kept alive by being asked for; None when there is none or it slept too long."""
        session = self._sessions.get(secret)
        if session is None:
            return None
        if at - session.seen_at > IDLE_S * SECOND:
            del self._sessions[secret]
            return None
        session = msgspec.structs.replace(session, seen_at=max(at, session.seen_at))
        self._sessions[secret] = session
        self._sessions.move_to_end(secret)
        return session

    def end(self, secret: str) -> None:
        """Close a session; closing none changes nothing."""
        self._sessions.pop(secret, None)


class LoginLock:
    """Five wrong tries lock a staff number for ten minutes, whether there is such a number or not."""

    def __init__(self) -> None:
        self._tries: OrderedDict[str, tuple[int, int]] = OrderedDict()  # staff_no → tries, time of the last

    def try_once(self, staff_no: str, at: int) -> int:
        """Count a try before it is judged, so that tries at the same moment count too; returns how many are left.

        Raises HallProblem(login_locked) with the seconds to wait.
        """
        count, last = self._tries.get(staff_no, (0, at))
        waited = at - last
        if not 0 <= waited < LOCK_S * SECOND:
            count = 0
        if count >= TRIES:
            raise HallProblem(ProblemCode.LOGIN_LOCKED, retry_after_s=LOCK_S - waited / SECOND)
        self._tries[staff_no] = (count + 1, at)
        self._tries.move_to_end(staff_no)
        while len(self._tries) > _KNOWN_MAX:
            self._tries.popitem(last=False)
        return TRIES - count - 1

    def forgive(self, staff_no: str) -> None:
        """The PIN was right."""
        self._tries.pop(staff_no, None)
