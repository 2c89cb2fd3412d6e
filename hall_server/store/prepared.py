"""Statements written once in SQLAlchemy Core, compiled once for both dialects, and run on the drivers (design.md 4).

Traps, all met: values that a statement brings along hide in `compiled.params`, the order of the placeholders is
`positiontup` and not the same in both dialects (SQLite adds an OFFSET), and no bind processor runs.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from sqlalchemy import Select
from sqlalchemy import Text as TextType
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.dml import UpdateBase
from sqlalchemy.sql.functions import FunctionElement

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sqlalchemy.engine import Dialect
    from sqlalchemy.sql import ClauseElement
    from sqlalchemy.sql.compiler import SQLCompiler

    Value = str | int | bytes | None

_SQLITE: Dialect = sqlite.dialect(paramstyle="qmark")
_POSTGRES: Dialect = postgresql.dialect(paramstyle="format")  # type: ignore[no-untyped-call]  # SQLAlchemy's own gap


class bytewise(FunctionElement[str]):  # noqa: N801 - written like a function
    """A text compared by its bytes, as SQLite always does, whatever order the database's language has."""

    type = TextType()
    inherit_cache = True


@compiles(bytewise)
def _as_it_is(element: bytewise, compiler: SQLCompiler, **more: object) -> str:
    return compiler.process(element.clauses, **more)


@compiles(bytewise, "postgresql")
def _collated(element: bytewise, compiler: SQLCompiler, **more: object) -> str:
    return f'{compiler.process(element.clauses, **more)} COLLATE "C"'


class Text:
    """SQL text for one dialect and how to lay the values out for it."""

    def __init__(self, statement: ClauseElement, dialect: Dialect) -> None:
        compiled = statement.compile(dialect=dialect)
        self.sql = str(compiled)
        self.names: tuple[str, ...] = tuple(getattr(compiled, "positiontup", None) or ())
        self._brought: dict[str, Value] = dict(compiled.params)
        bring_all = all(self._brought[name] is None for name in self.names)
        self._pick = _picker(self.names) if bring_all else None  # a fifth of the time

    def values(self, given: Mapping[str, Value]) -> tuple[Value, ...]:
        """The values in the order of the placeholders; a name that is missing is a KeyError of ours."""
        if self._pick is not None:
            return self._pick(given)
        brought = self._brought
        return tuple(given[name] if name in given else _there(brought, name) for name in self.names)


def _picker(names: tuple[str, ...]) -> Callable[[Mapping[str, Value]], tuple[Value, ...]]:
    """Several values are picked as a tuple by `itemgetter` itself; one or none it would not wrap."""
    if len(names) > 1:
        return itemgetter(*names)
    return lambda given: tuple(given[name] for name in names)


class Prepared:
    """One statement: `sql` and `values` for SQLite, `postgres` for PostgreSQL; which tables it reads or changes."""

    def __init__(self, statement: ClauseElement) -> None:
        self.sqlite = Text(statement, _SQLITE)
        self.postgres = Text(statement, _POSTGRES)
        self.sql, self.values = self.sqlite.sql, self.sqlite.values
        self.changes = isinstance(statement, UpdateBase)
        self.tables = _tables(statement)


def _tables(statement: ClauseElement) -> frozenset[str]:
    if isinstance(statement, UpdateBase):
        return frozenset({str(getattr(statement.table, "name", ""))})
    if isinstance(statement, Select):
        return frozenset(str(getattr(one, "name", "")) for one in statement.get_final_froms())
    return frozenset()


def _there(brought: Mapping[str, Value], name: str) -> Value:
    value = brought[name]
    if value is None:
        raise KeyError(name)
    return value
