"""`kapok hall screen list|show`: the screens that visitors of 远程帮办 let somebody of the hall see.

Asks the hall that serves, over its API: pictures are in its memory alone. Knows no database.
"""

from __future__ import annotations

import time
from pathlib import Path

import click
import msgspec

from hall_server.commands.served import Served, asking
from hall_server.commands.shared import JSON, say
from hall_server.contract.remote_help import SharedScreens

_EVERY_S = 1.0


@click.group("screen")
def screen() -> None:
    """Screens that visitors let somebody see, while they talk with a person of the city.

    Asks a hall that serves, with a credential file of a counter key: kapok hall key new --role counter --out desk.toml
    """


@screen.command("list", epilog="\b\nExample:  kapok hall screen list --key desk.toml")
@asking
@JSON
def list_screens(key_file: Path, server: str, *, as_json: bool) -> None:
    """Which screens may be looked at now, and how old their picture is."""
    found = Served(key_file, server).ask("screens", SharedScreens)
    lines = [f"{one.session}  {one.kiosk:<10}{one.age_ms / 1000:.1f} s" for one in found.screens]
    say(msgspec.to_builtins(found), "\n".join(lines) or "nobody shows their screen", as_json=as_json)


@screen.command(
    "show",
    epilog=(
        "\b\nExamples:\n"
        "  kapok hall screen show K1 --key desk.toml --out screen.jpg\n"
        "  kapok hall screen show K1 --key desk.toml --out screen.jpg --follow   # a picture viewer shows it anew\n"
    ),
)
@asking
@click.argument("kiosk")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="JPEG file to write.")
@click.option("--follow", is_flag=True, help="Once a second, until the visitor ends it.")
def show_screen(key_file: Path, server: str, kiosk: str, out: Path, *, follow: bool) -> None:
    """Write the picture of a KIOSK's screen to a file. Names and numbers are blank in it; delete it when you are done.

    With --follow the file is deleted at the end: when the visitor lets nobody look any more, or with Ctrl-C.
    """
    served = Served(key_file, server)
    try:
        while True:
            out.write_bytes(served.fetch(f"city/video/{_session_at(served, kiosk)}/picture"))
            click.echo(f"{kiosk}: {out}")
            if not follow:
                return
            time.sleep(_EVERY_S)
    finally:
        if follow:
            out.unlink(missing_ok=True)


def _session_at(served: Served, kiosk: str) -> str:
    shared = [one.session for one in served.ask("screens", SharedScreens).screens if one.kiosk == kiosk]
    if not shared:
        raise click.ClickException(f"{kiosk} shows nobody its screen now: kapok hall screen list")
    return shared[-1]
