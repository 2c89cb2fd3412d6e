"""`kapok hall venues`: a hall's places for a map; and how a difference of items is written on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hall_server.commands.shared import JSON, SITE, say, site_of

if TYPE_CHECKING:
    from pathlib import Path

    from hall_server.domain.items.compare import Difference


@click.command(epilog="\b\nExample:  kapok hall venues --site hall.toml --json      for the map of venues")
@SITE
@JSON
def venues(site_file: Path, *, as_json: bool) -> None:
    """This hall and the other venues of its site file, with what a map of venues 政务地图 shows (CL-A12)."""
    from hall_server.app.item_file import offer, this_venue

    site = site_of(site_file)
    found = (this_venue(site), *offer(site).here.venues)
    words = (" · ".join(part for part in (one.id, one.name, one.level, one.address) if part) for one in found)
    say(found, "\n".join(_shown(one) for one in words), as_json=as_json)


def line(one: Difference) -> str:
    """A difference on one line; what a side does not have at all is shown as (none)."""
    where = f"{one.item} {one.field}".rstrip()
    flag = "  (local)" if one.local else ""
    return _shown(f"{where}: {_side(one.left)} -> {_side(one.right)}{flag}")


def _side(words: str | None) -> str:
    return "(none)" if words is None else f'"{words}"'


def _shown(words: str) -> str:
    """A line without characters that would do something to a terminal."""
    return "".join(one if one.isprintable() else f"\\x{ord(one):02x}" for one in words)
