"""A connection to PostgreSQL that comes back: made when needed, given up when it fails, tried again with patience.

Knows no tickets. The address may hold a password: it is never logged; `shown` is what people may see.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg.conninfo import conninfo_to_dict

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.store.reading import UnreadableStoreError

if TYPE_CHECKING:
    from collections.abc import Callable

    Db = psycopg.Connection[tuple[Any, ...]]

_CONNECT_S = 5
_PATIENCE_S = (0.0, 0.2, 0.5, 1.0)  # after so many failures in a row nobody tries again before this
_SESSION = (
    "SET lock_timeout = '5s'",  # another process has the hall's head for so long: something is wrong there
    "SET statement_timeout = '60s'",
    "SET idle_in_transaction_session_timeout = '10s'",  # a process that was stopped lets the others go on
    "SET timezone = 'UTC'",
)
ANOTHERS_TURN = (psycopg.errors.DeadlockDetected, psycopg.errors.SerializationFailure)
"""Nothing was done and nothing is wrong: the same work again."""


def shown(address: str) -> str:
    """The address without its password."""
    try:
        parts = conninfo_to_dict(address)
    except psycopg.Error:
        return "postgresql://?"
    return f"postgresql://{parts.get('host') or 'localhost'}/{parts.get('dbname') or parts.get('user') or ''}"


def connect(address: str) -> Db:
    """A connection with the settings that the guarantees rest on; UnreadableStoreError when there is none to be had."""
    try:
        db = psycopg.connect(address, autocommit=True, connect_timeout=_CONNECT_S, application_name="kapok")
        for setting in _SESSION:
            db.execute(setting.encode())
        if db.execute("SHOW synchronous_commit").fetchone() == ("off",):  # would forget numbers in a power cut
            db.execute("SET synchronous_commit = on")
    except psycopg.Error as error:
        raise UnreadableStoreError(f"{shown(address)}: {sentence(error)}") from error
    return db


def sentence(error: Exception) -> str:
    """The first line of what the driver says."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0]


def no_text() -> HallProblem:
    """What somebody sent holds a character that PostgreSQL keeps in no text: NUL."""
    return HallProblem(ProblemCode.BAD_REQUEST, "a text holds a character that no text may hold")


class Link:
    """One connection, for one thread. `greet` is said on each new one."""

    def __init__(self, address: str, greet: Callable[[Db], object] = lambda _: None) -> None:
        self.address = address
        self._greet = greet
        self._db: Db | None = None
        self._failures = 0
        self._not_before = 0.0

    def get(self) -> Db:
        """The connection; made anew when it was lost. UnreadableStoreError when it is too early or does not work."""
        if self._db is not None and not self._db.closed and not self._db.broken:
            return self._db
        if time.monotonic() < self._not_before:
            raise UnreadableStoreError(f"{shown(self.address)}: no connection")
        began = time.monotonic()
        try:
            db = connect(self.address)
            self._greet(db)
            self._db = db
        except (UnreadableStoreError, psycopg.Error):
            self._failures = min(self._failures + 1, len(_PATIENCE_S) - 1)
            now = time.monotonic()  # who was kept waiting by a machine that says nothing does not ask it all the time
            self._not_before = now + max(_PATIENCE_S[self._failures], now - began)
            raise
        self._failures = 0
        return self._db

    def drop(self) -> None:
        """Whatever it was doing is undone."""
        if self._db is not None:
            self._db.close()
            self._db = None
