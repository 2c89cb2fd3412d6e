"""`kapok device doctor`: says what is wrong with a device, whose fault it is, and what to do."""

from __future__ import annotations

import asyncio
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from devices.commands.examining import examine
from devices.commands.findings import CHINESE, Step
from devices.commands.kiosk_file import device_tables
from devices.commands.options import (
    KINDS,
    driver_option,
    json_option,
    may_address_option,
    name_of,
    set_option,
    settings_of,
)
from devices.commands.places import Places
from devices.commands.terminal import say
from devices.errors import DeviceConfigError
from devices.transports.serial_ports import ports_there, same_port

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from devices.commands.findings import Finding

WELL, ILL, UNUSABLE = 0, 1, 2  # exit codes

EXAMPLES = """\b
Example: kapok device doctor id-card --address /dev/ttyUSB0
Example: kapok device doctor --config kiosk.toml"""


@click.command(epilog=EXAMPLES)
@click.argument("kind", type=KINDS, required=False)
@may_address_option
@driver_option
@set_option
@click.option("--config", type=click.Path(path_type=Path), help="A kiosk's file: examine each [device.*] in it.")
@json_option
def doctor(
    kind: str | None, address: str, driver: str | None, more: tuple[str, ...], *, config: Path | None, as_json: bool
) -> None:
    """Examine a device 诊断, or all of a kiosk's file: cable 线缆, driver 驱动, permission 权限 or device 设备?

    Exit code 0: all are well. 1: one does not work, or not like this. 2: the settings cannot be used. Stop the kiosk
    first: it has its devices for itself.
    """
    if (kind is None) == (config is None):
        raise click.UsageError("give a KIND and its --address, or a --config file")
    try:
        tables = device_tables(config) if config else {}
    except DeviceConfigError as error:
        raise click.UsageError(error.detail) from error
    if kind is not None:
        tables = {name_of(kind): settings_of(kind, driver, address, more)}
    worst = WELL
    for name, settings in tables.items():
        findings = asyncio.run(examine(name, settings, Places()))
        worst = max(worst, _verdict(findings))
        _show(name, settings, findings, as_json=as_json)
    if config:
        _show_strangers([table.get("address") for table in tables.values()], as_json=as_json)
    sys.exit(worst)


def _verdict(findings: list[Finding]) -> int:
    last = findings[-1]
    if not last.is_fault:
        return WELL
    return UNUSABLE if last.step is Step.SETTINGS else ILL


def _show(name: str, settings: Mapping[str, object], findings: list[Finding], *, as_json: bool) -> None:
    last = findings[-1]
    if as_json:
        row = {
            "device": name,
            "driver": settings.get("driver"),
            "address": settings.get("address"),
            "well": not last.is_fault,
            "blame": last.blame.value,
            "code": "" if last.code == "well" else last.code,
            "chinese": last.chinese,
            "english": last.english,
            "steps": [asdict(finding) for finding in findings],
        }
        say(row, "", as_json=True)
        return
    click.echo(f"{name}  {settings.get('driver')}  {settings.get('address', '')}".rstrip())
    for finding in findings:
        mark = "✗" if finding.is_fault else "!" if finding.warning else "✓"
        blame = f" [{CHINESE[finding.blame]} {finding.blame.value}]" if finding.is_fault else ""
        detail = f" ({finding.detail})" if finding.detail else ""
        click.echo(f"  {mark} {CHINESE[finding.step]} {finding.step.value}: {finding.code}{blame}{detail}")
        if finding.code != "well":
            click.echo(f"      {finding.chinese}")
            click.echo(f"      {finding.english}")


def _show_strangers(addresses: Iterable[object], *, as_json: bool) -> None:
    """Serial ports that are there and in nobody's settings: perhaps the device hangs on one of them."""
    known = list(addresses)
    strangers = [port for port in ports_there() if not any(same_port(address, port) for address in known)]
    if as_json:
        say({"not_configured": [port.path for port in strangers]}, "", as_json=True)
    elif strangers:
        names = ", ".join(port.path for port in strangers)
        click.echo(f"未配置的串口 serial ports that no device here uses: {names}")
