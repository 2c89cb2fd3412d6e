"""What the hall's commands share: their options, reading the site file, finding the hall, saying the answer."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from config.site import Site
    from hall_server.commands.home import Home

SITE = click.option(
    "--site", "site_file", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The site file (TOML)."
)
JSON = click.option("--json", "as_json", is_flag=True, help="Answer as JSON, for scripts.")


def site_of(path: Path) -> Site:
    """The checked site file, or an exit that names file, key and what was expected."""
    from config.errors import ConfigError
    from config.site import load_site

    try:
        return checked_site(load_site(path), path)
    except ConfigError as error:
        raise click.ClickException(str(error)) from None


def checked_site(site: Site, path: Path) -> Site:
    """The same site, once the rules have looked at its words too. Raises ConfigError."""
    from hall_server.app import hall_site

    hall_site(site, str(path))
    return site


def same_hall(home: Home, site: Site) -> None:
    """Leave when the database is another hall's, or older or newer than this program."""
    if site.hall.id not in (halls := home.halls()):
        raise click.ClickException(f"{home.shown} holds hall {', '.join(halls)}, the site file is for {site.hall.id}")
    newest_tables(home)


def newest_tables(home: Home) -> None:
    """Leave when the tables are not those of this program."""
    from hall_server.store.quick_look import is_newest

    if is_newest(home.where):
        return
    from hall_server.store.migrate import newest_revision, revision

    same_tables(home)
    if (stands := revision(home.where)) != newest_revision():
        raise click.ClickException(f"tables at {stands}, this program needs {newest_revision()}: kapok db migrate")


def same_tables(home: Home) -> None:
    """Leave when the tables are not what their revision promises."""
    from hall_server.store.migrate import strangeness

    if found := strangeness(home.where):
        raise click.ClickException(f"{home.shown} was made by another build of this program ({found}): make it anew")


def no_orphans(home: Home, site: Site) -> None:
    """Leave when tickets of today would be left without their queue or item."""
    from contextlib import closing

    from hall_server.app import hall_site
    from hall_server.app.before_start import orphans
    from hall_server.domain.business_day import business_day

    rules = hall_site(site)
    today = business_day(now(), rules.zone, rules.limits.day_rolls_at_min)
    with closing(home.place().reader(site.hall.id)) as there:
        found = orphans(rules, there.live_tickets(today), {one.version for one in there.snapshots()})
    if found:
        raise click.ClickException(found)


def write_private(path: Path, text: str) -> None:
    """A new file that only its owner reads, whole or not there; FileExistsError when it is."""
    from config.durable import new_file

    with new_file(path) as made:
        made.write_text(text)


def say(found: object, words: str, *, as_json: bool) -> None:
    """The answer: words for people, JSON for scripts."""
    import msgspec

    click.echo(msgspec.json.encode(found).decode() if as_json else words)


def now() -> int:
    """UTC microseconds."""
    return time.time_ns() // 1000
