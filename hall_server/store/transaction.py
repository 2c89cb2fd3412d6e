"""One transaction of a hall on SQLite: what a command may read and write, and what it changed.

The same object serves all commands of a group commit, one after the other; each runs in a savepoint of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from hall_server.contract.vocabulary import Move
from hall_server.domain.hall_state import Change, CounterSession, Incarnation, Moved, Reborn, Seated
from hall_server.domain.numbering import NumberRow
from hall_server.store import statements as sql
from hall_server.store.chain import canonical, link
from hall_server.store.rows import changed_ticket_values, new_ticket_values, ticket_of

import msgspec  # isort: skip

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from hall_server.domain.staff import PinTries, StaffLogin
    from hall_server.domain.ticket import Ticket, TicketEvent
    from hall_server.store.prepared import Prepared, Value

LINE_AT_MOST = 400  # tickets of one queue that a next-ticket rule looks at


class Kept(NamedTuple):
    """The first answer to an idempotency key."""

    fingerprint: bytes
    status: int
    body: bytes


class SqliteTransaction:
    """A `seams.Transaction` on a connection that is inside BEGIN … COMMIT."""

    def __init__(self, db: sqlite3.Connection, hall_id: str) -> None:
        self._db = db
        self._hall = hall_id
        self._head: tuple[int, bytes] | None = None
        self._mark = 0
        self.changes: list[Change] = []

    # -- one command of the group --------------------------------------------------------------------------------

    def begin_command(self) -> None:
        """From here on `undo` takes back."""
        self._db.execute("SAVEPOINT command")
        self._mark = len(self.changes)

    def end_command(self) -> None:
        """What was written stands, if the group is committed."""
        self._db.execute("RELEASE command")

    def undo(self) -> None:
        self._db.execute("ROLLBACK TO command")
        del self.changes[self._mark :]
        self._head = None

    # -- tickets and events --------------------------------------------------------------------------------------

    def ticket(self, ticket_id: str) -> Ticket | None:
        row = self._one(sql.TICKET, id=ticket_id)
        return ticket_of(row) if row else None

    def callable_tickets(self, queues: Sequence[str], business_day: str) -> list[Ticket]:
        return [
            ticket_of(row)
            for queue in queues
            for row in self._run(sql.LINE, queue=queue, business_day=business_day, most=LINE_AT_MOST)
        ]

    def ahead(self, ticket: Ticket) -> int:
        row = self._one(sql.AHEAD, queue=ticket.queue, place=ticket.place, business_day=ticket.business_day)
        return int(row[0]) if row else 0

    def at_counter(self, no: int) -> Ticket | None:
        row = self._one(sql.AT_COUNTER, counter=no)
        return ticket_of(row) if row else None

    def remember(self, event: TicketEvent, make: Callable[[TicketEvent], Ticket]) -> Ticket:
        n, before = self._head or self._read_head()
        event = msgspec.structs.replace(event, n=n + 1)
        ticket = make(event)
        if event.move is Move.TAKE:
            self._run_with(sql.NEW_TICKET, new_ticket_values(self._hall, ticket))
        else:
            self._run_with(sql.SET_TICKET, changed_ticket_values(self._hall, ticket))
        body = canonical(event)
        hash_ = link(before, body)
        self._run(
            sql.NEW_EVENT,
            n=event.n,
            at=event.at,
            business_day=event.business_day,
            ticket_id=event.ticket,
            move=event.move.value,
            body=body,
            hash=hash_,
        )
        self._run(sql.SET_HEAD, of_hall=self._hall, new_n=event.n, new_hash=hash_)
        self._head = (event.n, hash_)
        self.changes.append(Moved(ticket, event))
        return ticket

    # -- numbers -------------------------------------------------------------------------------------------------

    def number_row(self, letter: str, business_day: str) -> NumberRow | None:
        row = self._one(sql.NUMBERS, queue=letter, business_day=business_day)
        return NumberRow(*row) if row else None

    def highest_number(self, letter: str, business_day: str) -> int:
        row = self._one(sql.HIGHEST_NUMBER, business_day=business_day, first=f"{letter}0", end=f"{letter}:")
        return int(row[0] or 0)

    def rebirths(self) -> list[int]:
        return [row[0] for row in self._run(sql.REBIRTHS)]

    def put_number_row(self, letter: str, business_day: str, row: NumberRow) -> None:
        self._run(
            sql.PUT_NUMBERS,
            queue=letter,
            business_day=business_day,
            online_next=row.online_next,
            lease_next=row.lease_next,
        )

    # -- seats ---------------------------------------------------------------------------------------------------

    def session(self, no: int) -> CounterSession | None:
        row = self._one(sql.SEAT, counter=no)
        return CounterSession(*row) if row else None

    def session_of(self, clerk: str) -> CounterSession | None:
        row = self._one(sql.SEAT_OF, clerk=clerk)
        return CounterSession(*row) if row else None

    def put_session(self, session: CounterSession) -> None:
        self._run(sql.LEAVE_SEAT, counter=session.counter)
        self._run(sql.TAKE_SEAT, counter=session.counter, clerk=session.clerk, since=session.since)
        self.changes.append(Seated(session.counter, session))

    def drop_session(self, no: int) -> None:
        self._run(sql.LEAVE_SEAT, counter=no)
        self.changes.append(Seated(no, None))

    # -- staff ---------------------------------------------------------------------------------------------------

    def put_staff_login(self, login: StaffLogin) -> None:
        self._run_with(sql.PUT_STAFF_LOGIN, msgspec.structs.asdict(login))

    def drop_staff_login(self, secret_hash: bytes) -> None:
        self._run(sql.DROP_STAFF_LOGIN, secret_hash=secret_hash)

    def forget_staff_logins(self, at: int) -> None:
        self._run(sql.FORGET_STAFF_LOGINS, at=at)

    def put_pin_tries(self, tries: PinTries) -> None:
        self._run_with(sql.PUT_PIN_TRIES, msgspec.structs.asdict(tries))

    def drop_pin_tries(self, staff_no: str) -> None:
        self._run(sql.DROP_PIN_TRIES, staff_no=staff_no)

    def forget_pin_tries(self, before: int) -> None:
        self._run(sql.FORGET_PIN_TRIES, before=before)

    # -- answers and lives ---------------------------------------------------------------------------------------

    def kept_answer(self, key: str) -> Kept | None:
        row = self._one(sql.KEPT, key=key)
        return Kept(*row) if row else None

    def keep_answer(self, key: str, fingerprint: bytes, status: int, body: bytes, at: int) -> None:
        self._run(sql.KEEP, key=key, fingerprint=fingerprint, status=status, body=body, at=at)

    def answer_hours(self) -> list[int]:
        return [row[0] for row in self._run(sql.KEPT_HOURS)]

    def forget_answers(self, before: int) -> None:
        self._run(sql.FORGET_KEPT, before=before)

    def open_incarnation(self, incarnation: str, at: int, cause: str) -> None:
        ordinal = len(self._run(sql.INCARNATIONS)) + 1
        n, _ = self._head or self._read_head()
        self._run(sql.NEW_INCARNATION, ordinal=ordinal, id=incarnation, n=n, at=at, cause=cause)
        self.changes.append(Reborn(Incarnation(incarnation, n, at, cause)))

    # -- the driver ----------------------------------------------------------------------------------------------

    def _read_head(self) -> tuple[int, bytes]:
        row = self._one(sql.HEAD)
        if row is None:
            msg = f"no hall {self._hall} in this database"
            raise LookupError(msg)
        self._head = (row[0], row[1])
        return self._head

    def _run(self, statement: Prepared, **values: Value) -> list[Any]:
        return self._run_with(statement, values)

    def _run_with(self, statement: Prepared, values: dict[str, Value]) -> list[Any]:
        values["hall_id"] = self._hall
        return self._db.execute(statement.sql, statement.values(values)).fetchall()

    def _one(self, statement: Prepared, **values: Value) -> Any:  # noqa: ANN401 - a driver's row
        values["hall_id"] = self._hall
        return self._db.execute(statement.sql, statement.values(values)).fetchone()
