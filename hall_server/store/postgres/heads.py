"""The heads of halls: whoever holds a hall's head owns its numbers, its events' n and its chain until the commit.

Heads are locked in one order, so that two processes with several halls each never wait for each other in a circle.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from hall_server.store.postgres.arrays import array_of, texts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from hall_server.store.postgres.link import Db

LOCK = b"SELECT hall_id, n, hash, version FROM hall_head WHERE hall_id = ANY(%s::text[]) ORDER BY hall_id FOR UPDATE"
LOCK_FREE = LOCK + b" SKIP LOCKED"  # those that nobody else holds
LOOK = b"SELECT hall_id, version FROM hall_head WHERE hall_id = ANY(%s::text[])"
BUMP = b"UPDATE hall_head SET version = version + 1 WHERE hall_id = ANY(%s::text[])"
SET = (
    b"UPDATE hall_head SET n = x.n, hash = x.hash, version = hall_head.version + 1"
    b" FROM unnest(%s::text[], %s::bigint[], %s::bytea[]) AS x(hall_id, n, hash) WHERE hall_head.hall_id = x.hall_id"
)


class Head(NamedTuple):
    """Where a hall stands: its newest event, that event's hash, and how many commits it has seen."""

    n: int
    hash: bytes
    version: int


def lock(db: Db, halls: Collection[str]) -> dict[str, Head]:
    """The heads of these halls, held until the transaction ends. A hall that is not there is left out."""
    return heads_in(db.execute(LOCK, [texts(sorted(halls))]).fetchall())


def heads_in(rows: Iterable[Any]) -> dict[str, Head]:
    """The rows that LOCK brings."""
    return {hall: Head(n, bytes(hash_), version) for hall, n, hash_, version in rows}


def versions(db: Db, halls: Collection[str]) -> dict[str, int]:
    """How many commits these halls have seen, held by nobody."""
    return dict(db.execute(LOOK, [texts(sorted(halls))]).fetchall())


def bump(db: Db, halls: Collection[str]) -> None:
    """One more commit for these halls."""
    db.execute(BUMP, [texts(sorted(halls))])


def put(db: Db, heads: Mapping[str, Head]) -> None:
    """Where these halls stand now; one more commit for each."""
    columns = (list(heads), [head.n for head in heads.values()], [head.hash for head in heads.values()])
    db.execute(SET, [array_of(column) for column in columns])
