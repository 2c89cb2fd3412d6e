"""The count behind the figures on PostgreSQL: no number twice, no ticket called twice, histories whole."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import psycopg

from hall_server.store.postgres.reader import PostgresReader
from hall_server.store.verify import verify
from tests.bench.hall.proof import _CALLED_TWICE, _DOUBLED
from tests.bench.report import Row

if TYPE_CHECKING:
    from collections.abc import Sequence

WALKED = 20  # halls whose whole history is replayed


def proof(address: str, halls: Sequence[str], prefix: str) -> list[Row]:
    """Counted over all halls; replayed in the first few."""
    with psycopg.connect(address) as db:
        row = db.execute(f"SELECT ({_DOUBLED}), ({_CALLED_TWICE}), (SELECT count(*) FROM ticket)").fetchone()
        assert row
        doubled, twice, tickets = (int(number) for number in row)
        gaps = db.execute(
            "SELECT count(*) FROM hall_head h WHERE n <>"
            " (SELECT count(*) FROM ticket_event e WHERE e.hall_id = h.hall_id)"
        ).fetchone()
        size = db.execute("SELECT pg_database_size(current_database())").fetchone()
    broken = 0
    for hall in halls[:WALKED]:
        with closing(PostgresReader(address, hall)) as reader:
            broken += bool(verify(reader, hall).findings)
    assert gaps
    assert size
    return [
        Row(f"{prefix}twice", f"numbers given twice, of {tickets}", doubled, "", "== 0", doubled == 0),
        Row(f"{prefix}calls", "tickets called twice", twice, "", "== 0", twice == 0),
        Row(f"{prefix}gaps", "halls whose events have a gap", gaps[0], "", "== 0", gaps[0] == 0),
        Row(
            f"{prefix}whole",
            f"halls whose replay is not their rows, of {min(WALKED, len(halls))}",
            broken,
            "",
            "== 0",
            not broken,
        ),
        Row(f"{prefix}size", "the whole database, for each ticket", size[0] / max(1, tickets) / 1000, "kB"),
    ]
