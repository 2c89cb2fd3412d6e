"""A new hall: tables where there are none, the beginning of its chain, its first life."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from config.durable import move
from hall_server.store import statements as sql
from hall_server.store.chain import genesis
from hall_server.store.migrate import InUseError, migrate, newest_revision, revision
from hall_server.store.place import place_of
from hall_server.store.sqlite_store import FILE_NAME
from hall_server.store.tables import CREATED

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.store.prepared import Value

_UNFINISHED = f"{FILE_NAME}.new"


class OtherTablesError(Exception):
    """The database stands at another revision than this program's."""


def create_hall(
    where: Path | str, hall_id: str, incarnation: str, at: int, keep_secret: Callable[[], None] = lambda: None
) -> None:
    """Make a hall in a data folder (a file of its own) or in a PostgreSQL database (beside others).

    `keep_secret` is called when all else is made; a file gets its name after it: a hall that stands has its secret.
    FileExistsError when it is there already; OtherTablesError when other halls are there with other tables.
    """
    if isinstance(where, Path):
        file = where / FILE_NAME
        if file.exists():
            raise FileExistsError(file)
        unfinished = _new_file(where)
        _begin(unfinished, hall_id, incarnation, at)
        keep_secret()
        move(unfinished, file)
    else:
        make_tables(where)
        _begin(where, hall_id, incarnation, at)
        keep_secret()


def cut_off(folder: Path) -> bool:
    """Whether a hall was being made in a folder when the power went; making it again ends that."""
    return (folder / _UNFINISHED).exists()


def _new_file(folder: Path) -> Path:
    """Tables in a file that gets its name when a hall is in it: one that was cut off while it was made is no hall."""
    file = folder / _UNFINISHED
    for end in ("", "-journal", "-wal", "-shm"):
        file.with_name(file.name + end).unlink(missing_ok=True)
    migrate(file)
    file.chmod(0o600)
    return file


def _begin(where: Path | str, hall_id: str, incarnation: str, at: int) -> None:
    place = place_of(where)
    if hall_id in place.halls():
        raise FileExistsError(f"hall {hall_id} in {place.shown}")
    head: dict[str, Value] = {"hall_id": hall_id, "n": 0, "hash": genesis(hall_id), "version": 0}
    life: dict[str, Value] = {"hall_id": hall_id, "ordinal": 1, "id": incarnation, "n": 0, "at": at, "cause": CREATED}
    place.change([(sql.NEW_HEAD, head), (sql.NEW_INCARNATION, life)])


def make_tables(address: str) -> None:
    """Tables in an empty PostgreSQL database; those that are there are left alone."""
    stands = revision(address)
    if stands is None:
        try:
            migrate(address)
        except InUseError as error:
            raise OtherTablesError(str(error)) from error
    elif stands != newest_revision():
        raise OtherTablesError(f"tables at {stands}, this program needs {newest_revision()}: kapok db migrate")


def halls_in(data: Path) -> list[str]:
    """The ids of the halls in a data folder's database; UnreadableStoreError when it is none."""
    return place_of(data / FILE_NAME).halls()
