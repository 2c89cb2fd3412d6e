"""Tickets and their events inside a transaction. Half of a `seams.Transaction`, for any dialect."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

import msgspec

from hall_server.domain.hall_state import Moved
from hall_server.domain.moves import BIRTHS
from hall_server.domain.ticket import TicketEvent
from hall_server.store import statements as sql
from hall_server.store.chain import canonical, link
from hall_server.store.driver import Driver
from hall_server.store.kiosk_statements import AT_ONCE, HELD, KNOWN
from hall_server.store.rows import changed_ticket_values, new_ticket_values, ticket_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hall_server.domain.seams import Planned
    from hall_server.domain.ticket import Ticket
    from hall_server.store.prepared import Value

LINE_AT_MOST = 5_000  # tickets of one queue that a next-ticket rule looks at: more than any hall holds


class TicketRows(Driver):
    """See `seams.TicketRows`."""

    _head: tuple[int, bytes] | None = None

    def ticket(self, ticket_id: str) -> Ticket | None:
        row = self.one(sql.TICKET, id=ticket_id)
        return ticket_of(row) if row else None

    def history(self, ticket_id: str) -> list[TicketEvent]:
        rows = self.run(sql.EVENTS_OF, ticket_id=ticket_id)
        return [msgspec.json.decode(row[0], type=TicketEvent) for row in rows]

    def callable_tickets(self, queues: Sequence[str], business_day: str) -> list[Ticket]:
        return [
            ticket_of(row)
            for queue in queues
            for row in self.run(sql.LINE, queue=queue, business_day=business_day, most=LINE_AT_MOST)
        ]

    def missed_tickets(self, queues: Sequence[str], business_day: str) -> list[Ticket]:
        return [
            ticket_of(row) for queue in queues for row in self.run(sql.MISSED, queue=queue, business_day=business_day)
        ]

    def open_tickets(self, until_day: str) -> list[Ticket]:
        rows = [*self.run(sql.IN_LINE), *self.run(sql.ASIDE)]
        return [ticket for ticket in map(ticket_of, rows) if ticket.business_day <= until_day]

    def carried(self, ticket_id: str) -> bool:
        return self.one(sql.CARRIED, carried_from=ticket_id) is not None

    def ahead(self, ticket: Ticket) -> int:
        row = self.one(sql.AHEAD, queue=ticket.queue, place=ticket.place, business_day=ticket.business_day)
        return int(row[0]) if row else 0

    def at_counter(self, no: int) -> Ticket | None:
        row = self.one(sql.AT_COUNTER, counter=no)
        return ticket_of(row) if row else None

    def remember(self, event: TicketEvent, make: Callable[[TicketEvent], Ticket]) -> Ticket:
        n, before = self._head or self._read_head()
        event = msgspec.structs.replace(event, n=n + 1)
        ticket = make(event)
        if event.move in BIRTHS:
            self.run_with(sql.NEW_TICKET, new_ticket_values(self.hall_id, ticket))
        else:
            self.run_with(sql.SET_TICKET, changed_ticket_values(self.hall_id, ticket))
        body = canonical(event)
        hash_ = link(before, body)
        self.run_with(sql.NEW_EVENT, _event_values(event, body, hash_))
        self.run(sql.SET_HEAD, of_hall=self.hall_id, new_n=event.n, new_hash=hash_)
        self._head = (event.n, hash_)
        self.changes.append(Moved(ticket, event))
        return ticket

    def remember_many(self, moves: Sequence[Planned]) -> None:
        n, hash_ = self._head or self._read_head()
        fresh: dict[str, Ticket] = {}
        moved: dict[str, Ticket] = {}
        rows: list[dict[str, Value]] = []
        for planned in moves:
            n += 1
            event = msgspec.structs.replace(planned.event, n=n)
            known = fresh.get(event.ticket)
            if event.birth is not None:
                ticket = fresh[event.ticket] = msgspec.structs.replace(planned.after, n=n, place=n)
            elif known is not None:
                ticket = fresh[event.ticket] = msgspec.structs.replace(planned.after, n=n, place=known.place)
            else:
                ticket = moved[event.ticket] = msgspec.structs.replace(planned.after, n=n)
            body = canonical(event)
            hash_ = link(hash_, body)
            rows.append(_event_values(event, body, hash_))
            self.changes.append(Moved(ticket, event))
        self.run_many(sql.NEW_TICKET, [new_ticket_values(self.hall_id, ticket) for ticket in fresh.values()])
        self.run_many(sql.SET_TICKET, [changed_ticket_values(self.hall_id, ticket) for ticket in moved.values()])
        self.run_many(sql.NEW_EVENT, rows)
        self.run(sql.SET_HEAD, of_hall=self.hall_id, new_n=n, new_hash=hash_)
        self._head = (n, hash_)

    def is_ticket(self, ticket_id: str) -> bool:
        return self.ticket(ticket_id) is not None

    def known(self, ticket_ids: Sequence[str]) -> set[str]:
        return {row[0] for names in _fifties(ticket_ids) for row in self.run_with(KNOWN, {**names})}

    def held(self, labels: Sequence[str], business_day: str) -> set[str]:
        found = (self.run_with(HELD, {**names, "business_day": business_day}) for names in _fifties(labels))
        return {row[0] for rows in found for row in rows}

    def _read_head(self) -> tuple[int, bytes]:
        row = self.one(sql.HEAD)
        if row is None:
            msg = f"no hall {self.hall_id} in this database"
            raise LookupError(msg)
        self._head = (row[0], bytes(row[1]))
        return self._head


def _event_values(event: TicketEvent, body: bytes, hash_: bytes) -> dict[str, Value]:
    return {
        "n": event.n,
        "at": event.at,
        "business_day": event.business_day,
        "ticket_id": event.ticket,
        "move": event.move.value,
        "body": body,
        "hash": hash_,
    }


def _fifties(words: Sequence[str]) -> Iterator[dict[str, Value]]:
    """The names of a statement that looks up many at once, with the words for them; '' where there is none."""
    for at in range(0, len(words), len(AT_ONCE)):
        yield dict(zip_longest(AT_ONCE, words[at : at + len(AT_ONCE)], fillvalue=""))
