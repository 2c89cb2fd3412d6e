"""Are a database's tables this program's? Answered from it and the steps' names, without the tool that migrates.

A server that starts on its own tables, as it nearly always does, never loads that tool's fifteen megabytes, nor runs
its steps in memory to compare: it has to serve again soon after a crash. Whatever is not plainly right is for `migrate`
to name.
"""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from hall_server.store.all_tables import metadata
from hall_server.store.reading import UnreadableStoreError

_STEPS = Path(__file__).parent / "migrations" / "versions"
_NUMBER = slice(1, 5)  # v0006_catalogue_snapshots.py


def newest_step() -> str:
    """The number of the newest step, as its file is named; the revision that it bears is the same."""
    return max(step.name[_NUMBER] for step in _STEPS.glob("v[0-9][0-9][0-9][0-9]_*.py"))


def is_newest(where: Path | str) -> bool:
    """Whether a file, or the PostgreSQL database of an address, stands at the newest step with exactly its columns."""
    try:
        steps, columns = _in_file(where) if isinstance(where, Path) else _in_database(where)
    except (sqlite3.DatabaseError, UnreadableStoreError):
        return False
    return steps == [newest_step()] and columns == _wanted()


def _in_file(path: Path) -> tuple[list[str], set[tuple[str, str]]]:
    with contextlib.closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as db:
        return [row[0] for row in db.execute("SELECT version_num FROM alembic_version")], _columns(db)


def _in_database(address: str) -> tuple[list[str], set[tuple[str, str]]]:
    from hall_server.store.postgres.quick_look import steps_and_columns

    return steps_and_columns(address)


def _columns(db: sqlite3.Connection) -> set[tuple[str, str]]:
    rows = db.execute(
        "SELECT made.name, its.name FROM sqlite_master AS made, pragma_table_info(made.name) AS its"
        " WHERE made.type = 'table' AND made.name <> 'alembic_version'"
    )
    return set(rows.fetchall())


def _wanted() -> set[tuple[str, str]]:
    return {(table.name, column.name) for table in metadata.sorted_tables for column in table.columns}
