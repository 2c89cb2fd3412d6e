"""`kapok hall items list|diff|publish|rollback`: which version of the catalogue holds from which day on (CL-B3).

Works beside a running server, which looks every few seconds, and without one. Words in, words out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from hall_server.commands.home import at_home, at_home_if_told, at_home_of
from hall_server.commands.items import line
from hall_server.commands.shared import JSON, SITE, newest_tables, now, same_hall, say, site_of

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from hall_server.commands.home import Home
    from hall_server.domain.items.catalogue import Catalogue
    from hall_server.domain.items.snapshots import Published
    from hall_server.store.reading import HallReader

_VERSION = re.compile(r"[0-9a-f]{16}")
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


@versions.command(
    epilog=(
        "\b\nExamples:\n"
        "  kapok hall items diff north.toml south.toml\n"
        "  kapok hall items diff --upstream province.toml hall.toml --json      name, codes, basis and kind only\n"
        "  kapok hall items diff --data hall/ 3f2a9c0d11e4b7a5 new.toml         what a file changes of a version\n"
    )
)
@at_home_if_told
@click.argument("left")
@click.argument("right")
@click.option("--upstream", is_flag=True, help="LEFT is what RIGHT must repeat; no flag excuses anything.")
@JSON
def diff(home: Home | None, left: str, right: str, *, upstream: bool, as_json: bool) -> None:
    """Compare items field by field (CL-B1), or the four base fields with upstream's (CL-B2).

    Each side is a site file, or with --data a published version, whoever published it: site file, city, or command.
    Leaves with 1 when something differs that neither side has flagged as `local`.
    """
    from hall_server.domain.items.compare import against_upstream, differences

    ours, theirs = (_side(home, one) for one in (left, right))
    found = (against_upstream if upstream else differences)(ours.items, theirs.items)
    apart = sum(not one.local for one in found)
    words = [line(one) for one in found] or ["no differences"]
    answer = {"left": ours.version, "right": theirs.version, "apart": apart, "differences": found}
    say(answer, "\n".join(words), as_json=as_json)
    if apart:
        raise click.exceptions.Exit(1)


def _side(home: Home | None, named: str) -> Catalogue:
    """A site file's items, or those of a published version."""
    from contextlib import closing
    from pathlib import Path

    from hall_server.app.item_file import offer

    if not _VERSION.fullmatch(named):
        return offer(site_of(Path(named))).catalogue
    if home is None:
        raise click.UsageError(f"{named} is a version: say with --data of which hall")
    newest_tables(home)
    with closing(home.reader()) as reader:
        return _catalogue(reader, named)


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
