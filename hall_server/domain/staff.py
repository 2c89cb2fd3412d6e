"""How long a clerk stays signed in at a console, and how often a wrong PIN may be tried. Pure.

Knows no secrets, only their hashes, and no clock: `at` is UTC microseconds. Who sits where is `hall_state`'s.
"""

from __future__ import annotations

import msgspec

from hall_server.contract.problems import HallProblem, ProblemCode

SECOND = 1_000_000
TRIES = 5
LOCK_S = 600
IDLE_S = 12 * 3600
PROLONG_EVERY_S = 3600  # a session that is used is written again once an hour, not at each press


class StaffLogin(msgspec.Struct, frozen=True):
    """One signed-in console. `pin_mark` is a hash of the PIN's own hash: a new PIN ends it; `counter` = sat at last."""

    secret_hash: bytes
    staff_no: str
    pin_mark: bytes
    counter: int | None
    created_at: int
    expires_at: int


class PinTries(msgspec.Struct, frozen=True):
    """Tries of a staff number since the last right one, and when the last of them was."""

    staff_no: str
    tries: int
    last_at: int


def log_in(secret_hash: bytes, staff_no: str, pin_mark: bytes, counter: int | None, at: int) -> StaffLogin:
    """A fresh session."""
    return StaffLogin(secret_hash, staff_no, pin_mark, counter, at, at + IDLE_S * SECOND)


def prolonged(login: StaffLogin, at: int) -> StaffLogin | None:
    """A session that is used, with more time; None while it has plenty."""
    if login.expires_at - at > (IDLE_S - PROLONG_EVERY_S) * SECOND:
        return None
    return msgspec.structs.replace(login, expires_at=at + IDLE_S * SECOND)


def one_more(before: PinTries | None, staff_no: str, at: int) -> PinTries:
    """The tries with one more, counted before it is judged, so that tries at the same moment count too.

    Five lock a staff number for ten minutes, whether there is such a number or not: HallProblem(login_locked) with the
    seconds to wait. A clock that jumps back locks nobody for ever.
    """
    waited = at - before.last_at if before else 0
    if before is None or not 0 <= waited < LOCK_S * SECOND:
        return PinTries(staff_no, 1, at)
    if before.tries >= TRIES:
        raise HallProblem(ProblemCode.LOGIN_LOCKED, retry_after_s=LOCK_S - waited / SECOND)
    return PinTries(staff_no, before.tries + 1, at)
