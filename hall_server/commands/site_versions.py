"""`kapok hall site draft|diff|publish|list|rollback`: versions of the site file in the hall's own book of records.

As the catalogue's versions: nothing is edited, everything is kept with who did it, and an older one may hold again.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from hall_server.commands.catalogue import day_of, not_past
from hall_server.commands.held_site import publications, sealed, site_in, text_of
from hall_server.commands.home import at_home, at_home_of
from hall_server.commands.shared import JSON, SITE, newest_tables, now, same_hall, say, site_of

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from hall_server.commands.home import Home
    from hall_server.domain.records import Record
    from hall_server.domain.seams import Transaction
    from hall_server.domain.site_versions import Published

_DAY = click.DateTime(formats=["%Y-%m-%d"])
_FROM = click.option("--from", "first", type=_DAY, help="First business day, today or later; today when left out.")
_BY = click.option("--by", required=True, help="Staff number of whoever does it; kept beside it.")


@click.group(
    "site",
    epilog=(
        "\b\nA change that holds from Monday on, and back again:\n"
        "  kapok hall site draft    --data hall/ --site new.toml --by 0100     looked over, kept, not in force\n"
        "  kapok hall site diff     --data hall/ --site hall.toml 3f2a9c0d11e4b7a5\n"
        "  kapok hall site publish  --data hall/ --site hall.toml 3f2a9c0d11e4b7a5 --from 2026-12-07 --by 0200\n"
        "  kapok hall site list     --data hall/\n"
        "  kapok hall site rollback --data hall/ --site hall.toml --by 0200\n"
    ),
)
def site() -> None:
    """Versions of the site file: draft, compare, publish, roll back. A server takes up what holds when it starts."""


@site.command(epilog="\b\nExample:  kapok hall site draft --data hall/ --site new.toml --by 0100")
@at_home
@SITE
@_BY
@JSON
def draft(home: Home, site_file: Path, *, by: str, as_json: bool) -> None:
    """Keep a site file as a draft: it is checked now and in force only once somebody publishes it."""
    from hall_server.domain.site_versions import draft_record, version_of

    made = site_of(site_file)
    same_hall(home, made)
    if made.user:
        raise click.ClickException(
            f"{site_file}: user: nobody in a draft, which is kept for ever; accounts are kept on /people"
        )
    text = site_file.read_text(encoding="utf-8")
    version = version_of(text)
    record = draft_record(text, now(), by)
    if not any(one.kind == record.kind for one in home.reader().records_about(version)):  # asked twice: once
        home.run(partial(_keep, record))
    say({"version": version}, f"draft {version}: kapok hall site diff, then kapok hall site publish", as_json=as_json)


@site.command(epilog="\b\nExample:  kapok hall site diff --data hall/ --site hall.toml 3f2a9c0d11e4b7a5")
@at_home
@SITE
@click.argument("version")
@JSON
def diff(home: Home, site_file: Path, *, version: str, as_json: bool) -> None:
    """Key by key, what a draft changes of what holds today."""
    from config.flat import changes, flat
    from hall_server.commands.held_site import held_site

    held, holds = held_site(home, site_file)
    reader = home.place().reader(held.hall.id)
    found = changes(flat(held), flat(site_in(site_file, version, text_of(reader, version))))
    words = [f"{one.key}: {_side(one.before)} -> {_side(one.after)}" for one in found] or ["no differences"]
    say({"before": holds, "after": version, "changes": found}, "\n".join(words), as_json=as_json)


@site.command(epilog="\b\nExample:  kapok hall site publish --data hall/ --site hall.toml 3f2a9c0d11e4b7a5 --by 0200")
@at_home
@SITE
@click.argument("version")
@_FROM
@_BY
@JSON
def publish(home: Home, site_file: Path, *, version: str, first: datetime | None, by: str, as_json: bool) -> None:
    """Let a draft hold from a business day on, sealed with the hall's key. The service takes it up when it starts."""
    own = site_of(site_file)
    same_hall(home, own)
    site_in(site_file, version, text_of(home.place().reader(own.hall.id), version))  # it can still be used
    _published(home, own.hall.id, version, first, by, as_json=as_json)


@site.command(epilog="\b\nExample:  kapok hall site rollback --data hall/ --site hall.toml --by 0200")
@at_home
@SITE
@click.option("--to", "version", default="", help="Which version; the one before the newest publication if not.")
@_FROM
@_BY
@JSON
def rollback(home: Home, site_file: Path, *, version: str, first: datetime | None, by: str, as_json: bool) -> None:
    """Let the version before hold again, from today on or a later day."""
    own = site_of(site_file)
    same_hall(home, own)
    reader = home.place().reader(own.hall.id)
    there = publications(reader)
    earlier = [one.version for one in there if one.version != there[-1].version]
    if not version and not earlier:
        raise click.ClickException("nothing was published before; see `kapok hall site list`")
    version = version or earlier[-1]
    site_in(site_file, version, text_of(reader, version))
    _published(home, own.hall.id, version, first, by, as_json=as_json)


@site.command("list", epilog="\b\nExample:  kapok hall site list --data hall/")
@at_home_of
@JSON
def list_(home: Home, *, as_json: bool) -> None:
    """Drafts and publications, oldest first, who did it, and which version holds today."""
    from hall_server.domain.site_versions import DRAFTED, holds_on

    newest_tables(home)
    hall, reader = home.hall(), home.reader()
    drafts = reader.records(DRAFTED, 0, 500)
    published, today = publications(reader), day_of(None)
    held = holds_on(published, today)
    words = [f"draft     {one.about}  by {one.actor}" for one in drafts]
    words += [
        f"published {_line(one)}{'' if sealed(home, hall, one) else '  NO SEAL OF THIS HALL'}" for one in published
    ]
    words.append(f"{today}: {held.version if held else 'the site file of whoever serves'}")
    told = {"drafts": [one.about for one in drafts], "published": published, "holds": held.version if held else None}
    say(told, "\n".join(words), as_json=as_json)


def _published(home: Home, hall: str, version: str, first: datetime | None, by: str, *, as_json: bool) -> None:
    from hall_server.domain.site_versions import SitePublished, publication_record, seal_of

    key = home.pseudonym_key()
    if not key:
        raise click.ClickException(f"{home.private} cannot be read: publish where the hall's key is")
    day = not_past(first, day_of(None))
    record = publication_record(version, SitePublished(day, seal_of(key, hall, version, day, by)), now(), by)
    home.run(partial(_keep, record))
    words = f"{version} holds from {day} on; the service takes it up when it starts on that day or later"
    say({"version": version, "first": day}, words, as_json=as_json)


def _keep(record: Record, tx: Transaction) -> None:
    tx.add_record(record)


def _line(one: Published) -> str:
    return f"{one.version}  from {one.first}  by {one.by}"


def _side(value: object) -> str:
    import msgspec

    return "(none)" if value is None else msgspec.json.encode(value).decode()
