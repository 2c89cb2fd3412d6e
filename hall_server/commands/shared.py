"""What the hall's commands share: their options, reading the site file, finding the hall, saying the answer."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from config.site import Site
    from hall_server.store.sqlite_store import SqliteReader

DATA = click.option(
    "--data", type=click.Path(path_type=Path, file_okay=False), required=True, help="Folder of the hall's database."
)
SITE = click.option(
    "--site", "site_file", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The site file (TOML)."
)
JSON = click.option("--json", "as_json", is_flag=True, help="Answer as JSON, for scripts.")
PSEUDONYM_KEY = "pseudonym.key"


def site_of(path: Path) -> Site:
    """The checked site file, or an exit that names file, key and what was expected."""
    from config.errors import ConfigError
    from config.site import load_site
    from hall_server.app import hall_site

    try:
        site = load_site(path)
        hall_site(site, str(path))
    except ConfigError as error:
        raise click.ClickException(str(error)) from None
    return site


def file(data: Path) -> Path:
    """The database in a data folder."""
    from hall_server.store.sqlite_store import FILE_NAME

    path = data / FILE_NAME
    if not path.exists():
        raise click.ClickException(f"no hall in {data}: make one with `kapok hall init`")
    return path


def hall_in(data: Path) -> str:
    """The id of the hall whose database it is."""
    from hall_server.store.create import halls_in
    from hall_server.store.reading import UnreadableStoreError

    file(data)
    try:
        return halls_in(data)[0]
    except (UnreadableStoreError, IndexError):
        raise click.ClickException(f"{data} holds no hall that can be read; restore a backup") from None


def same_hall(data: Path, site: Site) -> None:
    """Leave when the database is another hall's, or older or newer than this program."""
    from hall_server.store.migrate import newest_revision, revision

    if (there := hall_in(data)) != site.hall.id:
        raise click.ClickException(f"{data} holds hall {there}, the site file is for {site.hall.id}")
    same_tables(data)
    if (stands := revision(file(data))) != newest_revision():
        raise click.ClickException(f"tables at {stands}, this program needs {newest_revision()}: kapok db migrate")


def same_tables(data: Path) -> None:
    """Leave when the tables are not what their revision promises."""
    from hall_server.store.migrate import strangeness

    if found := strangeness(file(data)):
        raise click.ClickException(f"{data} was made by another build of this program ({found}): make the hall anew")


def no_orphans(data: Path, site: Site) -> None:
    """Leave when tickets of today would be left without their queue or item."""
    from contextlib import closing

    from hall_server.app import hall_site
    from hall_server.app.before_start import orphans
    from hall_server.domain.business_day import business_day

    rules = hall_site(site)
    today = business_day(now(), rules.zone, rules.limits.day_rolls_at_min)
    with closing(reader(data)) as there:
        found = orphans(rules, there.live_tickets(today))
    if found:
        raise click.ClickException(found)


@contextmanager
def alone_in(data: Path) -> Iterator[None]:
    """Hold the data folder for this process, or leave with a sentence."""
    from hall_server.store.lock import FolderInUseError, sole_writer

    try:
        with sole_writer(data):
            yield
    except FolderInUseError as error:
        raise click.ClickException(f"{error}; stop it first") from None


def reader(data: Path) -> SqliteReader:
    """A reader of the hall in a data folder."""
    from hall_server.store.sqlite_store import SqliteReader

    return SqliteReader(file(data), hall_in(data))


def write_private(path: Path, text: str) -> None:
    """A new file that only its owner reads."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)


def say(found: object, words: str, *, as_json: bool) -> None:
    """The answer: words for people, JSON for scripts."""
    import msgspec

    click.echo(msgspec.json.encode(found).decode() if as_json else words)


def now() -> int:
    """UTC microseconds."""
    return time.time_ns() // 1000
