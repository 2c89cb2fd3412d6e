"""`kapok device list` and `kapok device ports`: what there may be, and what is plugged in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from devices import registry
from devices.commands.kiosk_file import device_tables
from devices.commands.options import json_option
from devices.commands.terminal import say
from devices.errors import DeviceConfigError
from devices.registry.kinds import Group
from devices.registry.quality import card_of
from devices.transports.serial_ports import ports_there, same_port

if TYPE_CHECKING:
    from devices.registry.kinds import Kind


@click.command("list", epilog="\b\nExample: kapok device list --config kiosk.toml")
@click.option(
    "--config", type=click.Path(path_type=Path), help="Only what this kiosk's file names, with drivers and addresses."
)
@json_option
def list_drivers(config: Path | None, *, as_json: bool) -> None:
    """List the kinds of devices 设备清单 in the five groups of a hall, their drivers, and how far each was proved.

    A line as [device.id_card] driver = sdt is how it stands in a kiosk's file. With --config the equipment of that
    kiosk in the same groups, for the inventory of a hall.
    """
    if config:
        _equipment(device_tables(config), as_json=as_json)
        return
    kinds = registry.known()
    for group in Group:
        members = [kind for kind in kinds if kind.group is group]
        if as_json and not members:
            say({"group": group.value, "group_chinese": group.chinese, "kinds": []}, "", as_json=True)
        if not as_json:
            none = "" if members else "  (尚无此类设备 no kind of device yet)"
            click.echo(f"{group.chinese} {group.value}{none}")
        for kind in members:
            _list(kind, as_json=as_json)


def _equipment(tables: dict[str, dict[str, object]], *, as_json: bool) -> None:
    """What a kiosk is fitted with; a name that is no kind ends it with a DeviceConfigError, as everywhere."""
    fitted = [(registry.kind_of(name), table) for name, table in tables.items()]
    for group in Group:
        members = [(kind, table) for kind, table in fitted if kind.group is group]
        if not as_json:
            click.echo(f"{group.chinese} {group.value}{'' if members else '  (无 none)'}")
        for kind, table in members:
            driver, address, quality = table.get("driver", kind.usual), table.get("address", ""), _quality(kind.name)
            row = {
                "kind": kind.name,
                "chinese": kind.chinese,
                "group": group.value,
                "group_chinese": group.chinese,
                "driver": driver,
                "address": address,
                "quality": quality,
            }
            words = f"  {kind.chinese} {kind.name}: {driver} {address or '(无地址 no address)'}; {_words(quality)}"
            say(row, words, as_json=as_json)


def _list(kind: Kind, *, as_json: bool) -> None:
    quality = _quality(kind.name)
    if not as_json:
        click.echo(f"  {kind.chinese} {kind.name}: {_words(quality)}")
    for driver, entry in kind.drivers.items():
        row = {
            "kind": kind.name,
            "chinese": kind.chinese,
            "group": kind.group.value,
            "group_chinese": kind.group.chinese,
            "driver": driver,
            "settings": sorted(entry.keys),
            "about": entry.about,
            "quality": quality,
        }
        say(row, f"    [device.{kind.name}]  driver = {driver:<12}{entry.about}", as_json=as_json)


def _quality(kind: str) -> dict[str, object] | None:
    try:
        card = card_of(kind)
    except DeviceConfigError:
        return None
    done = sum(rule.state == "done" for rule in card.rules.values())
    return {"seen_real_hardware": card.seen_real_hardware, "seen": card.seen, "done": done, "todo": list(card.todo)}


def _words(quality: dict[str, object] | None) -> str:
    if quality is None:
        return "没有质量卡 has no quality card"
    seen = f"已上真机 seen on {quality['seen']}" if quality["seen_real_hardware"] else "未上真机 never on real hardware"
    todo = quality["todo"]
    names = ", ".join(todo) if isinstance(todo, list) and todo else "—"
    return f"{seen}; {quality['done']} rules done; 待办 to do: {names}"


@click.command(epilog="\b\nExample: kapok device ports --config kiosk.toml")
@click.option("--config", type=click.Path(path_type=Path), help="A kiosk's file: which port belongs to which device.")
@json_option
def ports(config: Path | None, *, as_json: bool) -> None:
    """List the serial ports 串口 that are there now, and which of them no device of a kiosk's file uses."""
    tables = device_tables(config) if config else {}
    found = ports_there()
    for port in found:
        device = next((name for name, table in tables.items() if same_port(table.get("address"), port)), "")
        words = device or ("未配置 not configured" if config else "")
        row = {"port": port.path, "also": list(port.also), "about": port.about, "device": device}
        say(row, "  ".join(filter(None, (port.path, *port.also, port.about, words))), as_json=as_json)
    if not found and not as_json:
        click.echo("没有串口 no serial port is there")
