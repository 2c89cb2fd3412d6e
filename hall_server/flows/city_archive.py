"""Completed cases go to the archive, each once for every ending that stood: its history is followed a while behind.

Two minutes later nobody takes an ending back any more. How far it was followed and the packages are committed together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.city.acceptance import CASE_OUTCOMES
from hall_server.contract.city.archive import PACKAGE
from hall_server.contract.city.ports import PortName
from hall_server.contract.vocabulary import Move, TicketState
from hall_server.domain.city.sip import HOLD, HoldRecord, package
from hall_server.domain.city.telling import Draft, life_of, messages_of, version_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hall_server.domain.seams import Commits, Promise, Reader, Transaction
    from hall_server.domain.ticket import TicketEvent
    from hall_server.flows.here import Here

STREAM = "archive"
BEHIND = 120_000_000  # microseconds
AT_ONCE = 50  # events in one commit


class CityArchive:
    """Looked at now and then."""

    def __init__(self, here: Here, commits: Commits, reader: Reader) -> None:
        self._here = here
        self._commits = commits
        self._reader = reader

    def tell(self) -> Promise[int] | None:
        """Post what has ended for good; None: nothing has. A hall that meets its archive first begins now."""
        cursor = self._reader.city_cursor(STREAM)
        if not cursor:
            return self._commits.submit(self._begin)
        until = self._here.clock.now() - BEHIND
        events: list[TicketEvent] = []
        for event in self._reader.events(int(cursor), AT_ONCE):
            if event.at > until:
                break
            events.append(event)
        if not events:
            return None

        def work(tx: Transaction) -> int:
            if tx.city_cursor(STREAM) != cursor:
                return 0
            tx.put_city_cursor(STREAM, str(events[-1].n))
            return self._tell(tx, events)

        return self._commits.submit(work)

    def _begin(self, tx: Transaction) -> int:
        if not tx.city_cursor(STREAM):
            tx.put_city_cursor(STREAM, str(tx.newest_event()))
        return 0

    def _tell(self, tx: Transaction, events: Sequence[TicketEvent]) -> int:
        told, at, lives = 0, self._here.clock.now(), tx.lives()
        for event in events:
            if event.move is not Move.COMPLETE or event.outcome not in CASE_OUTCOMES:
                continue
            ticket = tx.ticket(event.ticket)
            if ticket is None or ticket.state is not TicketState.COMPLETED or ticket.n != event.n:
                continue  # taken back since
            holds = [one.as_(HoldRecord).on for one in tx.records_about(ticket.id) if one.kind == HOLD]
            booking = tx.booking(ticket.booking) if ticket.booking else None
            packed = package(
                self._here.site,
                ticket,
                tx.history(ticket.id),
                booking,
                version=version_of(life_of(lives, event.n), event.n),
                at=event.at,
                hold=bool(holds and holds[-1]),
            )
            draft = Draft(PortName.ARCHIVE, PACKAGE, ticket.id, packed, packed.case)
            messages = messages_of([draft], (PortName.ARCHIVE,), at, event.ticket, str(event.at))
            told += sum(tx.post(message) for message in messages)
        return told
