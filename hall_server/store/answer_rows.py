"""Staff logins, first answers and lives inside a transaction. Part of a `seams.Transaction`, for any dialect."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from hall_server.domain.hall_state import Incarnation, Reborn
from hall_server.domain.ticket import TicketEvent
from hall_server.store import statements as sql
from hall_server.store.driver import Driver

if TYPE_CHECKING:
    from hall_server.domain.staff import PinTries, StaffLogin


class Kept(NamedTuple):
    """The first answer to an idempotency key."""

    fingerprint: bytes
    status: int
    body: bytes


class StaffRows(Driver):
    """See `seams.StaffRows`."""

    def put_staff_login(self, login: StaffLogin) -> None:
        self.run_with(sql.PUT_STAFF_LOGIN, msgspec.structs.asdict(login))

    def drop_staff_login(self, secret_hash: bytes) -> None:
        self.run(sql.DROP_STAFF_LOGIN, secret_hash=secret_hash)

    def forget_staff_logins(self, at: int) -> None:
        self.run(sql.FORGET_STAFF_LOGINS, at=at)

    def put_pin_tries(self, tries: PinTries) -> None:
        self.run_with(sql.PUT_PIN_TRIES, msgspec.structs.asdict(tries))

    def drop_pin_tries(self, staff_no: str) -> None:
        self.run(sql.DROP_PIN_TRIES, staff_no=staff_no)

    def forget_pin_tries(self, before: int) -> None:
        self.run(sql.FORGET_PIN_TRIES, before=before)


class AnswerRows(Driver):
    """See `seams.AnswerRows`."""

    def kept_answer(self, key: str) -> Kept | None:
        row = self.one(sql.KEPT, key=key)
        return Kept(bytes(row[0]), row[1], bytes(row[2])) if row else None

    def answered(self, key: str) -> Kept | None:
        return self.kept_answer(key)

    def keep_answer(self, key: str, fingerprint: bytes, status: int, body: bytes, at: int) -> None:
        self.run(sql.KEEP, key=key, fingerprint=fingerprint, status=status, body=body, at=at)

    def answer_hours(self) -> list[int]:
        return [row[0] for row in self.run(sql.KEPT_HOURS)]

    def forget_answers(self, before: int) -> None:
        self.run(sql.FORGET_KEPT, before=before)


class LifeRows(Driver):
    """See `seams.LifeRows`."""

    def newest_event(self) -> int:
        head = self.one(sql.HEAD)
        return int(head[0]) if head else 0

    def lives(self) -> list[Incarnation]:
        return [Incarnation(*row) for row in self.run(sql.INCARNATIONS)]

    def open_incarnation(self, incarnation: str, at: int, cause: str) -> None:
        ordinal, n = len(self.lives()) + 1, self.newest_event()
        newest = [msgspec.json.decode(row[0], type=TicketEvent) for row in self.run(sql.EVENTS, after=n - 1, most=1)]
        at = max([at, *(event.at for event in newest)])  # no life begins before what it knows: a clock was behind
        self.run(sql.NEW_INCARNATION, ordinal=ordinal, id=incarnation, n=n, at=at, cause=cause)
        self.changes.append(Reborn(Incarnation(incarnation, n, at, cause)))
