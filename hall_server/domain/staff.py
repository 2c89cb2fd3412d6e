"""How long a clerk stays signed in at a console, and how often a wrong PIN may be tried. Pure.

Knows no secrets, only their hashes, and no clock: `at` is UTC microseconds. Who sits where is `hall_state`'s.
"""

from __future__ import annotations

import msgspec

from hall_server.contract.problems import HallProblem, ProblemCode

SECOND = 1_000_000
TRIES = 5
LOCK_S = 600
SOURCE_TRIES = 20  # of one machine, over all staff numbers: whoever tries everybody locks out only that machine
NUMBER_TRIES = 50  # of one staff number, from all machines
IDLE_S = 4 * 3600
ABSOLUTE_S = 14 * 3600  # a long day: after it everybody says again who they are, however busy
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
    """Tries under a name (`counted_as`) since the last right one, and when the last of them was."""

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
    expires_at = min(at + IDLE_S * SECOND, login.created_at + ABSOLUTE_S * SECOND)
    return msgspec.structs.replace(login, expires_at=expires_at) if expires_at > login.expires_at else None


def counted_as(staff_no: str, source: str) -> tuple[tuple[str, int], ...]:
    """Under which names a try is counted, and how often each may: the number from there, the machine, the number.

    Five wrong PINs lock a number for the machine that they came from, not for its owner at another one; so nobody
    locks everybody out from one place, and from many places it takes ten of them for each number.
    """
    return ((f"{staff_no}@{source}", TRIES), (f"*@{source}", SOURCE_TRIES), (staff_no, NUMBER_TRIES))


def taken_back(tries: PinTries | None) -> PinTries | None:
    """The tries without the last, which was right; None when none are left."""
    if tries is None or tries.tries <= 1:
        return None
    return msgspec.structs.replace(tries, tries=tries.tries - 1)


def one_more(before: PinTries | None, staff_no: str, at: int, most: int = TRIES) -> PinTries:
    """The tries with one more, counted before it is judged, so that tries at the same moment count too.

    `most` of them lock for ten minutes, whether there is such a number or not: HallProblem(login_locked) with the
    seconds to wait. A clock that jumps back locks nobody for ever.
    """
    waited = at - before.last_at if before else 0
    if before is None or not 0 <= waited < LOCK_S * SECOND:
        return PinTries(staff_no, 1, at)
    if before.tries >= most:
        raise HallProblem(ProblemCode.LOGIN_LOCKED, retry_after_s=LOCK_S - waited / SECOND)
    return PinTries(staff_no, before.tries + 1, at)
