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
    from collections.abc import Mapping
    from pathlib import Path


def hall_findings(where: Path | str, hall_id: str, told: Mapping[str, str]) -> list[str]:
    """Chain, replay, numbers given twice (invariant 1), and tickets that a client was told of but that are not there.

    `told`: ticket id → label, for every answer that reached a client.
    """
    with closing(place_of(where).reader(hall_id)) as reader:
        findings = [f"verify: {one}" for one in verify(reader, hall_id).findings]
        tickets = reader.tickets()
    times = Counter((ticket.business_day, ticket.label) for ticket in tickets)
    findings += [f"number {label} of {day} was given {n} times" for (day, label), n in times.items() if n > 1]
    there = {ticket.id: ticket.label for ticket in tickets}
    for ticket, label in told.items():
        if there.get(ticket) != label:
            findings.append(f"ticket {ticket} was told as {label}, the store has {there.get(ticket, 'nothing')}")
    twice = Counter(told.values())
    findings += [f"number {label} was told to {n} visitors" for label, n in twice.items() if n > 1]
    return findings
