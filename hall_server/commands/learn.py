"""`kapok hall learn`: what past days teach about waits, in a process of its own beside a running hall."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from hall_server.commands.held_site import held_site
from hall_server.commands.home import at_home
from hall_server.commands.shared import JSON, SITE, now, say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hall_server.commands.home import Home
    from hall_server.domain.ticket import TicketEvent
    from hall_server.store.reading import HallReader

_PAGE = 2_000
_NICE = 15


@click.command(
    epilog="\b\nExample:  kapok hall learn --site hall.toml --data /var/lib/kapok     once a night; the hall may run\n"
)
@at_home
@SITE
@JSON
def learn(home: Home, site_file: Path, *, as_json: bool) -> None:
    """Learn from all days before today how long people wait, and leave it in forecast.json beside the database.

    Only reads the database. A running hall takes the new file up by itself.
    """
    from contextlib import closing

    from hall_server.app import hall_site
    from hall_server.app.forecast_file import write_model
    from hall_server.domain.business_day import business_day
    from hall_server.domain.forecast import learn as learned_from
    from hall_server.domain.forecast import observations_of

    site, _ = held_site(home, site_file)
    rules = hall_site(site)
    os.nice(_NICE)  # the hall goes first
    today = business_day(now(), rules.zone, rules.limits.day_rolls_at_min)
    with closing(home.place().reader(site.hall.id)) as there:
        model = learned_from(observations_of(_events(there), rules.zone, today))
    try:
        path = write_model(home.folder, model)
    except OSError as error:
        raise click.ClickException(f"cannot write into {home.folder}: {error.strerror}") from None
    found = {
        "file": str(path),
        "learned_to": model.learned_to,
        "records": model.hall.records,
        "queues": len(model.queues),
        "mae_s": round(model.quality.mae_s),
        "coverage": round(model.quality.coverage, 3),
    }
    say(found, _words(found), as_json=as_json)


def _words(found: dict[str, object]) -> str:
    if not found["records"]:
        return f"{found['file']}: nothing to learn from yet"
    return (
        f"{found['file']}: {found['records']} waits up to {found['learned_to']}; on days not seen before "
        f"{found['mae_s']} s off on average, {found['coverage']:.0%} inside the told interval"
    )


def _events(there: HallReader) -> Iterator[TicketEvent]:
    after = 0
    while page := there.events(after, _PAGE):
        yield from page
        after = page[-1].n
