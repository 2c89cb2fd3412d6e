"""`kapok doctor` for a kiosk, a counter's machine and a board: what is found, what to do, in two languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from config.commands.shared import FILE, JSON, LANGUAGE, told
from config.errors import ConfigError
from config.machine import Level, Roots, look, look_at_machine

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from config.counter_file import CounterFile
    from config.kiosk_file import KioskFile
    from config.machine import Look

CONFIG = click.option("--config", "config_file", type=FILE, required=True, help="The kiosk's file.")
CREDENTIAL = click.option("--credential", type=FILE, help="The kiosk's credential: is it let in?")
_OPEN_TO_OTHERS = 0o077
_BOARD_LIMIT_S = 1.0


@click.command(
    epilog=(
        "\b\nExamples:\n"
        "  kapok doctor kiosk --config kiosk.toml --credential K1.toml\n"
        "  kapok doctor kiosk --config kiosk.toml --lang en --json\n"
    )
)
@CONFIG
@CREDENTIAL
@click.option("--no-screen", is_flag=True, help="Leave the screen out: over the net, or headless.")
@LANGUAGE
@JSON
def kiosk(config_file: Path, credential: Path | None, *, no_screen: bool, lang: str, as_json: bool) -> None:
    """Examine a kiosk 自助机: clock, disk, memory, network, key, store, boxes, daemons, fonts, voices, screen.

    Exit code 0: all is well. 1: somebody should come. 2: something does not work. Stop the kiosk first: it has its
    boxes for itself.
    """
    told(_kiosk(config_file, credential, screen=not no_screen), lang, as_json=as_json)


@click.command(epilog="\b\nExample:  kapok doctor board --server http://192.0.2.10:8080")
@click.option("--server", required=True, help="The hall's address, as its boards open it.")
@click.option("--no-screen", is_flag=True, help="Leave the screen out.")
@LANGUAGE
@JSON
def board(server: str, *, no_screen: bool, lang: str, as_json: bool) -> None:
    """Examine the machine of a board 大屏 or of a screen at a counter, and its way to the hall."""
    from kiosk.hall_client.looks import looks_at_hall

    def looks() -> Iterator[Look]:
        yield from look_at_machine(Roots(), screen=not no_screen, speaks=False)
        yield from looks_at_hall(server, _BOARD_LIMIT_S)

    told(settled(looks()), lang, as_json=as_json)


@click.command(
    epilog=(
        "\b\nExamples:\n"
        "  kapok doctor counter --config counter.toml --credential counter3.toml\n"
        "  kapok doctor counter --config counter.toml --lang en --json\n"
    )
)
@click.option("--config", "config_file", type=FILE, required=True, help="The counter's file.")
@click.option("--credential", type=FILE, help="What `kapok counter enrol` wrote: is it let in?")
@LANGUAGE
@JSON
def counter(config_file: Path, credential: Path | None, *, lang: str, as_json: bool) -> None:
    """Examine the machine at a counter 窗口叫号机: clock, disk, memory, network, key, caller box, strip, rating pad.

    Exit code 0: all is well. 1: somebody should come. 2: something does not work. Stop the service first: it has its
    boxes for itself.
    """
    told(_counter(config_file, credential), lang, as_json=as_json)


def settled(looks: Iterable[Look]) -> tuple[Look, ...]:
    """A clock that agrees with the hall's needs no time service of its own."""
    found = tuple(looks)
    near = any(one.code == "clock_near_hall" for one in found)
    return tuple(one for one in found if not (near and one.code == "clock_free"))


def _counter(config_file: Path, credential: Path | None) -> tuple[Look, ...]:
    from config.counter_file import check_given, load_counter
    from config.kiosk_file import load_credential

    try:
        settings = load_counter(config_file)
        server, held = settings.counter.server, load_credential(credential) if credential else None
        if credential and held:
            check_given(credential, held, settings.counter.no)
            server = server or held.server
    except ConfigError as error:
        return (look("settings", "settings_unusable", Level.FAULT, reason=error),)
    return settled(_looks_at_counter(settings, server, config_file, credential))


