"""`kapok hall init|serve|pin`: from a site file to a hall that serves."""

from __future__ import annotations

import secrets
import socket
import sys
import uuid
from typing import TYPE_CHECKING

import click

from hall_server.commands.shared import (
    DATA,
    JSON,
    PSEUDONYM_KEY,
    SITE,
    alone_in,
    no_orphans,
    now,
    same_hall,
    say,
    site_of,
    write_private,
)

if TYPE_CHECKING:
    from pathlib import Path

_PIN_LENGTH = (4, 12)


@click.group(
    epilog=(
        "\b\nA hall from nothing to the first number:\n"
        "  kapok hall pin                                    hash a clerk's PIN for the site file\n"
        "  kapok hall check --site hall.toml                 is the site file right?\n"
        "  kapok hall init  --site hall.toml --data hall/    make the database\n"
        "  kapok hall key new --data hall/ --role kiosk --name K1 --kiosk K1 --out K1.toml\n"
        "  kapok hall serve --site hall.toml --data hall/    and go\n"
    )
)
def hall() -> None:
    """The hall server: check a site file, make the database, give machines keys, serve."""


@hall.command(epilog="\b\nExample:  kapok hall init --site config/sites/demo.toml --data /var/lib/kapok")
@DATA
@SITE
@JSON
def init(data: Path, site_file: Path, *, as_json: bool) -> None:
    """Make a hall's database, its first incarnation and the secret that pseudonyms are made with.

    Refuses to touch a folder that has one already.
    """
    from hall_server.store.create import create_hall

    site = site_of(site_file)
    incarnation = str(uuid.uuid4())
    if (data / PSEUDONYM_KEY).exists():
        raise click.ClickException(f"{data / PSEUDONYM_KEY} is there already; a hall is made once")
    try:
        data.mkdir(parents=True, exist_ok=True, mode=0o700)
        create_hall(data, site.hall.id, incarnation, now())
    except FileExistsError as error:
        raise click.ClickException(f"{error} is there already; a hall is made once") from None
    except OSError as error:
        raise click.ClickException(f"cannot make {data}: {error.strerror}") from None
    write_private(data / PSEUDONYM_KEY, secrets.token_hex(32) + "\n")
    say({"hall": site.hall.id, "incarnation": incarnation}, f"hall {site.hall.id} made in {data}", as_json=as_json)


@hall.command(
    epilog=("\b\nExample:  kapok hall serve --site config/sites/demo.toml --data /var/lib/kapok --port 8080\n")
)
@DATA
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
@click.option("--api-only", is_flag=True, help="Serve machines only, no boards and consoles.")
def serve(data: Path, site_file: Path, *, host: str, port: int, commits: str, api_only: bool) -> None:
    """Serve a hall until SIGTERM or Ctrl-C. Prints `listening on http://…` when it is ready."""
    from config.process import keep_memory_private
    from hall_server.app import Settings, run

    keep_memory_private()
    site = site_of(site_file)
    same_hall(data, site)
    no_orphans(data, site)
    threaded = {"measured": None, "inline": False, "thread": True}[commits]
    with alone_in(data), socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except OSError as error:
            raise click.ClickException(f"cannot listen on {host}:{port}: {error.strerror}") from None
        run(Settings(data=data, site=site, threaded=threaded, pages=not api_only), listener)


@hall.command(epilog="\b\nExample:  kapok hall pin")
def pin() -> None:
    """Hash a clerk's PIN (4 to 12 digits) for the site file: asks twice, or reads one line from a pipe."""
    import argon2

    piped = not sys.stdin.isatty()
    word = sys.stdin.readline().strip() if piped else click.prompt("PIN", hide_input=True, confirmation_prompt=True)
    if not (word.isascii() and word.isdigit() and _PIN_LENGTH[0] <= len(word) <= _PIN_LENGTH[1]):
        raise click.ClickException("a PIN is 4 to 12 digits")
    click.echo(argon2.PasswordHasher().hash(word))
