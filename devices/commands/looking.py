"""Commands that talk to real devices (or to emulated ones, they cannot tell): list, probe, read-card, scan, trace."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from devices import registry
from devices.commands.terminal import card_row, note, only_on_a_terminal, opened, say, show_stream
from devices.errors import DeviceError
from devices.registry.code_scanner import code_scanner, code_scanner_on
from devices.registry.id_card import card_reader_on, id_card_reader
from devices.transports import open_transport
from devices.transports.record import RecordingTransport
from devices.values.health import DeviceHealth, Health
from devices.values.id_card import CardEventKind

if TYPE_CHECKING:
    from devices.values.code_scanner import ScannedCode
    from devices.values.id_card import CardEvent

KINDS = click.Choice([name.replace("_", "-") for name in registry.NAMES])
BAUDS = (115200, 9600, 57600, 38400, 19200)  # bits per second, in the order in which readers are met

address_option = click.option(
    "--address", required=True, help="/dev/…, serial:///dev/ttyUSB0?baud=9600, tcp://host:port"
)
json_option = click.option("--json", "as_json", is_flag=True, help="One JSON object a line, for programs.")
seconds_option = click.option("--seconds", type=click.FloatRange(min=0.1), help="Stop after so long.")
count_option = click.option(
    "--count", type=click.IntRange(min=1), default=1, show_default=True, help="Stop after so many."
)


@click.command("list", epilog="\b\nExample: kapok device list")
@json_option
def list_drivers(*, as_json: bool) -> None:
    """List the kinds of devices and the drivers for each, as they stand in a kiosk's file."""
    for kind in registry.known():
        for driver, entry in kind.drivers.items():
            row = {"kind": kind.name, "driver": driver, "settings": sorted(entry.keys), "about": entry.about}
            say(row, f"[device.{kind.name}]  driver = {driver:<12}{entry.about}", as_json=as_json)


@click.command(epilog="\b\nExample: kapok device probe id-card --address /dev/ttyUSB0 --try-bauds")
@click.argument("kind", type=KINDS)
@address_option
@click.option("--try-bauds", is_flag=True, help="Serial line: try the usual rates until the box answers.")
@json_option
def probe(kind: str, address: str, *, try_bauds: bool, as_json: bool) -> None:
    """Open a device, ask how it is, and leave again; exit code 1 when it does not work now."""
    for baud in BAUDS if try_bauds else (None,):
        health = asyncio.run(_health(kind, address, baud))
        at = {} if baud is None else {"baud": baud}
        row = {"device": health.device, "health": health.health, "reason": health.reason} | at
        say(row, "  ".join(str(value) for value in row.values() if value), as_json=as_json)
        if health.health in {Health.NORMAL, Health.WARNING}:
            return
    sys.exit(1)


async def _health(kind: str, address: str, baud: int | None) -> DeviceHealth:
    from devices.supervisor import health_of

    name = kind.replace("-", "_")
    settings: dict[str, object] = {"driver": registry.kind_of(name).usual, "address": address}
    try:
        async with opened(registry.build(name, settings | ({"baud": baud} if baud else {}))) as box:
            return health_of(name, await box.status())
    except DeviceError as error:
        if error.code == "device_config":
            raise
        return DeviceHealth(name, Health.FAULT, error.code)


@click.command("read-card", epilog="\b\nExample: kapok device read-card --address /dev/ttyUSB0 --count 2")
@address_option
@count_option
@seconds_option
@click.option("--full-on-screen", is_flag=True, help="Show all of the card; on a terminal only, never into a file.")
@json_option
def read_card(address: str, count: int, seconds: float | None, *, full_on_screen: bool, as_json: bool) -> None:
    """Wait for identity cards on the glass and show them masked: first character, last four digits."""
    only_on_a_terminal(full=full_on_screen)
    reader = id_card_reader({"driver": "sdt", "address": address})

    def show(event: CardEvent) -> bool:
        row = {"event": event.kind.value} | ({"reason": event.reason} if event.reason else {})
        if event.card is not None:
            row |= card_row(event.card, full=full_on_screen)
        say(row, "  ".join(row.values()), as_json=as_json)
        return event.kind in {CardEventKind.CARD, CardEventKind.UNREADABLE}

    asyncio.run(show_stream(reader, reader.events, show, count, seconds))


@click.command(epilog='\b\nExample: kapok device scan --address "serial:///dev/ttyUSB1?baud=9600"')
@address_option
@count_option
@seconds_option
@click.option("--full-on-screen", is_flag=True, help="Show the whole code; on a terminal only, never into a file.")
@json_option
def scan(address: str, count: int, seconds: float | None, *, full_on_screen: bool, as_json: bool) -> None:
    """Wait for codes before the scanner; shows how long they are, in which encoding, and how they begin."""
    only_on_a_terminal(full=full_on_screen)
    scanner = code_scanner({"driver": "serial", "address": address})

    def show(code: ScannedCode) -> bool:
        text = code.text if full_on_screen else code.text[:4] + "…"
        row = {"bytes": str(len(code.data)), "encoding": code.encoding, "text": text}
        say(row, "  ".join(row.values()), as_json=as_json)
        return True

    asyncio.run(show_stream(scanner, scanner.codes, show, count, seconds))


@click.command(
    epilog="\b\nExample: kapok device trace id-card --address /dev/ttyUSB0 --out /tmp/reader.jsonl --seconds 20"
)
@click.argument("kind", type=click.Choice(["id-card", "code-scanner"]))
@address_option
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="A file that is not there yet."
)
@click.option("--seconds", type=click.FloatRange(min=0.1), default=60.0, show_default=True, help="Stop after so long.")
def trace(kind: str, address: str, out: Path, seconds: float) -> None:
    """Write down every byte on the wire, to replay it later with --address replay:///FILE.

    The file holds what is on the cards: personal data. Use a test card, keep it to yourself, delete it.
    """
    wire = RecordingTransport(open_transport(address, device=kind.replace("-", "_")), out)
    click.echo(f"{out} will hold personal data if a real card or code is shown", err=True)
    if kind == "id-card":
        reader = card_reader_on(wire)
        asyncio.run(show_stream(reader, reader.events, lambda event: note(event.kind.value), sys.maxsize, seconds))
    else:
        scanner = code_scanner_on(wire)
        asyncio.run(show_stream(scanner, scanner.codes, lambda code: note(repr(code)), sys.maxsize, seconds))
