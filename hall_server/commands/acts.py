"""`kapok hall acts`: what staff did at kiosks and what their sensors felt, from the book of records (CL-H18)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from hall_server.commands.home import at_home_of
from hall_server.commands.shared import JSON, now, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hall_server.commands.home import Home
    from hall_server.domain.records import Record, RecordReader

_HOUR = 3600 * 1_000_000
_PAGE = 500


@click.command(
    epilog=(
        "\b\nExamples:\n"
        "  kapok hall acts --data hall/\n"
        "  kapok hall acts --data hall/ --kiosk K1 --hours 1    # who was at this machine just now?\n"
    )
)
@at_home_of
@click.option("--kiosk", default="", help="Of this machine only.")
@click.option("--hours", type=click.IntRange(1, 24 * 366), default=24, help="How far back.")
@JSON
def acts(home: Home, *, kiosk: str, hours: int, as_json: bool) -> None:
    """Paper changed, paused, a wrong PIN too often, a door: what happened at kiosks, the oldest first."""
    found = [_told(one) for one in _since(home.reader(), now() - hours * _HOUR) if kiosk in {"", one.actor}]
    lines = [f"{one['at']}  {one['kiosk']:<10}{one['act']}" for one in found]
    say(found, "\n".join(lines) or "nothing happened", as_json=as_json)


def _since(reader: RecordReader, since: int) -> Iterator[Record]:
    from hall_server.contract.machine_acts import KIND
    from hall_server.flows.records_since import before_moment

    after = before_moment(reader, KIND, since)
    while page := reader.records(KIND, after, _PAGE):
        yield from page
        after = page[-1].n


def _told(one: Record) -> dict[str, str]:
    from hall_server.contract.machine_acts import MachineRecord

    what = one.as_(MachineRecord)
    at = datetime.fromtimestamp((what.happened_at or one.at) / 1_000_000, UTC)
    return {"at": at.isoformat(timespec="seconds"), "kiosk": one.actor, "act": what.act.value}
