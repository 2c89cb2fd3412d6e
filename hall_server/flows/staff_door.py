"""Who is signed in at the consoles, and how often a PIN was tried: asked from memory, kept in the store.

A restart of the hall in the middle of a service asks nobody for a PIN again. Knows neither secrets nor PINs, only
hashes; counters and seats are the hall's business (sign_in, sign_out). Memory is changed at once and the store is
written behind it, in the same order: a session that was ended never comes back.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.problems import HallProblem
from hall_server.domain.hall_state import Staffed
from hall_server.domain.staff import LOCK_S, SECOND, TRIES, StaffLogin, log_in, one_more, prolonged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hall_server.domain.hall_state import Change
    from hall_server.domain.seams import Clock, Commits, Promise, Reader, Transaction


class StaffDoor:
    """The door of one hall's consoles. What must be durable before it is answered is a promise."""

    def __init__(self, commits: Commits, reader: Reader, clock: Clock) -> None:
        self._commits = commits
        self._clock = clock
        self._logins = {login.secret_hash: login for login in reader.staff_logins()}
        self._tries = {tries.staff_no: tries for tries in reader.pin_tries()}
        self._let_out: set[bytes] = set()
        self._seats = {login.staff_no: login.counter for login in self._logins.values() if login.counter is not None}

    def who(self, secret_hash: bytes) -> StaffLogin | None:
        """The session of a secret, kept alive by being asked for; None when there is none or it slept too long."""
        login, at = self._logins.get(secret_hash), self._clock.now()
        if login is None:
            return None
        if login.expires_at <= at:
            self.let_out(secret_hash)
            return None
        longer = prolonged(login, at)
        if longer is not None:
            self._keep(longer)
        return login

    def hear(self, changes: Iterable[Change]) -> None:
        """What other processes did at this door. Who was let out here is not let in by what they have not heard yet."""
        for change in changes:
            if not isinstance(change, Staffed):
                continue
            for login in change.logins:
                if login.secret_hash not in self._let_out:
                    self._logins[login.secret_hash] = login
            for secret_hash in change.ended:
                self._logins.pop(secret_hash, None)
            for tries in change.tries:
                known = self._tries.get(tries.staff_no)
                if known is None or known.last_at < tries.last_at:
                    self._tries[tries.staff_no] = tries
            for staff_no in change.forgiven:
                self._tries.pop(staff_no, None)

    def last_seat(self, staff_no: str) -> int | None:
        """The counter that a clerk sat at last."""
        return self._seats.get(staff_no)

    def try_pin(self, staff_no: str) -> Promise[int]:
        """Count a try before it is judged; how many are left. Raises HallProblem(login_locked).

        Nothing is ever pushed out to make room: whoever asks names staff of this hall, or one name for all others.
        """
        tries = one_more(self._tries.get(staff_no), staff_no, self._clock.now())
        self._tries[staff_no] = tries

        def work(tx: Transaction) -> int:
            tx.forget_pin_tries(tries.last_at - LOCK_S * SECOND)
            tx.put_pin_tries(tries)
            return TRIES - tries.tries

        return self._commits.submit(work)

    def let_in(self, secret_hash: bytes, staff_no: str, pin_mark: bytes) -> Promise[None]:
        """The PIN was right: a session begins, earlier tries are forgiven."""
        login = log_in(secret_hash, staff_no, pin_mark, self.last_seat(staff_no), self._clock.now())
        self._tries.pop(staff_no, None)
        self._logins = {key: one for key, one in self._logins.items() if one.expires_at > login.created_at}
        self._logins[secret_hash] = login

        def work(tx: Transaction) -> None:
            tx.forget_staff_logins(login.created_at)
            tx.drop_pin_tries(staff_no)
            tx.put_staff_login(login)

        return self._commits.submit(work)

    def sat_down(self, secret_hash: bytes, counter: int) -> None:
        """The clerk of a session opened a counter: it is offered first the next time."""
        login = self._logins.get(secret_hash)
        if login is not None:
            self._seats[login.staff_no] = counter
            self._keep(msgspec.structs.replace(login, counter=counter))

    def let_out(self, secret_hash: bytes) -> Promise[None]:
        """A session ends; ending none changes nothing."""
        if self._logins.pop(secret_hash, None) is None:
            return self._submit(lambda _: None)
        self._let_out.add(secret_hash)
        return self._submit(lambda tx: tx.drop_staff_login(secret_hash))

    def _keep(self, login: StaffLogin) -> None:
        self._logins[login.secret_hash] = login
        self._submit(lambda tx: tx.put_staff_login(login))

    def _submit(self, work: Callable[[Transaction], None]) -> Promise[None]:
        """For work that nobody may be waiting for: a disk that failed is told to whoever waits, and to nobody else."""
        promise = self._commits.submit(work)
        promise.add_done_callback(_heard)
        return promise


def _heard(promise: Promise[None]) -> None:
    with contextlib.suppress(HallProblem):
        promise.result()
