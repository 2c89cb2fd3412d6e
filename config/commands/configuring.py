"""`kapok config show|check|explain`: what a site's, a kiosk's, a counter's file says, whether it is right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import click

from config.commands.shared import FILE, JSON
from config.errors import ConfigError
from config.flat import flat

if TYPE_CHECKING:
    from pathlib import Path

    from config.counter_file import CounterFile
    from config.explain import Key
    from config.kiosk_file import KioskFile
    from config.site import Site


@click.group()
def config() -> None:
    """Files of sites, kiosks and counters' machines 配置: show what holds, check it, explain a key."""


@config.command(epilog="\b\nExample:  kapok config show kiosk.toml      all keys that hold, defaults too")
@click.argument("file", type=FILE)
@JSON
def show(file: Path, *, as_json: bool) -> None:
    """Every setting of a file as it holds, with defaults; what differs from the default is marked. No secrets."""
    import msgspec

    from config.explain import usual

    try:
        held = flat(_loaded(file))
    except ConfigError as error:
        raise click.ClickException(str(error)) from None
    if as_json:
        click.echo(msgspec.json.encode(held).decode())
        return
    defaults = usual()
    for key, value in held.items():
        said = msgspec.json.encode(value).decode()
        mark = " " if defaults.get(re.sub(r"\[[^\]]+\]", "", key)) == said else "*"
        click.echo(f"{mark} {key} = {said}")


@config.command(epilog="\b\nExample:  kapok config check hall.toml kiosk.toml counter.toml")
@click.argument("files", type=FILE, nargs=-1, required=True)
@JSON
def check(files: tuple[Path, ...], *, as_json: bool) -> None:
    """Whether files can be used: file, key and what was expected. Exit code 2 when one cannot.

    For what may still surprise a hall, `kapok hall check`.
    """
    import json
    import sys

    told: list[dict[str, Any]] = []
    for file in files:
        try:
            _loaded(file)
            told.append({"file": str(file), "right": True})
        except ConfigError as error:
            told.append({"file": error.file, "right": False, "key": error.key, "expected": error.expected})
    if as_json:
        click.echo(json.dumps(told, ensure_ascii=False))
    else:
        for one in told:
            click.echo(f"✔ {one['file']}" if one["right"] else f"✘ {one['file']}: {one['key']}: {one['expected']}")
    if not all(one["right"] for one in told):
        sys.exit(2)


@config.command(
    epilog="\b\nExamples:\n  kapok config explain hall.walk_in_floor\n  kapok config explain screen.glass_bottom_mm"
)
@click.argument("key")
@JSON
def explain(key: str, *, as_json: bool) -> None:
    """What a key means, what may stand there and what holds without it: `hall.hours`, `counter.kinds`."""
    import msgspec

    from config.explain import explained, known_keys

    found = explained(key)
    if not found:
        near = [one for one in known_keys() if key.rpartition(".")[2] in one]
        raise click.ClickException(f"no key {key}" + (f"; perhaps {', '.join(near[:6])}" if near else ""))
    click.echo(msgspec.json.encode(found).decode() if as_json else "\n\n".join(map(_told, found)))


def _told(one: Key) -> str:
    default = "must be given" if one.required else f"default {one.default}"
    lines = (f"{one.key}  ({one.file}; {default})", f"  {one.kind}", f"  {one.meaning}")
    return "\n".join(line for line in lines if line.strip())


def _loaded(file: Path) -> Site | KioskFile | CounterFile:
    from config.counter_file import load_counter
    from config.kiosk_file import load_kiosk
    from config.reader import read_toml
    from config.site import load_site

    tables = read_toml(file)
    if "hall" in tables:
        return load_site(file)
    return load_counter(file) if "counter" in tables and "kiosk" not in tables else load_kiosk(file)
