"""Bring a database to the present tables; the way a new one is made too."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect

from hall_server.store.tables import metadata

if TYPE_CHECKING:
    from sqlalchemy import Engine

_SCRIPTS = Path(__file__).parent / "migrations"


def migrate(path: Path) -> tuple[str | None, str | None]:
    """Run the missing steps on the database at `path` (made when it is not there); the revisions before and after."""
    engine = _engine(path)
    try:
        with engine.connect() as connection:
            before = MigrationContext.configure(connection).get_current_revision()
        with engine.begin() as connection:
            config = _config()
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
        with engine.connect() as connection:
            return before, MigrationContext.configure(connection).get_current_revision()
    finally:
        engine.dispose()


def revision(path: Path) -> str | None:
    """Which step the database at `path` stands at."""
    engine = _engine(path)
    try:
        with engine.connect() as connection:
            return MigrationContext.configure(connection).get_current_revision()
    finally:
        engine.dispose()


def strangeness(path: Path) -> str:
    """How the tables at `path` differ from this program's: "no table pin_tries"; "" when they are the same.

    A revision is only a word; a database from between two releases may bear it with other tables.
    """
    engine = _engine(path)
    try:
        there = inspect(engine)
        tables = set(there.get_table_names())
        found = [f"no table {table.name}" for table in metadata.sorted_tables if table.name not in tables]
        for table in metadata.sorted_tables:
            if table.name in tables:
                columns = {column["name"] for column in there.get_columns(table.name)}
                wanted = set(table.columns.keys())
                found += [f"{table.name} without {name}" for name in wanted - columns]
                found += [f"{table.name} with {name}" for name in columns - wanted]
    finally:
        engine.dispose()
    return ", ".join(sorted(found))


def newest_revision() -> str | None:
    """The step that this program needs."""
    return ScriptDirectory.from_config(_config()).get_current_head()


def _engine(path: Path) -> Engine:
    return create_engine(f"sqlite:///{path.absolute()}")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    return config
