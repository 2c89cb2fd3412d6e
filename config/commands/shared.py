"""What commands about files and machines share: their options, and saying what a doctor found."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from config.machine import exit_code, lines, rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from config.machine import Look

FILE = click.Path(path_type=Path, dir_okay=False)
LANGUAGE = click.option(
    "--lang", type=click.Choice(["zh", "en", "both"]), default="both", show_default=True, help="中文, English or both."
)
JSON = click.option("--json", "as_json", is_flag=True, help="Answer as JSON, for scripts.")


def told(looks: Iterable[Look], lang: str, *, as_json: bool) -> None:
    """Say it, and leave with the exit code."""
    found = tuple(looks)
    if as_json:
        click.echo(msgspec.json.encode({"exit": exit_code(found), "looks": rows(found)}).decode())
    else:
        click.echo("\n".join(lines(found, lang)))
    sys.exit(exit_code(found))
