"""`kapok logs open`: a log that a technician copied to a stick; its passphrase is asked for, never given as a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from config.commands.shared import FILE

if TYPE_CHECKING:
    from pathlib import Path

SAID = {
    "not_ours": "this is no log of Kapok's 不是木棉的日志文件",
    "newer": "a newer Kapok wrote this: open it with that one 版本更新，请用新版打开",
    "torn": "the file is cut short or longer than it was: copy it from the stick again 文件不完整，请再拷一次",
    "wrong": "the passphrase is another, or the file was changed 口令不对，或文件被改过",
}


@click.command("open", epilog="\b\nExample:  kapok logs open kapok-log-K1-20261123-094205.kapoklog > log.txt")
@click.argument("file", type=FILE)
def logs_open(file: Path) -> None:
    """Open a log that was copied to a USB stick 打开 U 盘上的日志: asks for the passphrase that stood on the glass.

    The log goes to standard output. Nothing of it is shown when the passphrase is another or a byte was changed.
    """
    from config.sealed_log import MOST, SealedLogError, look_over, opened

    try:
        with file.open("rb") as there:
            sealed = there.read(MOST + 100)
        look_over(sealed)
        passphrase = click.prompt("Passphrase 口令", hide_input=True, err=True)
        text = opened(sealed, passphrase)
    except OSError as error:
        raise click.ClickException(f"{file}: {error.strerror}") from None
    except SealedLogError as error:
        raise click.ClickException(f"{file}: {SAID[error.flaw]}") from None
    click.echo(text, nl=False)
