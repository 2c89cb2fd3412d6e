"""`kapok db check|verify|migrate|backup|restore`: the database of a hall."""

from __future__ import annotations

import sys
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hall_server.commands.home import at_home, at_home_of
from hall_server.commands.shared import JSON, now, same_tables, say

if TYPE_CHECKING:
    from hall_server.commands.home import Home


@click.group(
    epilog=(
        "\b\n  kapok db check   --data hall/                  a quick look: whole, up to date, nothing strange\n"
        "  kapok db verify  --data hall/                  prove the history: hash chain and replay\n"
        "  kapok db migrate --data hall/                  bring the tables up to this program\n"
        "  kapok db backup  --data hall/ --out today.zip  the hall in one file; it may go on serving\n"
        "  kapok db restore --data new/ today.zip         and back, into an empty place\n"
    )
)
def db() -> None:
    """The hall's database: look at it, prove its history, bring its tables up to this program, back it up, restore it.

    A file in the hall's folder, or with --database a PostgreSQL database.
    """


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
    from hall_server.store.migrate import InUseError, migrate, newest_revision, revision

    home.halls()  # or leave: a damaged file is not migrated
    same_tables(home)  # nor is one that is not what its revision says
    if (before := revision(home.where)) == (after := newest_revision()):
        say({"before": before, "after": after}, f"tables at {after}, nothing to do", as_json=as_json)
        return
    with home.alone():
        try:
            before, after = migrate(home.where)
        except InUseError as error:
            raise click.ClickException(str(error)) from None
        same_tables(home)
    say({"before": before, "after": after}, f"tables at {after}, was {before}", as_json=as_json)


@db.command("check", epilog="\b\nExample:  kapok db check --data /var/lib/kapok")
@at_home_of
@JSON
def db_check(home: Home, *, as_json: bool) -> None:
    """Look at the database: whole on the disk, this program's tables, heads and events that agree. Takes a moment.

    Exits 1 with what was found. `kapok db verify` walks the whole history.
    """
    import msgspec

    from hall_server.store.check import check

    home.halls()
    found = check(home.where)
    well = f"{home.shown}: tables at {found.revision}, {', '.join(found.halls) or 'no hall'}: nothing found"
    say(msgspec.to_builtins(found), "\n".join(found.findings) or well, as_json=as_json)
    if found.findings:
        sys.exit(1)


@db.command("backup", epilog="\b\nExample:  kapok db backup --data /var/lib/kapok --out /backups/hall-today.zip")
@at_home_of
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The file to make.")
@JSON
def db_backup(home: Home, out: Path, *, as_json: bool) -> None:
    """Write the hall, its history and its secret into one new file. The hall may go on serving.

    Keep the file as safe as the hall: it holds the secret that pseudonyms are made with.
    """
    from hall_server.store.backup import back_up

    hall_id = home.hall()
    same_tables(home)
    try:
        made = back_up(home.where, hall_id, home.private, out, now())
    except FileExistsError:
        raise click.ClickException(f"{out} is there already") from None
    except OSError as error:
        raise click.ClickException(f"cannot write {out}: {error.strerror}") from None
    said = f"{out}: hall {made.hall} up to event {made.n}"
    say({"file": str(out), "hall": made.hall, "n": made.n, "incarnation": made.incarnation}, said, as_json=as_json)


@db.command("restore", epilog="\b\nExample:  kapok db restore --data /var/lib/kapok-new /backups/hall-today.zip")
@at_home
@click.argument("file", type=click.Path(path_type=Path))
@JSON
def db_restore(home: Home, file: Path, *, as_json: bool) -> None:
    """Put a backed-up hall where none is; the new life numbers with another letter. Never writes over a hall.

    The backup may come from either kind of database. Its history is proved first.
    """
    from hall_server.store.backup import BackupError, restore
    from hall_server.store.create import OtherTablesError
    from hall_server.store.reading import UnreadableStoreError

    life = str(uuid.uuid4())
    try:
        made = restore(file, home.where, home.private, life, now())
    except (BackupError, OtherTablesError, UnreadableStoreError) as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(f"cannot write into {home.folder}: {error.strerror}") from None
    said = f"hall {made.hall} restored to event {made.n}; its new life is {life}"
    say({"hall": made.hall, "n": made.n, "incarnation": life}, said, as_json=as_json)
