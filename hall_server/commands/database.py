"""`kapok db verify|migrate`: the database of a hall."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from hall_server.commands.home import at_home_of
from hall_server.commands.shared import JSON, same_tables, say

if TYPE_CHECKING:
    from hall_server.commands.home import Home


@click.group(
    epilog=(
        "\b\n  kapok db verify  --data hall/    prove the history: hash chain and replay\n"
        "  kapok db migrate --data hall/    bring the tables up to this program\n"
    )
)
def db() -> None:
    """The hall's database: bring its tables up to this program, prove its history."""


@db.command("verify", epilog="\b\nExample:  kapok db verify --data /var/lib/kapok")
@at_home_of
@JSON
def db_verify(home: Home, *, as_json: bool) -> None:
    """Prove the history: every event in the hash chain, and the ticket rows equal to what the events say.

    Exits 1 when something was changed or lost. Works beside a running hall.
    """
    import msgspec

    from hall_server.store.verify import verify

    report = verify(home.reader(), home.hall())
    whole = f"{report.events} events, {report.tickets} tickets: whole"
    say(msgspec.to_builtins(report), "\n".join(report.findings) or whole, as_json=as_json)
    if report.findings:
        sys.exit(1)


@db.command("migrate", epilog="\b\nExample:  kapok db migrate --data /var/lib/kapok")
@at_home_of
@JSON
def db_migrate(home: Home, *, as_json: bool) -> None:
    """Bring the tables up to this program. Stop the hall first."""
    from hall_server.store.migrate import migrate, newest_revision, revision

    home.halls()  # or leave: a damaged file is not migrated
    same_tables(home)  # nor is one that is not what its revision says
    if (before := revision(home.where)) == (after := newest_revision()):
        say({"before": before, "after": after}, f"tables at {after}, nothing to do", as_json=as_json)
        return
    with home.alone():
        before, after = migrate(home.where)
        same_tables(home)
    say({"before": before, "after": after}, f"tables at {after}, was {before}", as_json=as_json)
