"""What is committed, read beside the writer: a `seams.Reader` for any dialect. Knows the rows, not the driver."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

import msgspec

from hall_server.contract.vocabulary import TicketState
from hall_server.domain.hall_state import CounterSession, Incarnation
from hall_server.domain.lease import KioskIdentity
from hall_server.domain.staff import PinTries, StaffLogin
from hall_server.domain.ticket import TicketEvent
from hall_server.store import statements as sql
from hall_server.store.account_rows import AccountReading
from hall_server.store.booking_reading import BookingReading
from hall_server.store.city_rows import CityReading, RecordReading
from hall_server.store.fleet_rows import HealthReading
from hall_server.store.help_rows import HelpReading
from hall_server.store.item_rows import ItemReading
from hall_server.store.kiosk_statements import KIOSKS
from hall_server.store.machine_rows import MachineReading
from hall_server.store.rows import api_key_of, ticket_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from contextlib import AbstractContextManager

    from hall_server.domain.hall_state import ApiKey
    from hall_server.domain.ticket import Ticket
    from hall_server.store.prepared import Prepared, Value


class UnreadableStoreError(Exception):
    """No hall's database, damaged, or not to be reached: nobody's request, the disk's or an operator's doing."""


class HallReader(
    BookingReading,
    ItemReading,
    CityReading,
    RecordReading,
    HelpReading,
    AccountReading,
    MachineReading,
    HealthReading,
):
    """One hall's committed rows. A dialect fills in how a statement is run."""

    hall_id: str

    @abstractmethod
    def close(self) -> None:
        """Give the database back."""

    @abstractmethod
    def whole(self) -> AbstractContextManager[None]:
        """What is read inside belongs together, whatever is committed meanwhile."""

    @abstractmethod
    def damage(self) -> list[str]:
        """What the database itself finds wrong with what lies on the disk, at most a few sentences."""

    @abstractmethod
    def stream(self, statement: Prepared, values: dict[str, Value]) -> Iterable[Any]:
        """The rows of a statement that may have very many."""

    @abstractmethod
    def run_with(self, statement: Prepared, values: dict[str, Value]) -> list[Any]:
        """All rows of a statement."""

    def run(self, statement: Prepared, **values: Value) -> list[Any]:
        """The same by name, for this hall."""
        values["hall_id"] = self.hall_id
        return self.run_with(statement, values)

    def head(self) -> int:
        rows = self.run(sql.HEAD)
        return int(rows[0][0]) if rows else 0

    def head_hash(self) -> bytes:
        """The hash of the newest event, as the hall's head remembers it; nothing where no head is."""
        rows = self.run(sql.HEAD)
        return bytes(rows[0][1]) if rows else b""

    def incarnations(self) -> list[Incarnation]:
        return [Incarnation(*row) for row in self.run(sql.INCARNATIONS)]

    def events(self, after: int, limit: int) -> list[TicketEvent]:
        return [msgspec.json.decode(row[0], type=TicketEvent) for row in self.run(sql.EVENTS, after=after, most=limit)]

    def tickets_page(self, day: str, queue: str, state: str, after: int, limit: int) -> list[Ticket]:
        return [
            ticket_of(row)
            for row in self.run(sql.PAGE, business_day=day, queue=queue, state=state, after=after, most=limit)
        ]

    def labelled(self, label: str, day: str) -> Ticket | None:
        rows = self.run(sql.LABELLED, business_day=day, label=label)
        return ticket_of(rows[0]) if rows else None

    def history(self, ticket_id: str) -> list[TicketEvent]:
        rows = self.run(sql.EVENTS_OF, ticket_id=ticket_id)
        return [msgspec.json.decode(row[0], type=TicketEvent) for row in rows]

    def chain(self) -> Iterable[Any]:
        """All event rows in order: n, at, business_day, ticket_id, move, body, hash."""
        return self.stream(sql.CHAIN, {"hall_id": self.hall_id})

    def ticket(self, ticket_id: str) -> Ticket | None:
        rows = self.run(sql.TICKET, id=ticket_id)
        return ticket_of(rows[0]) if rows else None

    def tickets(self) -> list[Ticket]:
        """Every ticket of the hall in the order of taking."""
        return [ticket_of(row) for row in self.run(sql.TICKETS)]

    def live_tickets(self, business_day: str) -> list[Ticket]:
        with self.whole():
            at_counters = [ticket_of(row) for row in self.run(sql.AT_COUNTERS)]
            others = [ticket_of(row) for row in (*self.run(sql.IN_LINE), *self.run(sql.ASIDE))]
        return at_counters + [ticket for ticket in others if ticket.business_day == business_day or _unanswered(ticket)]

    def sessions(self) -> list[CounterSession]:
        return [CounterSession(*row) for row in self.run(sql.SEATS)]

    def booked_runs(self, business_day: str) -> dict[int, int]:
        return {row[0]: row[1] for row in self.run(sql.BOOKED_RUNS, business_day=business_day)}

    def staff_logins(self) -> list[StaffLogin]:
        return [StaffLogin(*row) for row in self.run(sql.STAFF_LOGINS)]

    def pin_tries(self) -> list[PinTries]:
        return [PinTries(*row) for row in self.run(sql.PIN_TRIES)]

    def kiosks(self) -> list[KioskIdentity]:
        return [KioskIdentity(*row) for row in self.run(KIOSKS)]

    def api_key(self, key_id: str) -> ApiKey | None:
        rows = self.run(sql.API_KEY, id=key_id)
        return api_key_of(rows[0]) if rows else None

    def api_keys(self) -> list[ApiKey]:
        """All keys ever made, revoked ones included."""
        return [api_key_of(row) for row in self.run(sql.API_KEYS)]


def _unanswered(ticket: Ticket) -> bool:
    """A timer runs for it, whatever its day."""
    return ticket.state is TicketState.RESERVED
