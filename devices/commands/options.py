"""Options that several device commands share, and the settings that are made of them. Knows no device."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from devices import registry
from devices.commands.kiosk_file import device_tables

if TYPE_CHECKING:
    from collections.abc import Sequence

KINDS = click.Choice([name.replace("_", "-") for name in registry.NAMES])
BAUDS = (115200, 9600, 57600, 38400, 19200)  # bits per second, in the order in which readers are met
YES, NO = {"true", "yes", "1"}, {"false", "no", "0"}

ADDRESS_HELP = "/dev/…, serial:///dev/ttyUSB0?baud=9600, tcp://host:port"
address_option = click.option("--address", required=True, help=ADDRESS_HELP)
may_address_option = click.option("--address", default="", help=ADDRESS_HELP)
driver_option = click.option("--driver", help="One of those that `kapok device list` shows; else the usual one.")
set_option = click.option("--set", "more", multiple=True, metavar="KEY=VALUE", help="Another setting of the driver.")
config_option = click.option(
    "--config", type=click.Path(path_type=Path), help="A kiosk's file that says driver and address."
)
json_option = click.option("--json", "as_json", is_flag=True, help="One JSON object a line, for programs.")
seconds_option = click.option("--seconds", type=click.FloatRange(min=0.1), help="Stop after so long.")
count_option = click.option(
    "--count", type=click.IntRange(min=1), default=1, show_default=True, help="Stop after so many."
)


def name_of(kind: str) -> str:
    """A kind as the table and the settings call it, from how it is typed."""
    return kind.replace("-", "_")


def settings_of(kind: str, driver: str | None, address: str, more: Sequence[str] = ()) -> dict[str, object]:
    """What would stand in a kiosk's file. Raises UsageError for KEY=VALUE that is none."""
    table = registry.kind_of(name_of(kind))
    driver = driver or table.usual
    keys = table.drivers[driver].keys if driver in table.drivers else {}
    settings: dict[str, object] = {"driver": driver}
    if address:
        settings["address"] = address
    for pair in more:
        key, equals, value = pair.partition("=")
        if not equals:
            raise click.UsageError(f"--set {pair}: expected KEY=VALUE")
        settings[key] = _typed(key, value, keys.get(key, str))
    return settings


def settings_from(
    kind: str, config: Path | None, driver: str | None, address: str, more: Sequence[str]
) -> dict[str, object]:
    """What was typed, or what a kiosk's file says of this kind. Raises UsageError, DeviceConfigError."""
    if config is None:
        settings = settings_of(kind, driver, address, more)
        entry = registry.kind_of(name_of(kind)).drivers.get(str(settings["driver"]))
        if entry is not None and entry.wired and not address:
            raise click.UsageError("give an --address, or a --config file")
        return settings
    if driver or address or more:
        raise click.UsageError("--config says all of it: leave out --driver, --address and --set")
    tables = device_tables(config)
    if name_of(kind) not in tables:
        raise click.UsageError(f"{config} has no [device.{name_of(kind)}]; it has: {', '.join(tables)}")
    return tables[name_of(kind)]


def _typed(key: str, value: str, expected: type) -> object:
    refusal = click.UsageError(f"--set {key}={value}: expected {expected.__name__}")
    if expected is bool:
        if value not in YES | NO:
            raise refusal
        return value in YES
    try:
        return expected(value)
    except ValueError as error:
        raise refusal from error
