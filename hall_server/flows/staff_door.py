"""Who is signed in at the consoles, and how often a PIN was tried: asked from memory, kept in the store.

A restart of the hall in the middle of a service asks nobody for a PIN again. Knows neither secrets nor PINs, only
hashes; counters and seats are the hall's business (sign_in, sign_out). Memory is changed at once and the store is
written behind it, in the same order: a session that was ended never comes back. Who was given a new PIN or opened
again, by whichever process, is read in the book of records, about once a second.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.problems import HallProblem
from hall_server.contract.staff import KIND, AccountAct, AccountRecord
from hall_server.domain.hall_state import Staffed
from hall_server.domain.staff import (
    LOCK_S,
    SECOND,
    TRIES,
    StaffLogin,
    counted_as,
    log_in,
    one_more,
    prolonged,
    taken_back,
)
from hall_server.flows.account_records import SERVER, account_record
from hall_server.flows.records_since import before_moment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from hall_server.domain.hall_state import Change
    from hall_server.domain.records import Record
    from hall_server.domain.seams import Clock, Commits, Promise, Reader, Transaction

_PAGE = 500
_FORGIVING = (AccountAct.PIN_RESET, AccountAct.UNLOCKED)


class StaffDoor:
    """The door of one hall's consoles. What must be durable before it is answered is a promise."""

    def __init__(self, commits: Commits, reader: Reader, clock: Clock) -> None:
        self._commits = commits
        self._reader = reader
        self._clock = clock
        self._logins = {login.secret_hash: login for login in reader.staff_logins()}
        self._tries = {tries.staff_no: tries for tries in reader.pin_tries()}
        self._let_out: set[bytes] = set()
        self._seats = {login.staff_no: login.counter for login in self._logins.values() if login.counter is not None}
        self._read_to = before_moment(reader, "", clock.now() - LOCK_S * SECOND)
        self._looked = False

    def now(self) -> int:
        """The hall's time, UTC microseconds."""
        return self._clock.now()

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

    def look(self) -> None:
        """Who was given a new PIN or opened again since the last look, here or by another process. Once a second.

        Nothing is counted against them any more; a new PIN ends the sessions before it.
        """
        for record in self._news():
            self._begin_anew(record)
        self._looked = True

    def last_seat(self, staff_no: str) -> int | None:
        """The counter that a clerk sat at last."""
        return self._seats.get(staff_no)

    def others_of(self, staff_no: str, but: bytes = b"") -> list[StaffLogin]:
        """The sessions of a staff number that are alive, without one of them."""
        at = self._clock.now()
        return [
            one
            for one in self._logins.values()
            if one.staff_no == staff_no and one.secret_hash != but and one.expires_at > at
        ]

    def try_pin(self, staff_no: str, source: str) -> Promise[int]:
        """Count a try before it is judged; how many are left. Raises HallProblem(login_locked).

        Nothing that counts is pushed out to make room, what is over is: see `counted_as`.
        """
        at = self._clock.now()
        old = at - LOCK_S * SECOND
        self._tries = {name: one for name, one in self._tries.items() if one.last_at >= old}
        counted = [one_more(self._tries.get(name), name, at, most) for name, most in counted_as(staff_no, source)]
        self._tries |= {one.staff_no: one for one in counted}
        left = TRIES - counted[0].tries

        def work(tx: Transaction) -> int:
            tx.forget_pin_tries(old)
            for one in counted:
                tx.put_pin_tries(one)
            if left == 0 and staff_no:
                tx.add_record(account_record(AccountAct.SHUT_OUT, staff_no, at, SERVER))
            return left

        return self._commits.submit(work)

    def forgive(self, staff_no: str) -> Promise[None]:
        """The wrong PINs of a number are forgotten, wherever they were tried."""
        return self._forget(staff_no)

    def let_in(self, secret_hash: bytes, staff_no: str, pin_mark: bytes, source: str = "") -> Promise[None]:
        """The PIN was right: a session begins, earlier tries of this number are forgiven."""
        login = log_in(secret_hash, staff_no, pin_mark, self.last_seat(staff_no), self._clock.now())
        forgiven = (f"{staff_no}@{source}", staff_no)
        for name in forgiven:
            self._tries.pop(name, None)
        machine = taken_back(self._tries.pop(f"*@{source}", None))  # only wrong ones count against a machine
        if machine is not None:
            self._tries[machine.staff_no] = machine
        self._logins = {key: one for key, one in self._logins.items() if one.expires_at > login.created_at}
        self._logins[secret_hash] = login

        def work(tx: Transaction) -> None:
            tx.forget_staff_logins(login.created_at)
            for name in (*forgiven, f"*@{source}"):
                tx.drop_pin_tries(name)
            if machine is not None:
                tx.put_pin_tries(machine)
            tx.put_staff_login(login)
            tx.add_record(account_record(AccountAct.SIGNED_IN, staff_no, login.created_at, staff_no))

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

    def _news(self) -> Iterator[Record]:
        while found := self._reader.records("", self._read_to, _PAGE):
            self._read_to = found[-1].n
            yield from (record for record in found if record.kind == KIND)

    def _begin_anew(self, record: Record) -> None:
        act = record.as_(AccountRecord).act
        if act not in _FORGIVING:
            return
        self._forget(record.about, None if self._looked else record.at)  # at first: what was done while nobody served
        if act is AccountAct.PIN_RESET:
            for login in self.others_of(record.about):
                if login.created_at <= record.at:
                    self.let_out(login.secret_hash)

    def _forget(self, staff_no: str, until: int | None = None) -> Promise[None]:
        names = [
            name
            for name, one in self._tries.items()
            if name.partition("@")[0] == staff_no and (until is None or one.last_at <= until)
        ]
        for name in names:
            del self._tries[name]

        def work(tx: Transaction) -> None:
            for name in names:
                tx.drop_pin_tries(name)

        return self._submit(work)

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
