"""Statements written once in SQLAlchemy Core, compiled once, and run on the driver itself (design.md 4).

Traps, all met: values that a statement brings along hide in `compiled.params`, the order of the question marks is
`positiontup`, and no bind processor runs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.dialects import sqlite

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.sql import ClauseElement

    Value = str | int | bytes | None

_DIALECT = sqlite.dialect(paramstyle="qmark")


class Prepared:
    """SQL text and how to lay the values out for it."""

    def __init__(self, statement: ClauseElement) -> None:
        compiled = statement.compile(dialect=_DIALECT)
        self.sql = str(compiled)
        self._order: tuple[str, ...] = tuple(getattr(compiled, "positiontup", None) or ())
        self._brought: dict[str, Value] = dict(compiled.params)

    def values(self, given: Mapping[str, Value]) -> tuple[Value, ...]:
        """The values in the order of the question marks; a name that is missing is a KeyError of ours."""
        brought = self._brought
        return tuple(given[name] if name in given else _there(brought, name) for name in self._order)


def _there(brought: Mapping[str, Value], name: str) -> Value:
    value = brought[name]
    if value is None:
        raise KeyError(name)
    return value
