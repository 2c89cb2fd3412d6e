"""A transaction that writes behind: what nobody has to read yet is written with many others, and the newest of each.

128 takes that share a commit are then three statements with 128 rows each, one row per letter and one head, instead of
a thousand statements. Reads see what is owed: a question about it is answered from here, or what is owed is written
first. Savepoints are taken only where a command has something in the database that it might have to take back.
Knows the statements by what they are for, and no driver.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from hall_server.store import statements as sql
from hall_server.store.driver import Driver

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hall_server.domain.hall_state import Change
    from hall_server.store.hall_memory import HallMemory, Question
    from hall_server.store.prepared import Prepared, Value

    Values = dict[str, Value]
    Newest = dict[Question, Values]
    Special = Callable[["WriteBehind", Prepared, Values], list[Any]]


class Counted(NamedTuple):
    """A small row that is put again and again: the statement that asks for it, and the columns of its answer."""

    asked: Prepared
    columns: tuple[str, ...]


_IN_ORDER = (sql.NEW_TICKET, sql.SET_TICKET, sql.NEW_EVENT, sql.KEEP)  # an event refers to its ticket
_COUNTED = {
    sql.PUT_NUMBERS: Counted(sql.NUMBERS, ("online_next", "lease_next")),
    sql.PUT_CALLS: Counted(sql.CALLS, ("calls",)),
    sql.PUT_BOOKED_RUN: Counted(sql.BOOKED_RUN, ("calls",)),
}
_REMEMBERED = (*(one.asked for one in _COUNTED.values()), sql.REBIRTHS, sql.SEAT, sql.SEAT_OF)
_NO_ROWS = (0,) * len(_IN_ORDER)


class Owed(NamedTuple):
    """What was not written yet when a command began, and the newest event then."""

    changes: int
    rows: tuple[int, ...]  # how many of each statement's
    head: Values | None
    known_head: tuple[int, bytes] | None


class WriteBehind(Driver):
    """See `seams.Transaction`. A dialect brings `execute`, `execute_many` and `say`."""

    _head: tuple[int, bytes] | None  # the rows' own: the newest event, as this transaction knows it

    def __init__(self, hall_id: str, memory: HallMemory) -> None:
        self.hall_id = hall_id
        self.memory = memory
        self._head = memory.head
        self.changes: list[Change] = []
        self._rows: dict[Prepared, list[Values]] = {one: [] for one in _IN_ORDER}
        self._named: set[Value] = set()  # ids of tickets and keys of answers that are or were among the rows
        self._newest: dict[Prepared, Newest] = {one: {} for one in _COUNTED}
        self._replaced: list[tuple[Prepared, Question, Values | None]] = []  # by this command, and what stood there
        self._head_owed: Values | None = None
        self._owed: set[str] = set()  # tables that lack something
        self._touched = False  # this command has changed something
        self._saved = False
        self._mark = self._now()

    # -- what a dialect brings -----------------------------------------------------------------------------------

    @abstractmethod
    def execute(self, statement: Prepared, values: Values) -> list[Any]:
        """Run a statement now; all rows of its answer."""

    @abstractmethod
    def execute_many(self, statement: Prepared, rows: Sequence[Values]) -> None:
        """Run a statement once for each of the rows."""

    @abstractmethod
    def say(self, words: str) -> None:
        """Run a statement without values: SAVEPOINT and its like."""

    # -- one command of the group --------------------------------------------------------------------------------

    def begin_command(self) -> None:
        """From here on `undo` takes back."""
        self._touched = False
        self._replaced = []
        self._mark = self._now()

    def end_command(self) -> None:
        """What was written stands, if the group is committed."""
        if self._saved:
            self.say("RELEASE command")
            self._saved = False

    def undo(self) -> None:
        """Take back everything that this command wrote."""
        if not self._touched:
            return
        mark = self._mark
        if self._saved:
            self.say("ROLLBACK TO command")
        for rows, before in zip(self._rows.values(), mark.rows, strict=True):
            del rows[before:]
        del self.changes[mark.changes :]
        self._newest = self._newest_before()
        self._replaced = []
        self._head_owed, self._head = mark.head, mark.known_head
        self.memory.forget()

    def settle(self) -> None:
        """Write everything that is owed; the commit is next."""
        self._write(self._now(), self._newest)
        self.memory.head = self._head

    # -- statements ----------------------------------------------------------------------------------------------

    def run_with(self, statement: Prepared, values: Values) -> list[Any]:
        values["hall_id"] = self.hall_id
        special = self._special.get(statement)
        if special is not None:
            return special(self, statement, values)
        if statement.changes:
            self._save()
            self._flush()
            self._touched = True
            self.memory.forget_rows(statement.tables)
        else:
            self._flush_for(statement)
        return self.execute(statement, values)

    def one_with(self, statement: Prepared, values: Values) -> Any:  # noqa: ANN401 - a driver's row
        rows = self.run_with(statement, values)
        return rows[0] if rows else None

    def _later(self, statement: Prepared, values: Values) -> list[Any]:
        self._touched = True
        self._owed |= statement.tables
        self._rows[statement].append(values)
        return []

    def _born(self, statement: Prepared, values: Values) -> list[Any]:
        self._named.add(values["id"])
        return self._later(statement, values)

    def _moved(self, statement: Prepared, values: Values) -> list[Any]:
        self._named.add(values["of_id"])
        return self._later(statement, values)

    def _keep(self, statement: Prepared, values: Values) -> list[Any]:
        self._named.add(values["key"])
        return self._later(statement, values)

    def _count(self, statement: Prepared, values: Values) -> list[Any]:
        asked, columns = _COUNTED[statement]
        question = asked.values(values)
        self._touched = True
        self._owed |= statement.tables
        newest = self._newest[statement]
        self._replaced.append((statement, question, newest.get(question)))
        newest[question] = values
        self.memory.answer(asked, question, [tuple(values[one] for one in columns)])
        return []

    def _set_head(self, statement: Prepared, values: Values) -> list[Any]:
        self._touched = True
        self._owed |= statement.tables
        self._head_owed = values
        return []

    def _ticket(self, statement: Prepared, values: Values) -> list[Any]:
        if values["id"] in self._named:
            self._flush()
        return self.execute(statement, values)

    def _kept(self, statement: Prepared, values: Values) -> list[Any]:
        if values["key"] in self._named:
            self._flush()
        return self.execute(statement, values)

    def _ask_once(self, statement: Prepared, values: Values) -> list[Any]:
        question = statement.values(values)
        known = self.memory.answers.get(statement, {}).get(question)
        if known is None:
            self._flush_for(statement)
            known = self.execute(statement, values)
            self.memory.answer(statement, question, known)
        return known

    _special: ClassVar[dict[Prepared, Special]] = {
        sql.NEW_TICKET: _born,
        sql.SET_TICKET: _moved,
        sql.NEW_EVENT: _later,
        sql.KEEP: _keep,
        sql.SET_HEAD: _set_head,
        sql.TICKET: _ticket,
        sql.KEPT: _kept,
        **dict.fromkeys(_COUNTED, _count),
        **dict.fromkeys(_REMEMBERED, _ask_once),
    }

    # -- writing -------------------------------------------------------------------------------------------------

    def _now(self) -> Owed:
        rows = tuple(map(len, self._rows.values())) if self._owed else _NO_ROWS
        return Owed(len(self.changes), rows, self._head_owed, self._head)

    def _newest_before(self) -> dict[Prepared, Newest]:
        """The small rows that were owed when this command began."""
        before = {one: dict(rows) for one, rows in self._newest.items()}
        for statement, question, stood in reversed(self._replaced):
            if stood is None:
                before[statement].pop(question, None)
            else:
                before[statement][question] = stood
        return before

    def _save(self) -> None:
        """The command is about to write into the database: what the others owe goes first, then a savepoint."""
        if not self._saved:
            mark = self._mark
            self._write(mark, self._newest_before())
            self._mark = mark._replace(rows=_NO_ROWS, head=None)
            self.say("SAVEPOINT command")
            self._saved = True

    def _flush_for(self, statement: Prepared) -> None:
        """Write what is owed when a question is about it; about what it is must be known for sure."""
        if self._owed and (not statement.tables or not self._owed.isdisjoint(statement.tables)):
            self._flush()

    def _flush(self) -> None:
        if self._owed:
            self._save()
            self._write(self._now(), self._newest)
            self._owed.clear()

    def _write(self, owed: Owed, counted: dict[Prepared, Newest]) -> None:
        for (statement, rows), count in zip(self._rows.items(), owed.rows, strict=True):
            if count:
                self.execute_many(statement, rows[:count])
                del rows[:count]
        for statement, then in counted.items():
            if then:
                self.execute_many(statement, list(then.values()))
                newest = self._newest[statement]
                self._newest[statement] = {key: one for key, one in newest.items() if then.get(key) is not one}
        self._replaced = [(statement, question, None) for statement, question, _ in self._replaced]
        if owed.head is not None:
            self.execute(sql.SET_HEAD, owed.head)
            self._head_owed = None if self._head_owed is owed.head else self._head_owed
