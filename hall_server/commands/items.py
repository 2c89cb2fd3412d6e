"""`kapok hall items-diff|venues`: where two halls' site files differ, and a hall's places for a map.

Words in, words out.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hall_server.commands.shared import JSON, SITE, say, site_of

if TYPE_CHECKING:
    from hall_server.domain.items.compare import Difference

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(
    "items-diff",
    epilog=(
        "\b\nExamples:\n"
        "  kapok hall items-diff north.toml south.toml\n"
        "  kapok hall items-diff --upstream province.toml hall.toml --json      name, codes, basis and kind only\n"
    ),
)
@click.argument("left", type=_FILE)
@click.argument("right", type=_FILE)
@click.option("--upstream", is_flag=True, help="LEFT is what RIGHT must repeat; no flag excuses anything.")
@JSON
def items_diff(left: Path, right: Path, *, upstream: bool, as_json: bool) -> None:
    """Compare the items of two site files field by field (CL-B1), or the four base fields with upstream's (CL-B2).

    Leaves with 1 when something differs that neither hall has flagged as `local`.
    """
    from hall_server.app.item_file import offer
    from hall_server.domain.items.compare import against_upstream, differences

    ours, theirs = (offer(site_of(path)).catalogue for path in (left, right))
    found = (against_upstream if upstream else differences)(ours.items, theirs.items)
    apart = sum(not one.local for one in found)
    words = [line(one) for one in found] or ["no differences"]
    answer = {"left": ours.version, "right": theirs.version, "apart": apart, "differences": found}
    say(answer, "\n".join(words), as_json=as_json)
    if apart:
        raise click.exceptions.Exit(1)


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
