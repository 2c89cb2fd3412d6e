"""The one place where PINs are checked: one after the other, off the loop, with a short line before it.

Hashing takes a while on purpose and must never be a brake on taking tickets: one worker, of lower priority, one check
at a time for a staff number, and whoever comes when the line is full is told to wait. Keeps nothing of a PIN.
"""

from __future__ import annotations

import asyncio
import logging
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from hall_server.contract.problems import HallProblem, ProblemCode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hall_server.domain.accounts import StaffAccount
    from hall_server.web.staff_sessions import StaffSessions

LINE_MAX = 8  # checks under way and in line
OF_ONE_MAX = 4  # of them from one machine
_NICE = 10
_SHOWN = 2  # digits of a staff number in the log
_HASHER = PasswordHasher()
_NOBODY = _HASHER.hash("nobody has this PIN")  # an unknown number takes as long as a known one
_log = logging.getLogger("kapok.login")


class PinWrongError(HallProblem):
    """login_failed, with the tries that are left."""

    def __init__(self, left: int) -> None:
        super().__init__(ProblemCode.LOGIN_FAILED)
        self.left = left


class PinDeskBusyError(HallProblem):
    """login_locked for a moment: nothing was tried, nothing was counted."""

    def __init__(self) -> None:
        super().__init__(ProblemCode.LOGIN_LOCKED, "too many checks at this moment", retry_after_s=2)


class PinDesk:
    """Checks PINs of one hall's staff."""

    def __init__(self, sessions: StaffSessions, staff: Mapping[str, StaffAccount]) -> None:
        self._sessions = sessions
        self._staff = staff
        self._under_way: set[tuple[str, str]] = set()
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="pin", initializer=_step_back)

    async def check(self, staff_no: str, pin: str, source: str = "") -> StaffAccount:
        """Whose number and PIN this is. `source`: the machine that asks.

        Raises HallProblem: login_failed (PinWrongError), login_locked, account_locked.
        """
        try:
            return await self._in_turn(staff_no, pin, source)
        except HallProblem as problem:
            _log.warning("refused code=%s staff_no=…%s", problem.code.value, staff_no[-_SHOWN:])
            raise

    async def hashed(self, pin: str) -> str:
        """A PIN as it is kept."""
        return await asyncio.get_running_loop().run_in_executor(self._worker, _HASHER.hash, pin)

    async def _in_turn(self, staff_no: str, pin: str, source: str) -> StaffAccount:
        user = self._staff.get(staff_no)
        name = (user.staff_no if user else "", source)  # nobody's numbers are one and the same
        theirs = sum(one[1] == source for one in self._under_way)
        if name in self._under_way or len(self._under_way) >= LINE_MAX or theirs >= OF_ONE_MAX:
            raise PinDeskBusyError
        self._under_way.add(name)
        try:
            left = await self._sessions.try_pin(staff_no, source)
            fits = await asyncio.get_running_loop().run_in_executor(self._worker, _pin_fits, user, pin)
        finally:
            self._under_way.discard(name)
        if user is None or not fits:
            raise PinWrongError(left)
        if not user.may_come_in(self._sessions.now()):  # said to whoever has the PIN, and to nobody else
            raise HallProblem(ProblemCode.ACCOUNT_LOCKED)
        return user


def _pin_fits(user: StaffAccount | None, pin: str) -> bool:
    try:
        return _HASHER.verify(user.pin_hash if user and user.pin_hash else _NOBODY, pin)
    except (Argon2Error, InvalidHashError):
        return False


def _step_back() -> None:
    """The hall goes first: this thread, and those that argon2 starts from it, get what is left (setpriority(2))."""
    os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICE)
