"""`kapok hall items list|diff|publish|rollback`: which version of the catalogue holds from which day on (CL-B3).

Works beside a running server, which looks every few seconds, and without one. Words in, words out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hall_server.commands.home import at_home, at_home_of
from hall_server.commands.shared import JSON, SITE, newest_tables, now, same_hall, say, site_of

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from hall_server.commands.home import Home
    from hall_server.domain.items.catalogue import Catalogue
    from hall_server.domain.items.snapshots import Published
    from hall_server.store.reading import HallReader

_DAY = click.DateTime(formats=["%Y-%m-%d"])
_FROM = click.option("--from", "first", type=_DAY, help="First business day, today or later; today when left out.")
_BY = click.option("--by", default="command", show_default=True, help="Who publishes it, for the list.")


@click.group(
    "items",
    epilog=(
        "\b\nA new version that holds from Monday on, and back again:\n"
        "  kapok hall items publish  --data hall/ --site new.toml --from 2026-03-02\n"
        "  kapok hall items list     --data hall/\n"
        "  kapok hall items diff     --data hall/ 3f2a9c0d11e4b7a5 9b1e6d3c5a7f0012\n"
        "  kapok hall items rollback --data hall/ 3f2a9c0d11e4b7a5\n"
    ),
)
def versions() -> None:
    """Versions of the catalogue of service items: list, compare, publish, roll back. Tickets keep theirs."""


@versions.command("list", epilog="\b\nExample:  kapok hall items list --data hall/ --on 2026-03-02")
@at_home_of
@click.option("--on", "day", type=_DAY, help="Which version holds on this business day; today when left out.")
@JSON
def list_(home: Home, *, day: datetime | None, as_json: bool) -> None:
    """Everything that was ever published, oldest first, and which version holds."""
    from contextlib import closing

    from hall_server.domain.items.snapshots import history_of

    newest_tables(home)
    with closing(home.reader()) as reader:
        published = reader.snapshots()
    on = day_of(day)
    holds = history_of(published).version_on(on)
    lines = [f"{one.n:>3}  {one.version}  from {one.effective_from}  by {one.by}" for one in published]
    words = [*lines, f"{on}: {holds or 'the site file of whoever serves'}"]
    say({"on": on, "holds": holds, "publications": published}, "\n".join(words), as_json=as_json)


@versions.command(epilog="\b\nExample:  kapok hall items publish --data hall/ --site new.toml --from 2026-03-02")
@at_home
@SITE
@_FROM
@_BY
@JSON
def publish(home: Home, site_file: Path, *, first: datetime | None, by: str, as_json: bool) -> None:
    """Publish the catalogue of a site file: it holds from a business day on."""
    from contextlib import closing

    from hall_server.app.item_file import offer
    from hall_server.domain.items.snapshots import body_of
    from hall_server.flows.publish_catalogue import first_day

    site = site_of(site_file)
    same_hall(home, site)
    catalogue = offer(site).catalogue
    today = day_of(None)
    day = not_past(first, today) if first else first_day(catalogue, today)
    with closing(home.place().reader(site.hall.id)) as reader:
        said = _put(home, reader, (catalogue.version, day, by), body_of(catalogue))
    _tell(said, as_json=as_json)


@versions.command(epilog="\b\nExample:  kapok hall items rollback --data hall/ 3f2a9c0d11e4b7a5 --from 2026-03-09")
@at_home_of
@click.argument("version")
@_FROM
@_BY
@JSON
def rollback(home: Home, version: str, *, first: datetime | None, by: str, as_json: bool) -> None:
    """Let an older version hold again from a business day on. Tickets taken meanwhile keep theirs."""
    from contextlib import closing

    newest_tables(home)
    day = not_past(first, day_of(None))
    with closing(home.reader()) as reader:
        body = reader.snapshot_body(version)
        if body is None:
            raise click.ClickException(f"no version {version} was ever published; see `kapok hall items list`")
        said = _put(home, reader, (version, day, by), body)
    _tell(said, as_json=as_json)


@versions.command(epilog="\b\nExample:  kapok hall items diff --data hall/ 3f2a9c0d11e4b7a5 9b1e6d3c5a7f0012")
@at_home_of
@click.argument("left")
@click.argument("right")
@JSON
def diff(home: Home, left: str, right: str, *, as_json: bool) -> None:
    """Compare two published versions field by field, whoever published them: site file, city, or command."""
    from contextlib import closing

    from hall_server.commands.items import line
    from hall_server.domain.items.compare import differences

    newest_tables(home)
    with closing(home.reader()) as reader:
        ours, theirs = (_catalogue(reader, one).items for one in (left, right))
    found = differences(ours, theirs)
    words = [line(one) for one in found] or ["no differences"]
    say({"left": left, "right": right, "differences": found}, "\n".join(words), as_json=as_json)


def _catalogue(reader: HallReader, version: str) -> Catalogue:
    import msgspec

    from hall_server.domain.items.snapshots import catalogue_of

    body = reader.snapshot_body(version)
    if body is None:
        raise click.ClickException(f"no version {version} was ever published; see `kapok hall items list`")
    try:
        return catalogue_of(body)
    except msgspec.MsgspecError as error:
        raise click.ClickException(f"version {version} cannot be read: {error}") from None


def _put(home: Home, reader: HallReader, what: tuple[str, str, str], body: bytes) -> list[Published]:
    """The new publication, and those that take over from it later."""
    from hall_server.flows.publish_catalogue import next_publication
    from hall_server.store.publications import publish as write

    version, day, by = what
    there = reader.snapshots()
    published = next_publication(there, version, day, now(), by)
    if there and (there[-1].version, there[-1].effective_from) == (version, day):
        return [there[-1]]  # asked twice: the first answer
    write(home.where, reader.hall_id, published, body)
    later = [one for one in there if one.effective_from > day and one.version != version]
    return [published, *sorted(later, key=lambda one: one.effective_from)]


def _tell(said: list[Published], *, as_json: bool) -> None:
    new, *later = said
    words = [f"{new.version} holds from {new.effective_from} on"]
    words += [f"but {one.version} takes over on {one.effective_from}" for one in later]
    say({"published": new, "taken_over_by": later}, "\n".join(words), as_json=as_json)


def day_of(day: datetime | None) -> str:
    """A business day; today by China's clock, rolling at 04:00."""
    from hall_server.domain.business_day import business_day
    from hall_server.domain.site import HALL_ZONE

    return day.date().isoformat() if day else business_day(now(), HALL_ZONE)


def not_past(first: datetime | None, today: str) -> str:
    """A first business day; leaves when that is over."""
    day = day_of(first)
    if day < today:
        raise click.UsageError(f"--from {day}: a day that is over cannot be changed; today is {today}")
    return day
