"""`kapok device trace` and `replay`: keep what goes over a wire, and show what a driver makes of it later."""

from __future__ import annotations

import asyncio
import contextlib
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

import click

from devices import registry
from devices.commands.options import KINDS, address_option, driver_option, name_of, set_option, settings_of
from devices.commands.terminal import note, opened
from devices.errors import DeviceLostError
from devices.registry.wires import hooked
from devices.transports.record import RecordingTransport

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Mapping

    from devices.ports.device import Device
    from devices.ports.transport import Transport
    from devices.registry.kinds import Kind

LOOK_S = 1.0  # between two looks at a box that says nothing by itself


@click.command(
    epilog="\b\nExample: kapok device trace id-card --address /dev/ttyUSB0 --out /tmp/reader.jsonl --seconds 20"
)
@click.argument("kind", type=KINDS)
@address_option
@driver_option
@set_option
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="A file that is not there yet."
)
@click.option("--seconds", type=click.FloatRange(min=0.1), default=60.0, show_default=True, help="Stop after so long.")
def trace(kind: str, address: str, driver: str | None, more: tuple[str, ...], *, out: Path, seconds: float) -> None:
    """Write down every byte on the wire 抓包, to replay it later with `kapok device replay`.

    The file holds what is on the cards: personal data. Use a test card, keep it to yourself, delete it.
    """
    table = registry.kind_of(name_of(kind))

    def record(wire: Transport) -> Transport:
        return RecordingTransport(wire, out, device=table.name)

    box = _wired(kind, settings_of(kind, driver, address, more), record)
    click.echo(f"{out} will hold personal data if a real card or code is shown", err=True)
    with contextlib.suppress(TimeoutError):
        asyncio.run(_show(table, box, seconds))


@click.command(epilog="\b\nExample: kapok device replay id-card /tmp/reader.jsonl")
@click.argument("kind", type=KINDS)
@click.argument("trace_file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@driver_option
@set_option
def replay(kind: str, trace_file: Path, driver: str | None, more: tuple[str, ...]) -> None:
    """Play a trace back 回放 to a driver and show what it makes of it.

    The driver must ask what it asked then, with the same settings. Receipt printers make up a number for each question
    unless both are run with --set acknowledges=status.
    """
    table = registry.kind_of(name_of(kind))
    box = _wired(kind, settings_of(kind, driver, f"replay://{trace_file.resolve()}", more), lambda wire: wire)
    with contextlib.suppress(DeviceLostError):  # the end of the trace
        asyncio.run(_show(table, box, None))


def _wired(kind: str, settings: Mapping[str, object], wrap: Callable[[Transport], Transport]) -> Device:
    """The box with its wire wrapped. Raises UsageError for one that has none, DeviceConfigError."""
    wires: list[Transport] = []

    def hook(wire: Transport) -> Transport:
        wires.append(wrap(wire))
        return wires[-1]

    with hooked(hook):
        box = registry.build(name_of(kind), settings)
    if not wires:
        raise click.UsageError(
            f"{kind} 的这个驱动没有可记录的字节线路 this driver has no wire of bytes that could be written down"
        )
    return box


async def _show(kind: Kind, box: Device, seconds: float | None) -> None:
    async with opened(box), asyncio.timeout(seconds), contextlib.aclosing(_said(kind, box)) as words:
        async for word in words:
            note(word)


async def _said(kind: Kind, box: Device) -> AsyncGenerator[str, None]:
    """What the box says by itself, one word each; of one that is only asked, how it is, whenever that changes."""
    if kind.stream:
        async for event in getattr(box, kind.stream)():
            what = getattr(event, "kind", None)
            yield str(what.value) if isinstance(what, Enum) else repr(event)
            del event
        return
    last = ""
    while True:
        status = await box.status()
        words = f"{status.health.value} {status.reason}".rstrip()
        if words != last:
            yield words
        last = words
        if status.reason == DeviceLostError.code:
            return
        await asyncio.sleep(LOOK_S)
