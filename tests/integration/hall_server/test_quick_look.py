"""A server on PostgreSQL starts without the tool that migrates when the tables are plainly its own, and only then."""

from __future__ import annotations

import uuid

import psycopg
import pytest

from hall_server.store.create import create_hall
from hall_server.store.quick_look import is_newest

_STRANGE = (
    "ALTER TABLE ticket ADD COLUMN stranger TEXT",
    "ALTER TABLE ticket RENAME COLUMN label TO name",
    "UPDATE alembic_version SET version_num = '0001'",
    "CREATE TABLE more (what TEXT)",
)


def test_a_database_that_was_just_made_is_plainly_right(database: str) -> None:
    create_hall(database, "hall", str(uuid.uuid4()), 0)
    assert is_newest(database)


@pytest.mark.parametrize("change", _STRANGE)
def test_a_database_that_was_changed_is_not(database: str, change: str) -> None:
    create_hall(database, "hall", str(uuid.uuid4()), 0)
    with psycopg.connect(database, autocommit=True) as db:
        db.execute(change.encode())
    assert not is_newest(database)


def test_an_empty_database_and_one_that_is_away_are_not(database: str) -> None:
    assert not is_newest(database)
    assert not is_newest(database.rpartition("?")[0] + "?host=/nowhere")
