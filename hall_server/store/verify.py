"""Proof that a hall's history is whole: the hash chain holds, and replaying the events gives the ticket rows."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import msgspec

from hall_server.domain.life import apply, born
from hall_server.domain.ticket import Ticket, TicketEvent
from hall_server.store.chain import canonical, genesis, link
from hall_server.store.verify_bookings import booking_findings
from hall_server.store.verify_records import record_findings

if TYPE_CHECKING:
    from hall_server.store.reading import HallReader

_TOLD_AT_MOST = 20


class Report(msgspec.Struct):
    """What was looked at and what is wrong; `findings` is empty when all is well."""

    events: int
    tickets: int
    findings: list[str]


def verify(reader: HallReader, hall_id: str) -> Report:
    """Walk the chain, replay it, compare; the visitor's masks are not in events and not compared."""
    try:
        if damage := reader.damage():
            return Report(0, 0, [f"the file is damaged: {one}" for one in damage])
        with reader.whole():
            return _walk(reader, hall_id)
    except (sqlite3.DatabaseError, ValueError, TypeError, AttributeError) as error:  # rows that nobody here wrote
        return Report(0, 0, [f"the file is damaged: {error}"])


def _walk(reader: HallReader, hall_id: str) -> Report:
    findings: list[str] = []
    replayed: dict[str, Ticket] = {}
    before, n = genesis(hall_id), 0
    for n_stored, at, day, ticket_id, move, body, hash_ in reader.chain():
        n += 1
        event = _read(body)
        if event is None or n_stored != n or link(before, body) != hash_ or canonical(event) != body:
            findings.append(f"event {n_stored}: the chain is broken")
            break
        if (event.n, event.at, event.business_day, event.ticket, event.move.value) != (n, at, day, ticket_id, move):
            findings.append(f"event {n}: its columns are not what was remembered")
        _replay(replayed, event, findings)
        before = hash_
    else:
        if reader.head() != n or reader.head_hash() != before:
            findings.append(f"the head stands at {reader.head()}, the chain ends at {n}")
    rows = reader.tickets()
    findings += _differences(replayed, rows)
    findings += booking_findings(reader, hall_id) + record_findings(reader, hall_id)
    return Report(n, len(rows), findings[:_TOLD_AT_MOST])


def _read(body: object) -> TicketEvent | None:
    if not isinstance(body, bytes):
        return None
    try:
        return msgspec.json.decode(body, type=TicketEvent)
    except msgspec.MsgspecError:
        return None


def _replay(replayed: dict[str, Ticket], event: TicketEvent, findings: list[str]) -> None:
    known = replayed.get(event.ticket)
    if event.birth is not None and known is None:
        replayed[event.ticket] = born(event, event.birth)
    elif event.birth is None and known is not None:
        replayed[event.ticket] = apply(known, event)
    else:
        findings.append(f"event {event.n}: {event.move.value} of a ticket that {'is' if known else 'is not'} there")


def _differences(replayed: dict[str, Ticket], rows: list[Ticket]) -> list[str]:
    found = [
        f"ticket {row.label} of {row.business_day}: the row is not what its events say"
        for row in rows
        if replayed.pop(row.id, None) != msgspec.structs.replace(row, visitor=None, on_behalf=None)
    ]
    return found + [f"ticket {ticket.label} of {ticket.business_day}: its row is gone" for ticket in replayed.values()]
