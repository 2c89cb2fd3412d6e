"""The control of the kill drill: the hall's own program with stores that answer before what they say is safe.

`python -m tests.drills.crash.hasty <python> kapok.py hall serve …`. Only every eighth group is committed, so a kill
between two commits takes back what visitors were told already; PostgreSQL is told not to wait for its log. The drill
must see that, or it sees nothing.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from hall_server.app import stores
from hall_server.store.outcome import Outcome, attempt
from hall_server.store.postgres import link
from hall_server.store.sqlite_store import SqliteStore, _fatal
from hall_server.store.transaction import SqliteTransaction

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hall_server.domain.hall_state import Change

_GROUPS = 8
_connect = link.connect


class HastyStore(SqliteStore):
    """Acknowledges first. Never for use."""

    _groups = 0

    def _run(self, works: Sequence[Callable[[Any], Any]], *, hopeful: bool) -> tuple[list[Outcome[Any]], list[Change]]:
        if self._db.in_transaction and self._groups % _GROUPS == 0:
            self._db.execute("COMMIT")
        if not self._db.in_transaction:
            self._db.execute("BEGIN IMMEDIATE")
        self._groups += 1
        tx = SqliteTransaction(self._db, self._hall, self._remembered(), hopeful=False)
        outcomes = [attempt(tx, work, _fatal) for work in works]
        tx.settle()
        return outcomes, tx.changes


def _forgetful(address: str) -> link.Db:
    db = _connect(address)
    db.execute(b"SET synchronous_commit = off")
    return db


if __name__ == "__main__":
    link.connect = _forgetful
    stores.SqliteStore = HastyStore  # the control stands in the place of what is proved
    sys.argv = sys.argv[2:]
    from kapok import main

    main()
