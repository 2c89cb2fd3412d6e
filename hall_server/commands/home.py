"""Where the commands find a hall: its folder on this machine, and its tables in a file there or in a database."""

from __future__ import annotations

import asyncio
import functools
import secrets
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hall_server.commands.shared import write_private

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hall_server.domain.seams import Transaction
    from hall_server.store.place import Place
    from hall_server.store.reading import HallReader

PSEUDONYM_KEY, SIGNING_KEY = "pseudonym.key", "signing.key"
_KEY_BYTES = 32
_FOLDER = click.option(
    "--data", type=click.Path(path_type=Path, file_okay=False), required=True, help="Folder of the hall's own files."
)
_MAY_FOLDER = click.option("--data", type=click.Path(path_type=Path, file_okay=False), help="The hall's folder.")
_DATABASE = click.option(
    "--database",
    default="",
    envvar="KAPOK_DATABASE",
    help="Address of a PostgreSQL database (or KAPOK_DATABASE); without it the tables are a SQLite file in the folder.",
)
_HALL = click.option("--hall", "hall_id", default="", help="Which hall, where a database holds several.")


@dataclass(frozen=True)
class Home:
    """The folder and the database of a hall; `hall_id` only where a command was told which."""

    folder: Path
    database: str = ""
    hall_id: str = ""

    @property
    def where(self) -> Path | str:
        """What the store takes: the file's path, or the database's address."""
        from hall_server.store.sqlite_store import FILE_NAME

        return self.database or self.folder / FILE_NAME

    @property
    def shown(self) -> str:
        """What people may see of it."""
        return self.place().shown if self.database else str(self.folder)

    @property
    def private(self) -> Path:
        """The file of the hall's own secret, with which pseudonyms are made."""
        return self.folder / PSEUDONYM_KEY

    def pseudonym_key(self) -> bytes:
        """The key itself; nothing when it is not there, or no key: who serves says what that means."""
        try:
            return bytes.fromhex(self.private.read_text().strip())
        except (OSError, ValueError):
            return b""

    def signing_key(self) -> bytes:
        """What the hall signs profiles with; made when it is not there yet, for its owner only."""
        path = self.folder / SIGNING_KEY
        with suppress(FileExistsError):
            write_private(path, secrets.token_hex(32) + "\n")
        try:
            key = bytes.fromhex(path.read_text().strip())
        except (OSError, ValueError):
            key = b""
        if len(key) != _KEY_BYTES:
            raise click.ClickException(f"{path} is no key; restore it from a backup, or enrol every kiosk anew")
        return key

    def place(self) -> Place:
        """The database; leaves when there is none."""
        from hall_server.store.place import place_of

        if not self.database and not Path(self.where).exists():
            raise click.ClickException(f"no hall in {self.folder}: make one with `kapok hall init`")
        return place_of(self.where)

    def halls(self) -> list[str]:
        """The halls that are there; leaves when it is no hall's database or cannot be reached."""
        from hall_server.store.reading import UnreadableStoreError

        place = self.place()
        try:
            return place.halls()
        except UnreadableStoreError as error:
            said = str(error) if self.database else f"{self.folder} holds no hall that can be read; restore a backup"
            raise click.ClickException(said) from None

    def hall(self) -> str:
        """The hall that is meant; leaves when that is not clear."""
        halls = self.halls()
        if self.hall_id:
            if self.hall_id not in halls:
                raise click.ClickException(f"no hall {self.hall_id} in {self.shown}")
            return self.hall_id
        if not halls:
            raise click.ClickException(f"{self.shown} holds no hall that can be read; restore a backup")
        if len(halls) > 1:
            raise click.UsageError(f"{self.shown} holds {len(halls)} halls; say which with --hall")
        return halls[0]

    def reader(self) -> HallReader:
        """A reader of the hall."""
        return self.place().reader(self.hall())

    def run(self, work: Callable[[Transaction], None]) -> None:
        """One transaction of the hall, beside whoever serves it. Raises HallProblem."""
        if self.database:
            asyncio.run(self._run_on_postgres(work))
            return
        from hall_server.store.sqlite_store import SqliteStore

        store = SqliteStore(Path(self.where), self.hall())
        try:
            store.run(work)
        finally:
            store.close()

    async def _run_on_postgres(self, work: Callable[[Transaction], None]) -> None:
        from hall_server.app.stores import on_postgres

        stores = on_postgres(self.database, self.hall(), asyncio.get_running_loop())
        try:
            await stores.commits.submit(work)
        finally:
            stores.close()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the folder's file for this process, or leave with a sentence. A database guards itself."""
        from hall_server.store.lock import FolderInUseError, sole_writer

        if self.database:
            yield
            return
        try:
            with sole_writer(self.folder):
                yield
        except FolderInUseError as error:
            raise click.ClickException(f"{error}; stop it first") from None


def at_home(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say where a hall is; the command gets them as `home`. Its site file says which hall."""
    return _with_home(_FOLDER, _DATABASE)(command)


def at_home_of(command: Callable[..., None]) -> Callable[..., None]:
    """The same for a command without a site file."""
    return _with_home(_FOLDER, _DATABASE, _HALL)(command)


def at_home_if_told(command: Callable[..., None]) -> Callable[..., None]:
    """The same for a command that may do without: `home` is None when no folder was told."""

    @functools.wraps(command)
    def told(data: Path | None, database: str, hall_id: str, **others: object) -> None:
        command(home=None if data is None else Home(data, database, hall_id), **others)

    decorated: Callable[..., None] = told
    for option in (_HALL, _DATABASE, _MAY_FOLDER):
        decorated = option(decorated)
    return decorated


def _with_home(*options: Callable[..., Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(command)
        def told(data: Path, database: str, hall_id: str = "", **others: object) -> None:
            from hall_server.store.place import is_address

            if database and not is_address(database):
                raise click.UsageError("--database takes an address such as postgresql://kapok@localhost/halls")
            command(home=Home(data, database, hall_id), **others)

        decorated: Callable[..., None] = told
        for option in reversed(options):
            decorated = option(decorated)
        return decorated

    return decorate
