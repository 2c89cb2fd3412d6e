"""`kapok logs`: what the programs have written, from the journal or a file, scrubbed once more on the way out."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import click

from config.commands.logs_open import logs_open
from config.commands.shared import FILE
from config.scrub import scrubbed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

UNITS = "kapok-*"


@click.group(
    invoke_without_command=True,
    epilog=(
        "\b\nExamples:\n"
        "  kapok logs --since -1h\n"
        "  kapok logs --unit kapok-kiosk --follow\n"
        "  kapok logs --file hall.log > to-send.txt\n"
    ),
)
@click.option("--unit", default=UNITS, show_default=True, help="Which service of systemd.")
@click.option(
    "--since", default="-1h", show_default=True, help='As journalctl takes it: -2h, today, "2026-11-23 09:00".'
)
@click.option("--file", "file", type=FILE, help="A file instead of the journal; - is standard input.", default=None)
@click.option("--follow", is_flag=True, help="Go on as new lines come.")
@click.pass_context
def logs(context: click.Context, unit: str, since: str, file: Path | None, *, follow: bool) -> None:
    """Show what the programs have written 日志: numbers of identity cards and telephones are masked, names too.

    Nothing of a person is written in the first place; this is the second wall before a log leaves the machine.
    """
    if context.invoked_subcommand is not None:
        return
    if file is not None and not follow:
        _show_file(file)
        return
    words = _tail(file) if file is not None else _journal(unit, since, follow=follow)
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, errors="replace") as process:  # noqa: S603 - no shell: a fixed program and options
        try:
            _show(process.stdout or ())
        except KeyboardInterrupt:
            process.terminate()
    sys.exit(process.returncode if process.returncode and process.returncode > 0 else 0)


logs.add_command(logs_open)


def _tail(file: Path) -> Sequence[str]:
    return ("tail", "-n", "+1", "-F", str(file))


def _journal(unit: str, since: str, *, follow: bool) -> Sequence[str]:
    if shutil.which("journalctl") is None:
        raise click.ClickException("no journalctl on this machine: give --file")
    return ("journalctl", "--no-pager", "-o", "cat", "-u", unit, "--since", since, *(("-f",) if follow else ()))


def _show_file(file: Path) -> None:
    try:
        if str(file) == "-":
            _show(sys.stdin)
            return
        with file.open(encoding="utf-8", errors="replace") as lines:
            _show(lines)
    except OSError as error:
        raise click.ClickException(f"{file}: {error.strerror}") from None


def _show(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(scrubbed(line.rstrip("\n")))
        sys.stdout.flush()
