"""`kapok device probe`: open a device, ask how it is, leave again."""

from __future__ import annotations

import asyncio
import sys
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

import click

from devices import registry
from devices.commands.options import (
    BAUDS,
    KINDS,
    driver_option,
    json_option,
    may_address_option,
    name_of,
    set_option,
    settings_of,
)
from devices.commands.terminal import opened, say
from devices.commands.trouble import doctor_line, help_against, refuse_unheard, what_helps
from devices.errors import DeviceError
from devices.supervisor import health_of
from devices.values.health import DeviceHealth, Health

if TYPE_CHECKING:
    from collections.abc import Mapping

WELL = frozenset({Health.NORMAL, Health.WARNING})


@click.command(epilog="\b\nExample: kapok device probe id-card --address /dev/ttyUSB0 --try-bauds")
@click.argument("kind", type=KINDS)
@may_address_option
@driver_option
@set_option
@click.option("--try-bauds", is_flag=True, help="Serial line: try the usual rates until the box answers.")
@json_option
def probe(
    kind: str, address: str, driver: str | None, more: tuple[str, ...], *, try_bauds: bool, as_json: bool
) -> None:
    """Open a device 探测, ask how it is, and leave again; exit code 1 when it does not work now."""
    settings = settings_of(kind, driver, address, more)
    refuse_unheard(kind, settings)
    for baud in BAUDS if try_bauds else (None,):
        at: dict[str, object] = {} if baud is None else {"baud": baud}
        health, told, help_ = asyncio.run(health_now(name_of(kind), settings | at))
        row = {"device": health.device, "health": health.health, "reason": health.reason} | at | told
        words = "\n  ".join(("  ".join(str(value) for value in row.values() if value), *help_))
        row |= dict(zip(("chinese", "english"), help_, strict=False))
        say(row, words, as_json=as_json)
        if health.health in WELL:
            return
    if not as_json:
        click.echo(f"  {doctor_line(name_of(kind))}")
    sys.exit(1)


async def health_now(name: str, settings: Mapping[str, object]) -> tuple[DeviceHealth, dict[str, str], tuple[str, ...]]:
    """How the device is, what it has told of itself (a card reader's SAM id) or of its fault, and what helps.

    What it cannot do is a health; only settings that are wrong raise DeviceConfigError.
    """
    try:
        async with opened(registry.build(name, settings)) as box:
            health = health_of(name, await box.status())
            return health, _told(getattr(box, "capabilities", None)), what_helps(health.reason) if health.reason else ()
    except DeviceError as error:
        if error.code == "device_config":
            raise
        detail = {"detail": error.detail} if error.detail else {}
        return DeviceHealth(name, Health.FAULT, error.code), detail, help_against(error)


def _told(capabilities: object) -> dict[str, str]:
    """The names and numbers among its capabilities."""
    if not is_dataclass(capabilities):
        return {}
    values = {field.name: getattr(capabilities, field.name) for field in fields(capabilities)}
    return {name: value for name, value in values.items() if type(value) is str and value}
