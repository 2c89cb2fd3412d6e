"""What stands in a PostgreSQL database, asked with the driver alone (see `hall_server.store.quick_look`)."""

from __future__ import annotations

from contextlib import closing

import psycopg

from hall_server.store.postgres import link
from hall_server.store.reading import UnreadableStoreError

_STEP = b"SELECT version_num FROM alembic_version"
_COLUMNS = (
    b"SELECT table_name, column_name FROM information_schema.columns"
    b" WHERE table_schema = current_schema() AND table_name <> 'alembic_version'"
)


def steps_and_columns(address: str) -> tuple[list[str], set[tuple[str, str]]]:
    """The steps that the database bears and its (table, column) pairs; UnreadableStoreError when it tells nothing."""
    with closing(link.connect(address)) as db:
        try:
            steps = [str(row[0]) for row in db.execute(_STEP)]
            return steps, {(str(table), str(column)) for table, column in db.execute(_COLUMNS)}
        except psycopg.Error as error:
            raise UnreadableStoreError(f"{link.shown(address)}: {link.sentence(error)}") from error
