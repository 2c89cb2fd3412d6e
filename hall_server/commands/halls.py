"""`kapok hall init|serve|pin`: from a site file to a hall that serves."""

from __future__ import annotations

import secrets
import socket
import ssl
import sys
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hall_server.commands.held_site import held_site
from hall_server.commands.home import at_home
from hall_server.commands.shared import (
    JSON,
    SITE,
    no_orphans,
    now,
    say,
    site_of,
    write_private,
)

if TYPE_CHECKING:
    from hall_server.commands.home import Home

_PIN_LENGTH = (4, 12)
_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.group(
    epilog=(
        "\b\nA hall from nothing to the first number:\n"
        "  kapok hall new --profile district --pack guangzhou --name … --out hall.toml\n"
        "  kapok hall pin                                    hash a clerk's PIN for the site file\n"
        "  kapok hall check --site hall.toml                 is the site file right?\n"
        "  kapok hall init  --site hall.toml --data hall/    make the database\n"
        "  kapok hall enrol new --data hall/ --site hall.toml --kiosk K1    a code for `kapok kiosk enrol`\n"
        "  kapok hall serve --site hall.toml --data hall/    and go\n"
    )
)
def hall() -> None:
    """The hall server: check a site file, make the database, give machines keys, serve."""


@hall.command(epilog="\b\nExample:  kapok hall init --site config/sites/demo.toml --data /var/lib/kapok")
@at_home
@SITE
@JSON
def init(home: Home, site_file: Path, *, as_json: bool) -> None:
    """Make a hall's tables, its first incarnation and the secret that pseudonyms are made with.

    Refuses to touch a folder that has one already. In a PostgreSQL database the hall stands beside others.
    """
    from config.durable import make_folder
    from hall_server.store.create import OtherTablesError, create_hall, cut_off
    from hall_server.store.reading import UnreadableStoreError

    site = site_of(site_file)
    incarnation = str(uuid.uuid4())
    begun = not home.database and cut_off(home.folder)
    if home.private.exists() and not begun:
        raise click.ClickException(f"{home.private} is there already; a hall is made once")
    try:
        make_folder(home.folder, 0o700)
        create_hall(home.database or home.folder, site.hall.id, incarnation, now(), lambda: _keep_secret(home.private))
    except FileExistsError as error:
        raise click.ClickException(f"{error} is there already; a hall is made once") from None
    except (OtherTablesError, UnreadableStoreError) as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(f"cannot make {home.folder}: {error.strerror}") from None
    say(
        {"hall": site.hall.id, "incarnation": incarnation}, f"hall {site.hall.id} made in {home.shown}", as_json=as_json
    )


def _keep_secret(path: Path) -> None:
    if not path.exists():  # else of this hall too: it was cut off while it was made
        write_private(path, secrets.token_hex(32) + "\n")


@hall.command(
    epilog=("\b\nExample:  kapok hall serve --site config/sites/demo.toml --data /var/lib/kapok --port 8080\n")
)
@at_home
@SITE
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8080, show_default=True, type=click.IntRange(0, 65535), help="0 takes any free port.")
@click.option(
    "--commits",
    type=click.Choice(["measured", "inline", "thread"]),
    default="measured",
    show_default=True,
    help="Where commits run; measured = inline when this disk's fsync takes under 1 ms.",
)
@click.option("--tls", "own_tls", is_flag=True, help="Serve https with what `kapok hall tls new` made.")
@click.option("--tls-certificate", type=_FILE, help="Serve https with this certificate and those above it (PEM).")
@click.option("--tls-key", type=_FILE, help="Its private key (PEM).")
@click.option("--api-only", is_flag=True, help="Serve machines only, no boards and consoles.")
def serve(
    home: Home,
    site_file: Path,
    *,
    host: str,
    port: int,
    commits: str,
    own_tls: bool,
    tls_certificate: Path | None,
    tls_key: Path | None,
    api_only: bool,
) -> None:
    """Serve a hall until SIGTERM or Ctrl-C. Prints `listening on http://…` when it is ready.

    On SQLite one process serves a hall; on PostgreSQL several may, each hearing what the others do. Once a version of
    the site file was published (`kapok hall site`), the one that holds today is served in place of the file.
    """
    from config.errors import ConfigError
    from config.process import keep_memory_private
    from hall_server.app import Settings, run
    from hall_server.commands.tls import tls_of
    from hall_server.flows.enrol_desk import HallKeys

    keep_memory_private()
    (site, version), tls = held_site(home, site_file), tls_of(home, tls_certificate, tls_key, own=own_tls)
    no_orphans(home, site)
    threaded = {"measured": None, "inline": False, "thread": True}[commits]
    with home.alone(), socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except OSError as error:
            raise click.ClickException(f"cannot listen on {host}:{port}: {error.strerror}") from None
        learner = (sys.executable, sys.argv[0], "hall", "learn", "--site", str(site_file), "--data", str(home.folder))
        settings = Settings(
            home.folder,
            site,
            database=home.database,
            threaded=threaded,
            pages=not api_only,
            learner=learner,
            site_file=f"{site_file}@{version}" if version else str(site_file),
            pseudonym_key=home.pseudonym_key(),
            keys=HallKeys(home.signing_key(), home.pseudonym_key().hex(), tls.authority if tls else ""),
            tls=tls,
        )
        try:
            run(settings, listener)
        except ConfigError as error:
            raise click.ClickException(str(error)) from None
        except ssl.SSLError:
            raise click.ClickException("the certificate and its key do not belong together, or are none") from None


@hall.command(epilog="\b\nExample:  kapok hall pin")
def pin() -> None:
    """Hash a clerk's PIN (4 to 12 digits) for the site file: asks twice, or reads one line from a pipe."""
    import argon2

    piped = not sys.stdin.isatty()
    word = sys.stdin.readline().strip() if piped else click.prompt("PIN", hide_input=True, confirmation_prompt=True)
    if not (word.isascii() and word.isdigit() and _PIN_LENGTH[0] <= len(word) <= _PIN_LENGTH[1]):
        raise click.ClickException("a PIN is 4 to 12 digits")
    click.echo(argon2.PasswordHasher().hash(word))
