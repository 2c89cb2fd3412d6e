"""What must be true of a hall's store after anything was done to it: a list of findings, empty when all of it is.

Reads the store as `kapok db verify` does, on SQLite and PostgreSQL alike; knows nothing of what was done to it.
"""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING

from hall_server.store.place import place_of
from hall_server.store.verify import verify

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from hall_server.domain.ticket import Ticket


def hall_findings(where: Path | str, hall_id: str, told: Mapping[str, str]) -> list[str]:
    """Chain, replay, numbers given twice (invariant 1), and tickets that a client was told of but that are not there.

    `told`: ticket id → label, for every answer that reached a client.
    """
    with closing(place_of(where).reader(hall_id)) as reader:
        findings = [f"verify: {one}" for one in verify(reader, hall_id).findings]
        tickets = reader.tickets()
    return findings + number_findings(tickets, told)


def number_findings(tickets: Iterable[Ticket], told: Mapping[str, str]) -> list[str]:
    """Numbers that were given twice on one business day, and tickets that are not there as they were told.

    A label begins again every business day, so the day of what was told is looked up in the store; a ticket that is
    not there has none, and is a finding by itself.
    """
    there = {ticket.id: ticket for ticket in tickets}
    times = Counter((ticket.business_day, ticket.label) for ticket in there.values())
    findings = [f"number {label} of {day} was given {n} times" for (day, label), n in times.items() if n > 1]
    twice = Counter[tuple[str, str]]()
    for one, label in told.items():
        ticket = there.get(one)
        if ticket is None or ticket.label != label:
            findings.append(f"ticket {one} was told as {label}, the store has {ticket.label if ticket else 'nothing'}")
        if ticket is not None:
            twice[ticket.business_day, label] += 1
    return findings + [
        f"number {label} of {day} was told to {n} visitors" for (day, label), n in twice.items() if n > 1
    ]
