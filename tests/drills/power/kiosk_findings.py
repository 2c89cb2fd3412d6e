"""What must be true of a kiosk's store after a cut: everything that it told is there, no label twice, the outbox whole.

Reads the file beside its owner, by statements of its own: the store's own code is what is judged.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

PRINTED = "printed"


@dataclass
class KioskTold:
    """What the kiosk has told, in all its lives on this disk. `own`: numbers that it gave out by itself."""

    labels: dict[str, str] = field(default_factory=dict)
    printed: set[str] = field(default_factory=set)
    answered: set[str] = field(default_factory=set)
    own: set[str] = field(default_factory=set)
    acknowledged: int = 0

    def hear(self, told: tuple[Any, ...]) -> None:
        """One thing more."""
        match told:
            case ("reserved", ticket, label):
                self.labels[ticket] = label
            case ("printed", ticket):
                self.printed.add(ticket)
            case ("answered", ticket, own):
                self.answered.add(ticket)
                self.own |= {ticket} if own else set()
            case ("acknowledged", through):
                self.acknowledged = max(self.acknowledged, through)


@dataclass(frozen=True)
class Kept:
    """What lies on the disk: journal rows (ticket, label, stage, answer), outbox rows (seq, ticket, acknowledged)."""

    damage: list[str]
    journal: list[tuple[str, str, str, str]]
    outbox: list[tuple[int, str, bool]]
    highest: int


def read(path: Path) -> Kept:
    """The store as it stands, while its owner waits."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as db:
        damage = [row[0] for row in db.execute("PRAGMA integrity_check(5)") if row[0] != "ok"]
        journal = db.execute("SELECT ticket_id, label, stage, answer FROM journal").fetchall()
        outbox = db.execute("SELECT seq, ticket_id, acked_us IS NOT NULL FROM outbox ORDER BY seq").fetchall()
        highest = db.execute("SELECT value FROM fact WHERE name = 'outbox_highest'").fetchone()
    return Kept(damage, journal, [(seq, one, bool(acked)) for seq, one, acked in outbox], json.loads(highest[0]))


def kiosk_findings(kept: Kept, told: KioskTold) -> list[str]:
    """Every way in which the store is not as it was told."""
    rows = {ticket: (label, stage, answer) for ticket, label, stage, answer in kept.journal}
    found = [f"the file is damaged: {one}" for one in kept.damage]
    for ticket, label in told.labels.items():
        there = rows.get(ticket, ("nothing", "", ""))
        if there[0] != label:
            found.append(f"{label} was reserved, the store has {there[0]} for {ticket}")
        elif ticket in told.printed and there[1] != PRINTED:
            found.append(f"{label} was printed, the store says {there[1]}")
        elif ticket in told.answered and not there[2]:
            found.append(f"{label} was answered, the store has no answer")
    return found + _twice(kept, told) + _outbox(kept, told)


def _twice(kept: Kept, told: KioskTold) -> list[str]:
    """Counts what was told and what is there together: a label of a lost row may be with another ticket now."""
    given = set(told.labels.items()) | {(ticket, label) for ticket, label, _, _ in kept.journal if label}
    return [f"number {label} was given {n} times" for label, n in Counter(one for _, one in given).items() if n > 1]


def _outbox(kept: Kept, told: KioskTold) -> list[str]:
    seqs = [seq for seq, _, _ in kept.outbox]
    found = []
    if seqs != list(range(1, len(seqs) + 1)) or kept.highest != len(seqs):
        found.append(f"the outbox is not contiguous: {len(seqs)} rows, highest {kept.highest}")
    inside = {ticket for _, ticket, _ in kept.outbox}
    found += [f"{told.labels[one]} was answered, the hall will never hear of it" for one in told.own - inside]
    untold = [seq for seq, _, acked in kept.outbox if seq <= told.acknowledged and not acked]
    if untold:
        found.append(f"rows up to {told.acknowledged} were acknowledged, {untold[0]} is not")
    return found
