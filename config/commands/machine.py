"""`kapok doctor machine`: the bare machine, whatever will stand on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from config.commands.shared import JSON, LANGUAGE, told
from config.machine import DAEMONS, Level, Roots, look_at_machine

if TYPE_CHECKING:
    from config.machine import Look


@click.command(epilog="\b\nExample:  kapok doctor machine --lang zh")
@LANGUAGE
@JSON
def machine(*, lang: str, as_json: bool) -> None:
    """Examine the bare machine 机器: clock, disk, memory, daemons, voices, screens. Needs no file."""
    looks = look_at_machine(Roots(), ("cups", "pcscd", "sane"), screen=True, speaks=True)
    told(map(_not_needed_here, looks), lang, as_json=as_json)


def _not_needed_here(one: Look) -> Look:
    """A bare machine need not print, read or scan: a daemon that is not there is only told."""
    return replace(one, level=min(one.level, Level.WARNING)) if one.part in {*DAEMONS, "sane"} else one
