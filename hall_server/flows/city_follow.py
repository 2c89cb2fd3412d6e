"""The hall's own history is followed, event by event, and becomes post to the city: each event once, none left out.

How far it was followed and what came of it are committed together. Nothing of this is in the transaction that gives a
number out: nobody waits for it. A hall that meets its city for the first time tells nothing of the past.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.city.notices import NEAR_AHEAD
from hall_server.contract.city.ports import PortName
from hall_server.contract.vocabulary import Move
from hall_server.domain.city.tell_notices import near
from hall_server.domain.city.tellers import of_booking, of_ticket
from hall_server.domain.city.telling import BookingMoved, TicketMoved, life_at, life_of, messages_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hall_server.domain.appointment import BookingEvent
    from hall_server.domain.city.post import CityMessage
    from hall_server.domain.seams import Reader, Transaction
    from hall_server.domain.ticket import TicketEvent
    from hall_server.flows.here import Here
    from hall_server.flows.notice_desk import NoticeDesk

TICKETS, BOOKINGS = "tickets", "bookings"  # the streams
_LEAVING = frozenset({Move.CALL, Move.CANCEL})  # those behind move up
AT_ONCE = 50  # events in one commit: small, for others wait behind it


class Follower:
    """Where the hall's two histories were followed to, as this process knows it; another may be further."""

    def __init__(
        self, here: Here, reader: Reader, ports: Sequence[PortName], notices: NoticeDesk | None = None
    ) -> None:
        self._here = here
        self._reader = reader
        self._ports = ports
        self._notices = notices

    def begin(self, tx: Transaction) -> None:
        """At a start: a stream that was never followed begins now."""
        for stream, newest in ((TICKETS, tx.newest_event()), (BOOKINGS, self._reader.newest_booking_event())):
            if not tx.city_cursor(stream):
                tx.put_city_cursor(stream, str(newest))

    def look(self) -> tuple[list[TicketEvent], list[BookingEvent]]:
        """What is new, beside the writer; two empty lists: nothing."""
        tickets, bookings = (_number(self._reader.city_cursor(stream)) for stream in (TICKETS, BOOKINGS))
        return self._reader.events(tickets, AT_ONCE), self._reader.booking_events(bookings, AT_ONCE)

    def tell(self, tx: Transaction, tickets: Sequence[TicketEvent], bookings: Sequence[BookingEvent]) -> int:
        """Write what these events mean to the city; how many messages. Events that another process told are passed."""
        told = 0
        known = _number(tx.city_cursor(TICKETS))
        for event in tickets:
            if event.n > known:
                told += self._post(tx, self._of_ticket(tx, event))
        if tickets and tickets[-1].n > known:
            tx.put_city_cursor(TICKETS, str(tickets[-1].n))
            told += self._near(tx, [event for event in tickets if event.n > known])
        known = _number(tx.city_cursor(BOOKINGS))
        for moved in bookings:
            if moved.n > known:
                told += self._post(tx, self._of_booking(tx, moved))
        if bookings and bookings[-1].n > known:
            tx.put_city_cursor(BOOKINGS, str(bookings[-1].n))
        return told

    def _post(self, tx: Transaction, messages: Sequence[CityMessage]) -> int:
        return sum(tx.post(message) for message in messages)

    def _of_ticket(self, tx: Transaction, event: TicketEvent) -> list[CityMessage]:
        ticket = tx.ticket(event.ticket)
        if ticket is None:
            return []
        booking = tx.booking(ticket.booking) if ticket.booking else None
        wish = self._notices.wished(tx, ticket, booking) if self._notices else None
        drafts = of_ticket(TicketMoved(self._here.site, event, ticket, booking, life_of(tx.lives(), event.n), wish))
        return messages_of(drafts, self._ports, self._here.clock.now(), event.ticket, event.move, str(event.at))

    def _near(self, tx: Transaction, events: Sequence[TicketEvent]) -> int:
        """Whoever has only a few people before them, in the lines that somebody has just left."""
        if self._notices is None or PortName.NOTICES not in self._ports:
            return 0
        left = {(event.queue, event.business_day): event.at for event in events if event.move in _LEAVING}
        told = 0
        for (queue, day), at in left.items():
            for ticket in tx.callable_tickets([queue], day)[1 : NEAR_AHEAD + 1]:
                booking = tx.booking(ticket.booking) if ticket.booking else None
                if wish := self._notices.wished(tx, ticket, booking):
                    drafts = [near(self._here.site, ticket, wish, at)]
                    told += self._post(tx, messages_of(drafts, self._ports, self._here.clock.now()))
        return told

    def _of_booking(self, tx: Transaction, event: BookingEvent) -> list[CityMessage]:
        booking = tx.booking(event.booking)
        if booking is None:
            return []
        drafts = of_booking(BookingMoved(self._here.site, event, booking, life_at(tx.lives(), event.at)))
        return messages_of(drafts, self._ports, self._here.clock.now(), event.booking, event.move, str(event.at))


def _number(cursor: str) -> int:
    return int(cursor) if cursor else 0
