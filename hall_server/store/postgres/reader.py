"""What is committed in PostgreSQL, on a connection of its own: a `seams.Reader`."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import psycopg

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.store.postgres.link import Link, no_text
from hall_server.store.reading import HallReader, UnreadableStoreError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hall_server.domain.hall_state import ApiKey
    from hall_server.domain.machines import Machine
    from hall_server.store.prepared import Prepared, Value

_KEYS_AT_MOST = 10_000
KEYS_LAST_S = 1.0  # for so long a key that was revoked may still be let in


class PostgresReader(HallReader):
    """One hall's committed rows. When the database is away, HallProblem(store_unavailable).

    Readers of many halls in one thread may share a link.
    """

    def __init__(self, address: str | Link, hall_id: str) -> None:
        self._link = Link(address) if isinstance(address, str) else address
        self.hall_id = hall_id
        self._keys: dict[str, tuple[float, ApiKey | None]] = {}
        self._machines: dict[str, tuple[float, Machine | None]] = {}

    def close(self) -> None:
        self._link.drop()

    @contextmanager
    def whole(self) -> Iterator[None]:
        try:
            db = self._link.get()
            if db.info.transaction_status != psycopg.pq.TransactionStatus.IDLE:
                yield
                return
            db.execute(b"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        except (psycopg.OperationalError, UnreadableStoreError) as error:
            raise self._away() from error
        try:
            yield
        finally:
            if not db.closed:
                db.execute(b"COMMIT")

    def damage(self) -> list[str]:
        return []  # its pages are the database server's business

    def stream(self, statement: Prepared, values: dict[str, Value]) -> Iterable[Any]:
        text = statement.postgres
        with self.whole(), self._link.get().cursor("stream") as cursor:
            cursor.itersize = 5_000
            cursor.execute(text.sql.encode(), text.values(values))
            yield from cursor

    def run_with(self, statement: Prepared, values: dict[str, Value]) -> list[Any]:
        text = statement.postgres
        for again in (True, False):  # a connection that was lost while nobody read is made anew, once
            try:
                db = self._link.get()
                inside = db.info.transaction_status != psycopg.pq.TransactionStatus.IDLE
                return db.execute(text.sql.encode(), text.values(values)).fetchall()
            except UnreadableStoreError as error:
                raise self._away() from error
            except psycopg.DataError as error:
                raise no_text() from error
            except psycopg.OperationalError as error:
                self._link.drop()
                if inside or not again:
                    raise self._away() from error
        raise AssertionError

    def api_key(self, key_id: str) -> ApiKey | None:
        """As everybody's; remembered for a moment, because every request asks."""
        now = time.monotonic()
        until, key = self._keys.get(key_id, (0.0, None))
        if now >= until:
            key = super().api_key(key_id)
            if len(self._keys) > _KEYS_AT_MOST:  # made-up ids
                self._keys.clear()
            self._keys[key_id] = (now + KEYS_LAST_S, key)
        return key

    def machine(self, key_id: str) -> Machine | None:
        """The same: a signed request asks for both."""
        now = time.monotonic()
        until, machine = self._machines.get(key_id, (0.0, None))
        if now >= until:
            machine = super().machine(key_id)
            if len(self._machines) > _KEYS_AT_MOST:
                self._machines.clear()
            self._machines[key_id] = (now + KEYS_LAST_S, machine)
        return machine

    def _away(self) -> HallProblem:
        self._link.drop()
        return HallProblem(ProblemCode.STORE_UNAVAILABLE, retry_after_s=1)
