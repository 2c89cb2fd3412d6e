"""What a writer knows of one hall beside the mirror's rows: its memory, and what was committed and is no row there yet.

Most tickets come, are called and go without anybody asking SQLite for them: the memory answers. Their rows are written
into the mirror when somebody asks for them there, the newest of each; who has left by then is never written.
Knows no driver.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.store import statements as sql
from hall_server.store.hall_memory import HallMemory

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hall_server.store.prepared import Prepared, Value

    Values = dict[str, Value]
    Entry = tuple[Prepared, Values]

COUNTS = {
    sql.PUT_NUMBERS: ("business_day", "queue"),
    sql.PUT_CALLS: ("business_day", "queue"),
    sql.PUT_BOOKED_RUN: ("business_day", "counter"),
}
"""Small rows that are put again and again, and by what in their hall."""
_AT_MOST = 500


class CopyOfAHall:
    """One hall. `here` are the tickets that are rows of the mirror or owed to it."""

    def __init__(self) -> None:
        self.memory = HallMemory()
        self.here: set[str] = set()
        self.born: dict[str, Values] = {}  # whole rows
        self.moved: dict[str, Values] = {}  # later than those
        self.gone: set[str] = set()
        self.counts: dict[tuple[Prepared, *tuple[Value, ...]], Values] = {}

    def owe(self, entries: Iterable[Entry]) -> None:
        """Committed changes, in order: the newest of each is kept."""
        for statement, values in entries:
            if statement is sql.NEW_TICKET:
                self.born[str(values["id"])] = values
            elif statement is sql.SET_TICKET:
                self.moved[str(values["of_id"])] = values
            else:
                self.counts[(statement, *[values[name] for name in COUNTS[statement]])] = values

    def end(self, ticket: str) -> None:
        """A ticket whose life is over."""
        self.here.discard(ticket)
        self.moved.pop(ticket, None)
        if self.born.pop(ticket, None) is None:
            self.gone.add(ticket)

    @property
    def much(self) -> bool:
        """Whether it is time to write down what is owed."""
        return len(self.born) + len(self.moved) + len(self.gone) + len(self.counts) > _AT_MOST

    @property
    def owes(self) -> bool:
        """Whether the mirror's rows lack anything."""
        return bool(self.born or self.moved or self.gone or self.counts)

    def written(self) -> None:
        """The mirror has it all."""
        self.born.clear()
        self.moved.clear()
        self.gone.clear()
        self.counts.clear()
