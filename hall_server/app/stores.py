"""Which store a hall runs on: a SQLite file in its folder, or a PostgreSQL database that others may serve too."""

from __future__ import annotations

import logging
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hall_server.store.floor import INLINE_BELOW_S, measure_floor
from hall_server.store.group_commit import GroupCommit
from hall_server.store.sqlite_store import BUSY_INLINE_MS, BUSY_MS, FILE_NAME, SqliteReader, SqliteStore, make_log_room

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hall_server.store.group_commit import Loop
    from hall_server.store.postgres.stores import HallCommits
    from hall_server.store.reading import HallReader

_log = logging.getLogger("kapok.hall")


@dataclass(frozen=True)
class Stores:
    """A hall's commits and reader, and how to end them: what is waiting is committed first."""

    commits: GroupCommit | HallCommits
    reader: HallReader
    close: Callable[[], None]


def on_sqlite(data: Path, hall_id: str, loop: Loop, *, threaded: bool | None) -> Stores:
    """The only writer of a file. `threaded` None = measured."""
    floor_s = _floor(data)
    in_thread = floor_s >= INLINE_BELOW_S if threaded is None else threaded
    make_log_room(data / FILE_NAME)
    store = SqliteStore(data / FILE_NAME, hall_id, busy_ms=BUSY_MS if in_thread else BUSY_INLINE_MS)
    _log.info("commits=%s fsync_ms=%.3f", "thread" if in_thread else "inline", floor_s * 1000)
    commits, reader = GroupCommit(store, loop, threaded=in_thread), SqliteReader(data / FILE_NAME, hall_id)

    def close() -> None:
        commits.close()
        reader.close()
        store.close()  # last: it folds the write-ahead log back

    return Stores(commits, reader, close)


def _floor(data: Path) -> float:
    """The measured floor. A disk that is full takes nothing now: it is no fast one, and no reason not to open."""
    try:
        return measure_floor(data)
    except OSError as error:
        _log.warning("fsync cannot be measured error=%r", error.strerror)
        return math.inf


def on_postgres(address: str, hall_id: str, loop: Loop) -> Stores:
    """One of the writers of a database; its thread waits for the network, not the loop.

    What it needs is loaded here: a hall on a file does without the driver's ten megabytes.
    """
    from hall_server.store.postgres.link import shown
    from hall_server.store.postgres.reader import PostgresReader
    from hall_server.store.postgres.stores import ManyHalls
    from hall_server.store.postgres.writer import PostgresWriter

    halls = ManyHalls(PostgresWriter(address), loop, [hall_id])
    commits, reader = halls.of(hall_id), PostgresReader(address, hall_id)
    _log.info("commits=thread database=%s", shown(address))

    def close() -> None:
        halls.close()
        reader.close()

    return Stores(commits, reader, close)
