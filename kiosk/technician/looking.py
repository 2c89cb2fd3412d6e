"""`kapok net check` and `kapok screen info`: the way to the hall, and the glass in millimetres."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from config.commands.shared import JSON, LANGUAGE, told
from config.errors import ConfigError
from config.machine import Level, look
from kiosk.technician.doctor import CONFIG, CREDENTIAL, settled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from config.kiosk_file import KioskFile
    from config.machine import Look


@click.group()
def net() -> None:
    """The network of this machine 网络."""


@net.command("check", epilog="\b\nExample:  kapok net check --config kiosk.toml --credential K1.toml")
@CONFIG
@CREDENTIAL
@LANGUAGE
@JSON
def net_check(config_file: Path, credential: Path | None, *, lang: str, as_json: bool) -> None:
    """The way from this kiosk to its hall: cards with an address, name, answer, delay, clock, certificate, key.

    Exit code 0: all is well. 1: slow, or soon to expire. 2: the hall is not reached.
    """
    told(settled(_way(config_file, credential)), lang, as_json=as_json)


def _way(config_file: Path, credential: Path | None) -> Iterator[Look]:
    from config.machine.looks import network_cards
    from kiosk.hall_client.looks import looks_at_hall
    from kiosk.technician.doctor import looks_at_key

    settings = _settings(config_file)
    yield from network_cards(Path("/"))
    yield from looks_at_hall(settings.kiosk.server, settings.kiosk.take_timeout_s)
    yield from looks_at_key(settings.kiosk.server, credential)


@click.group()
def screen() -> None:
    """The glass of a kiosk 屏幕."""


@screen.command("info", epilog="\b\nExample:  kapok screen info --config kiosk.toml --lang zh")
@CONFIG
@LANGUAGE
@JSON
def screen_info(config_file: Path, *, lang: str, as_json: bool) -> None:
    """Which screens are connected, and what size and height of the glass mean: least target, reach, 往下移.

    Exit code 1 when a target is smaller than 20 mm, or no screen of the right size is connected.
    """
    told(_glass(config_file), lang, as_json=as_json)


def _glass(config_file: Path) -> Iterator[Look]:
    from config.machine.looks import panels
    from kiosk.app import glass_of
    from kiosk.session.glass import REACH_MM, TARGET_MM

    table = _settings(config_file).screen
    glass = glass_of(table)
    diagonal, bottom = f"{table.diagonal_in:g}", f"{table.glass_bottom_mm:g}"
    yield look("screen", "glass", turned=table.orientation, diagonal=diagonal, bottom=bottom)
    small = glass.target_mm < TARGET_MM
    code, level = ("target_small", Level.WARNING) if small else ("target_fits", Level.FINE)
    yield look("screen", code, level, mm=f"{glass.target_mm:.1f}", least=TARGET_MM)
    yield look("screen", "reach_low" if glass.always_low else "reach_usual", reach=REACH_MM)
    yield from panels(Path("/"))


def _settings(config_file: Path) -> KioskFile:
    from config.kiosk_file import load_kiosk

    try:
        return load_kiosk(config_file)
    except ConfigError as error:
        raise click.ClickException(str(error)) from None
