"""Columns of values as PostgreSQL's array literals, to be cast and unnested: many rows in one statement.

The driver writes lists too, but asks each of their members for its type: at 250 halls a group that was a tenth of the
writer's work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hall_server.store.prepared import Value


def array_of(values: Sequence[Value]) -> str:
    """The literal for text[], bigint[] or bytea[]; all values are of one type, or None."""
    if None not in values:
        first = values[0] if values else ""
        if isinstance(first, str):
            return texts(values)  # type: ignore[arg-type]  # all of one type
    return "{" + ",".join(map(_member, values)) + "}"


def texts(words: Iterable[str]) -> str:
    """An array of texts."""
    joined = '","'.join(words := list(words))
    if "\\" in joined or joined.count('"') != 2 * max(0, len(words) - 1):
        return "{" + ",".join(map(_quoted, words)) + "}"
    return f'{{"{joined}"}}' if words else "{}"


def _member(value: Value) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, str):
        return _quoted(value)
    return str(value) if isinstance(value, int) else f'"\\\\x{value.hex()}"'


def _quoted(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
