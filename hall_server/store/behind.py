"""A transaction that writes behind: what nobody has to read yet is written with many others, and the newest of each.

128 takes that share a commit are then three statements with 128 rows each, one row per letter and one head, instead of
a thousand statements. Reads see what is owed: a question about it is answered from here, or what is owed is written
first. Savepoints are taken only where a command has something in the database that it might have to take back.
Knows the statements by what they are for, and no driver.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any, NamedTuple

from hall_server.contract.vocabulary import TicketState
from hall_server.store import statements as sql
from hall_server.store.driver import Driver

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hall_server.domain.hall_state import Change
    from hall_server.store.prepared import Prepared, Value

    Values = dict[str, Value]
    Key = tuple[Value, Value]
    Special = Callable[[Prepared, Values], list[Any]]

_APART = frozenset({"counter_session", "incarnation", "staff_login", "pin_tries"})  # nothing of these is ever owed
_COUNTED = frozenset({TicketState.RESERVED.value, TicketState.WAITING.value})  # as in statements.AHEAD
_IN_ORDER = (sql.NEW_TICKET, sql.SET_TICKET, sql.NEW_EVENT, sql.KEEP)  # an event refers to its ticket


class Owed(NamedTuple):
    """What was not written yet when a command began, and what was known."""

    changes: int
    rows: tuple[int, ...]  # how many of each statement's
    numbers: dict[Key, Values]
    head: Values | None
    known_numbers: dict[Key, tuple[Any, Any]]
    known_head: tuple[int, bytes] | None


class WriteBehind(Driver):
    """See `seams.Transaction`. A dialect brings `execute`, `execute_many` and `say`."""

    _head: tuple[int, bytes] | None  # the rows' own: the newest event, as this transaction knows it

    def __init__(self, hall_id: str) -> None:
        self.hall_id = hall_id
        self._head = None
        self.changes: list[Change] = []
        self._rows: dict[Prepared, list[Values]] = {one: [] for one in _IN_ORDER}
        self._named: set[Value] = set()  # ids of tickets and keys of answers that are or were among the rows
        self._numbers: dict[Key, Values] = {}
        self._known_numbers: dict[Key, tuple[Any, Any]] = {}
        self._head_owed: Values | None = None
        self._lines: dict[Key, int] = {}  # by queue and day: people counted, as long as only births happen
        self._newest: Values = {}  # the ticket born last, while it is counted
        self._rebirths: list[Any] | None = None
        self._saved = False
        self._special: dict[Prepared, Special] = {
            sql.NEW_TICKET: self._born,
            sql.SET_TICKET: self._moved,
            sql.NEW_EVENT: self._later,
            sql.KEEP: self._keep,
            sql.PUT_NUMBERS: self._put_numbers,
            sql.SET_HEAD: self._set_head,
            sql.TICKET: self._ticket,
            sql.KEPT: self._kept,
            sql.NUMBERS: self._number_row,
            sql.REBIRTHS: self._reborn,
            sql.AHEAD: self._ahead,
        }
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
        self._mark = self._now()

    def end_command(self) -> None:
        """What was written stands, if the group is committed."""
        if self._saved:
            self.say("RELEASE command")
            self._saved = False

    def undo(self) -> None:
        """Take back everything that this command wrote."""
        mark = self._mark
        if self._saved:
            self.say("ROLLBACK TO command")
        for rows, before in zip(self._rows.values(), mark.rows, strict=True):
            del rows[before:]
        del self.changes[mark.changes :]
        self._numbers, self._known_numbers = dict(mark.numbers), dict(mark.known_numbers)
        self._head_owed, self._head = mark.head, mark.known_head
        self._forget()

    def settle(self) -> None:
        """Write everything that is owed; the commit is next."""
        self._write(self._now())

    # -- statements ----------------------------------------------------------------------------------------------

    def run_with(self, statement: Prepared, values: Values) -> list[Any]:
        values["hall_id"] = self.hall_id
        special = self._special.get(statement)
        if special is not None:
            return special(statement, values)
        if statement.changes:
            self._save()
            self._flush()
            self._known_numbers.clear()
            self._forget()
        elif not statement.tables or not statement.tables <= _APART:
            self._flush()
        return self.execute(statement, values)

    def one_with(self, statement: Prepared, values: Values) -> Any:  # noqa: ANN401 - a driver's row
        rows = self.run_with(statement, values)
        return rows[0] if rows else None

    def _later(self, statement: Prepared, values: Values) -> list[Any]:
        self._rows[statement].append(values)
        return []

    def _born(self, statement: Prepared, values: Values) -> list[Any]:
        self._named.add(values["id"])
        line, counted = (values["queue"], values["business_day"]), values["state"] in _COUNTED
        if line in self._lines:
            self._lines[line] += counted
        self._newest = values if counted else {}
        return self._later(statement, values)

    def _moved(self, statement: Prepared, values: Values) -> list[Any]:
        self._named.add(values["of_id"])
        self._lines.clear()
        self._newest = {}
        return self._later(statement, values)

    def _keep(self, statement: Prepared, values: Values) -> list[Any]:
        self._named.add(values["key"])
        return self._later(statement, values)

    def _put_numbers(self, _: Prepared, values: Values) -> list[Any]:
        letter = (values["queue"], values["business_day"])
        self._numbers[letter] = values
        self._known_numbers[letter] = (values["online_next"], values["lease_next"])
        return []

    def _set_head(self, _: Prepared, values: Values) -> list[Any]:
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

    def _number_row(self, statement: Prepared, values: Values) -> list[Any]:
        known = self._known_numbers.get((values["queue"], values["business_day"]))
        return self.execute(statement, values) if known is None else [known]

    def _reborn(self, statement: Prepared, values: Values) -> list[Any]:
        if self._rebirths is None:
            self._rebirths = self.execute(statement, values)
        return self._rebirths

    def _ahead(self, statement: Prepared, values: Values) -> list[Any]:
        """Of the newest ticket: everybody in its line but itself. That is counted once for each line of a group."""
        line = (values["queue"], values["business_day"])
        newest = values["place"] == self._newest.get("place")
        if newest and line in self._lines:
            return [(self._lines[line] - 1,)]
        self._flush()
        rows = self.execute(statement, values)
        if newest:
            self._lines[line] = rows[0][0] + 1
        return rows

    def _forget(self) -> None:
        """Something was changed past us: what was known may be so no longer."""
        self._lines.clear()
        self._newest = {}
        self._rebirths = None

    # -- writing -------------------------------------------------------------------------------------------------

    def _now(self) -> Owed:
        rows = tuple(map(len, self._rows.values()))
        numbers, known = dict(self._numbers), dict(self._known_numbers)
        return Owed(len(self.changes), rows, numbers, self._head_owed, known, self._head)

    def _save(self) -> None:
        """The command is about to write into the database: what the others owe goes first, then a savepoint."""
        if not self._saved:
            mark = self._mark
            self._write(mark)
            self._mark = mark._replace(rows=(0,) * len(_IN_ORDER), numbers={}, head=None)
            self.say("SAVEPOINT command")
            self._saved = True

    def _flush(self) -> None:
        if self._head_owed is not None or self._numbers or any(self._rows.values()):
            self._save()
            self._write(self._now())

    def _write(self, owed: Owed) -> None:
        for (statement, rows), count in zip(self._rows.items(), owed.rows, strict=True):
            if count:
                self.execute_many(statement, rows[:count])
                del rows[:count]
        if owed.numbers:
            self.execute_many(sql.PUT_NUMBERS, list(owed.numbers.values()))
            self._numbers = {key: one for key, one in self._numbers.items() if owed.numbers.get(key) is not one}
        if owed.head is not None:
            self.execute(sql.SET_HEAD, owed.head)
            self._head_owed = None if self._head_owed is owed.head else self._head_owed
