"""Numbers, seats and what a day counts, inside a transaction. Part of a `seams.Transaction`, for any dialect."""

from __future__ import annotations

from hall_server.domain.hall_state import CounterSession, Seated
from hall_server.domain.numbering import NumberRow
from hall_server.store import statements as sql
from hall_server.store.driver import Driver


class NumberRows(Driver):
    """See `seams.NumberRows`."""

    def number_row(self, letter: str, business_day: str) -> NumberRow | None:
        row = self.one(sql.NUMBERS, queue=letter, business_day=business_day)
        return NumberRow(*row) if row else None

    def put_number_row(self, letter: str, business_day: str, row: NumberRow) -> None:
        self.run(
            sql.PUT_NUMBERS,
            queue=letter,
            business_day=business_day,
            online_next=row.online_next,
            lease_next=row.lease_next,
        )

    def highest_number(self, letter: str, business_day: str) -> int:
        row = self.one(sql.HIGHEST_NUMBER, business_day=business_day, first=f"{letter}0", end=f"{letter}:")
        return int(row[0] or 0)

    def rebirths(self) -> list[tuple[int, str]]:
        return [(row[0], row[1]) for row in self.run(sql.REBIRTHS)]


class CallRows(Driver):
    """See `seams.CallRows`."""

    def calls_made(self, queue: str, business_day: str) -> int:
        row = self.one(sql.CALLS, queue=queue, business_day=business_day)
        return int(row[0]) if row else 0

    def put_calls_made(self, queue: str, business_day: str, calls: int) -> None:
        self.run(sql.PUT_CALLS, queue=queue, business_day=business_day, calls=calls)

    def booked_run(self, counter: int, business_day: str) -> int:
        row = self.one(sql.BOOKED_RUN, counter=counter, business_day=business_day)
        return int(row[0]) if row else 0

    def put_booked_run(self, counter: int, business_day: str, calls: int) -> None:
        self.run(sql.PUT_BOOKED_RUN, counter=counter, business_day=business_day, calls=calls)


class SeatRows(Driver):
    """See `seams.SeatRows`."""

    def session(self, no: int) -> CounterSession | None:
        row = self.one(sql.SEAT, counter=no)
        return CounterSession(*row) if row else None

    def session_of(self, clerk: str) -> CounterSession | None:
        row = self.one(sql.SEAT_OF, clerk=clerk)
        return CounterSession(*row) if row else None

    def put_session(self, session: CounterSession) -> None:
        self.run(sql.LEAVE_SEAT, counter=session.counter)
        self.run(sql.TAKE_SEAT, counter=session.counter, clerk=session.clerk, since=session.since)
        self.changes.append(Seated(session.counter, session))

    def drop_session(self, no: int) -> None:
        self.run(sql.LEAVE_SEAT, counter=no)
        self.changes.append(Seated(no, None))
