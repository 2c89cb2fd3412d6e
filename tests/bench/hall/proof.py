"""The count behind every figure: no number given twice, no ticket called twice, none told that the store has not."""

from __future__ import annotations

import contextlib
import sqlite3
from collections import Counter
from typing import TYPE_CHECKING

from tests.bench.report import Row

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_DOUBLED = (
    "SELECT coalesce(sum(times - 1), 0) FROM"
    " (SELECT count(*) AS times FROM ticket GROUP BY hall_id, business_day, label HAVING count(*) > 1) AS doubles"
)
_CALLED_TWICE = (
    "SELECT coalesce(sum(times - 1), 0) FROM"
    " (SELECT count(*) AS times FROM ticket_event WHERE move = 'call' GROUP BY ticket_id HAVING count(*) > 1)"
    " AS doubles"
)


class Proof:
    """What clients were told, beside what a hall's file says. The file is only read."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._labels: Counter[str] = Counter()
        self._calls: Counter[str] = Counter()
        self._by_ticket: dict[str, str] = {}

    def told(self, answers: Iterable[tuple[str, str]]) -> None:
        """Answers to takes: ticket id, label; an empty label is a refusal."""
        for ticket, label in answers:
            if label:
                self._labels[label] += 1
                self._by_ticket[ticket] = label

    def called(self, tickets: Iterable[str]) -> None:
        """Ids of tickets that counters were told to call."""
        self._calls.update(tickets)

    def rows(self, prefix: str) -> list[Row]:
        """Doubles in the answers and in the store; and what was told but is not there. No rollover of a day helps."""
        with contextlib.closing(sqlite3.connect(f"file:{self._path}?mode=ro", uri=True)) as db:
            doubled = db.execute(_DOUBLED).fetchone()[0] + _twice(self._labels)
            twice_called = db.execute(_CALLED_TWICE).fetchone()[0] + _twice(self._calls)
            there = dict(db.execute("SELECT id, label FROM ticket"))
        lost = sum(there.get(ticket) != label for ticket, label in self._by_ticket.items())
        return [
            Row(f"{prefix}twice", f"numbers given twice, of {len(there)}", doubled, "", "== 0", doubled == 0),
            Row(f"{prefix}calls", "tickets called twice", twice_called, "", "== 0", twice_called == 0),
            Row(f"{prefix}lost", "told, but not in the store", lost, "", "== 0", lost == 0),
        ]


def _twice(counted: Counter[str]) -> int:
    return sum(times - 1 for times in counted.values())
