"""The tables as they are made: golden in both dialects, and the same whether migrated or made at once."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
from sqlalchemy import create_engine
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from hall_server.store import statements
from hall_server.store.all_tables import metadata
from hall_server.store.migrate import migrate, newest_revision, revision, strangeness
from hall_server.store.quick_look import is_newest, newest_step

if TYPE_CHECKING:
    from hall_server.store.prepared import Prepared

GOLDEN = Path(__file__).parents[1] / "golden" / "hall_server"


def ddl(dialect: object) -> str:
    made = []
    for table in metadata.sorted_tables:
        made.append(CreateTable(table).compile(dialect=dialect))  # type: ignore[arg-type]  # dialects are untyped
        made += [CreateIndex(index).compile(dialect=dialect) for index in sorted(table.indexes, key=lambda i: i.name)]
    lines = (line.rstrip() for one in made for line in str(one).strip().splitlines())
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(("name", "dialect"), [("sqlite", sqlite.dialect()), ("postgresql", postgresql.dialect())])
def test_the_tables_are_as_pinned(name: str, dialect: object) -> None:
    golden = GOLDEN / f"tables_{name}.sql"
    if os.environ.get("KAPOK_REGEN"):
        golden.write_text(ddl(dialect))
    assert ddl(dialect) == golden.read_text(), f"a change of schema needs a migration and a new {golden.name}"


def schema(path: Path) -> set[str]:
    db = sqlite3.connect(path)
    rows = db.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'alembic%'").fetchall()
    db.close()
    return {" ".join(row[0].replace('"', "").split()) for row in rows}  # a renamed table is quoted


def test_migrating_makes_the_same_tables(tmp_path: Path) -> None:
    migrated, made = tmp_path / "migrated", tmp_path / "made"
    assert migrate(migrated) == (None, newest_revision())
    engine = create_engine(f"sqlite:///{made}")
    metadata.create_all(engine)
    engine.dispose()
    assert schema(migrated) == schema(made)


def test_both_dialects_are_migrated_to_the_same_columns(tmp_path: Path, database: str) -> None:
    for where in (tmp_path / "hall", database):
        assert migrate(where) == (None, newest_revision())
        assert (revision(where), strangeness(where)) == (newest_revision(), "")
    with psycopg.connect(database) as db:
        db.execute("ALTER TABLE pin_tries DROP COLUMN tries")
    assert strangeness(database) == "pin_tries without tries"


def test_migrating_twice_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "hall%20.sqlite3"
    migrate(path)
    assert migrate(path) == (newest_revision(), newest_revision())
    assert revision(path) == newest_revision()


@pytest.mark.parametrize(
    ("name", "index"),
    [
        ("LINE", "ticket_line"),
        ("AHEAD", "COVERING INDEX ticket_line"),
        ("AT_COUNTER", "ticket_desk"),
        ("AT_COUNTERS", "ticket_desk"),
        ("IN_LINE", "ticket_line"),
        ("EVENTS", "PRIMARY KEY"),
        ("EVENTS_OF", "COVERING INDEX ticket_later"),
        ("KEPT", "PRIMARY KEY"),
        ("NUMBERS", "PRIMARY KEY"),
        ("TICKET", "sqlite_autoindex_ticket_1"),
    ],
)
def test_each_hot_statement_uses_its_index(tmp_path: Path, name: str, index: str) -> None:
    path = tmp_path / "hall"
    migrate(path)
    statement: Prepared = getattr(statements, name)
    given = {"hall_id": "h", "queue": "A", "counter": 1, "place": 1, "business_day": "d", "most": 1, "after": 0}
    db = sqlite3.connect(path)
    values = statement.values({**given, "id": "t", "ticket_id": "t", "key": "k"})
    plan = " ".join(row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {statement.sql}", values))
    db.close()
    assert index in plan
    assert "TEMP B-TREE" not in plan


def test_the_quick_look_knows_this_programs_tables_and_no_others(tmp_path: Path) -> None:
    path = tmp_path / "hall.sqlite3"
    migrate(path)
    assert newest_step() == newest_revision()
    assert is_newest(path)
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("ALTER TABLE pin_tries DROP COLUMN tries")
    assert not is_newest(path)
    path.write_bytes(b"no database at all" * 500)
    assert not is_newest(path)