def _looks_at_counter(settings: CounterFile, server: str, config_file: Path, credential: Path | None) -> Iterator[Look]:
    from kiosk.hall_client.looks import looks_at_hall
    from kiosk.technician.equipment import daemons, looks_at_boxes

    yield look("settings", "settings_read", file=config_file)
    yield from look_at_machine(Roots(folder=config_file.parent), daemons(settings.device), screen=False, speaks=False)
    if server:
        yield from looks_at_hall(server, _BOARD_LIMIT_S)
        yield from looks_at_key(server, credential)
    else:
        yield look("credential", "key_not_tried")
    yield from looks_at_boxes(settings.device, config_file)


def _kiosk(config_file: Path, credential: Path | None, *, screen: bool) -> tuple[Look, ...]:
    from config.kiosk_file import load_kiosk

    try:
        settings = load_kiosk(config_file)
    except ConfigError as error:
        return (look("settings", "settings_unusable", Level.FAULT, reason=error),)
    return settled(_looks(settings, config_file, credential, screen=screen))


def _looks(settings: KioskFile, config_file: Path, credential: Path | None, *, screen: bool) -> Iterator[Look]:
    from kiosk.hall_client.looks import looks_at_hall
    from kiosk.technician.equipment import daemons, looks_at_boxes

    folder = config_file.parent / (settings.kiosk.state_dir or ".")
    yield look("settings", "settings_read", file=config_file)
    speaks = "speaker" in settings.device
    yield from look_at_machine(Roots(folder=folder), daemons(settings.device), screen=screen, speaks=speaks)
    yield _fonts()
    yield from looks_at_hall(settings.kiosk.server, settings.kiosk.take_timeout_s)
    yield from looks_at_key(settings.kiosk.server, credential)
    yield _store(folder / f"kiosk-{settings.kiosk.id}.db")
    yield from looks_at_boxes(settings.device, config_file)


def _fonts() -> Look:
    try:
        from kiosk.bridge.window import ASSETS
    except ImportError as error:  # a library of the system is missing: the kiosk would not start either
        return look("fonts", "screen_program_missing", Level.FAULT, reason=error)
    if not any((ASSETS / "fonts").glob("KapokDigits-*.ttf")):
        return look("fonts", "fonts_missing", Level.FAULT, name=ASSETS / "fonts")
    return look("fonts", "fonts_there")


def looks_at_key(server: str, credential: Path | None) -> Iterator[Look]:
    """Whether the credential is safe, and whether the hall at `server` lets its machine in."""
    from config.kiosk_file import load_credential
    from kiosk.app import hall_access
    from kiosk.hall_client import HallClient
    from kiosk.hall_client.looks import look_at_key
    from kiosk.local_store.machine import this_machine

    if credential is None:
        yield look("credential", "key_not_tried")
        return
    try:
        held = load_credential(credential)
    except ConfigError as error:
        yield look("credential", "settings_unusable", Level.FAULT, reason=error)
        return
    mode = credential.stat().st_mode & 0o777
    if mode & _OPEN_TO_OTHERS:
        yield look("credential", "key_open", Level.WARNING, mode=f"{mode:o}", file=credential)
    hall = HallClient(hall_access(server, held, this_machine(), _BOARD_LIMIT_S * 3))
    try:
        yield look_at_key(hall, server)
    finally:
        hall.close()


def _store(path: Path) -> Look:
    from kiosk.local_store import LocalStoreError
    from kiosk.local_store.status import status

    if not path.exists():
        return look("store", "store_new")
    try:
        found = status(path)
    except LocalStoreError as error:
        return look("store", "store_needs_help", Level.FAULT, reason=error)
    reason = found.quarantine or ", ".join(found.refused.values())
    if reason:
        return look("store", "store_needs_help", Level.FAULT, reason=reason)
    return look("store", "store_well", pending=found.outbox_pending)
