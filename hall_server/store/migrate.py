"""Bring a database to the present tables; the way a new one is made too. The same steps on both dialects."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from psycopg.errors import LockNotAvailable
from sqlalchemy import create_engine, event, inspect, make_url, text
from sqlalchemy.exc import OperationalError

from hall_server.store.lock import SERVED_KEY

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from sqlalchemy import Connection, Engine

_SCRIPTS = Path(__file__).parent / "migrations"
_NOT_OURS = "alembic_version"
_LEAVING_S = 2  # a server that was just stopped is given up by PostgreSQL a moment later

Where = Path | str
"""A SQLite file, or the address of a PostgreSQL database."""


class InUseError(Exception):
    """Servers are at work on this database, or somebody else brings its tables up."""


def migrate(where: Where) -> tuple[str | None, str | None]:
    """Run the missing steps (a SQLite file is made when it is not there); the revisions before and after.

    InUseError when a PostgreSQL database is being served; who serves a file is told by its folder's lock.
    """
    with _engine(where) as engine, _nobody_else(engine):
        with engine.connect() as connection:
            before = _revision(connection)
        with engine.begin() as connection:
            _upgrade(connection, "head")
        with engine.connect() as connection:
            return before, _revision(connection)


def revision(where: Where) -> str | None:
    """Which step the database stands at; None when no step was ever run."""
    with _engine(where) as engine, engine.connect() as connection:
        return _revision(connection)


def strangeness(where: Where) -> str:
    """How the tables differ from those of the revision that they bear: "no table pin_tries"; "" when they are the same.

    A revision is only a word; a database from between two releases may bear it with other tables. One that this program
    does not know at all is of a newer program.
    """
    with _engine(where) as engine, engine.connect() as connection:
        stands = _revision(connection)
        there = _columns(connection)
    if stands is None:
        return f"tables without a revision: {', '.join(sorted(there))}" if there else ""
    if stands not in _steps():
        return f"revision {stands}, the newest known here is {newest_revision()}"
    wanted = _tables_at(stands)
    found = [f"no table {name}" for name in wanted.keys() - there.keys()]
    for name in wanted.keys() & there.keys():
        found += [f"{name} without {column}" for column in wanted[name] - there[name]]
        found += [f"{name} with {column}" for column in there[name] - wanted[name]]
    return ", ".join(sorted(found))


@cache
def newest_revision() -> str | None:
    """The step that this program needs."""
    return ScriptDirectory.from_config(_config()).get_current_head()


@cache
def _tables_at(stands: str) -> dict[str, set[str]]:
    """What the steps up to a revision make, found out by running them on a database in memory."""
    with _engine("sqlite://") as engine, engine.begin() as connection:
        _upgrade(connection, stands)
        return _columns(connection)


def _columns(connection: Connection) -> dict[str, set[str]]:
    there = inspect(connection)
    return {
        name: {column["name"] for column in there.get_columns(name)}
        for name in there.get_table_names()
        if name != _NOT_OURS
    }


def _upgrade(connection: Connection, target: str) -> None:
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, target)


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


@cache
def _steps() -> set[str]:
    return {step.revision for step in ScriptDirectory.from_config(_config()).walk_revisions()}


@contextmanager
def _nobody_else(engine: Engine) -> Iterator[None]:
    if engine.dialect.name != "postgresql":
        yield
        return
    with engine.begin() as guard:  # the lock ends with this transaction: a session's would outlive its connection a bit
        guard.execute(text(f"SET LOCAL lock_timeout = '{_LEAVING_S}s'"))
        try:
            guard.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": SERVED_KEY})
        except OperationalError as error:
            if not isinstance(error.orig, LockNotAvailable):
                raise
            raise InUseError("the database is in use by halls that are served from it; stop them first") from error
        yield


@contextmanager
def _engine(where: Where) -> Iterator[Engine]:
    if isinstance(where, Path):
        engine = create_engine(f"sqlite:///{where.absolute()}")
        event.listen(engine, "connect", _whole_or_not_at_all)
        event.listen(engine, "begin", _begin)
    else:
        url = make_url(where)
        engine = create_engine(url.set(drivername="postgresql+psycopg") if url.drivername != "sqlite" else url)
    try:
        yield engine
    finally:
        engine.dispose()


def _whole_or_not_at_all(db: sqlite3.Connection, _: object) -> None:
    """Transactions are ours: left to itself the driver commits each change of a table alone.

    A power cut between two of them would leave tables of no revision. EXTRA also syncs that the journal is gone, which
    would undo the last commit when it came back.
    """
    db.isolation_level = None
    db.execute("PRAGMA synchronous = EXTRA")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    return config
