"""`kapok device emulate`: pretends to be a device and obeys words. Names none of them: the table does."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from devices import registry
from devices.commands.options import KINDS, json_option
from devices.commands.terminal import obey_lines, say

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from devices.registry.kinds import Emulator


EXAMPLES = """\b
Example: kapok device emulate id-card --link /tmp/card
then type: lay 王小明 11010119900307109; what else may be typed is told for a word that is not known"""


@click.command(epilog=EXAMPLES)
@click.argument("kind", type=KINDS)
@click.option("--link", type=click.Path(path_type=Path), help="A lasting name for the serial line, such as /tmp/card.")
@click.option("--baud", type=click.IntRange(300, 4_000_000), help="Take the time that this rate takes.")
@click.option("--port", type=click.IntRange(0, 65535), help="TCP port on 127.0.0.1 instead of a serial line.")
@click.option("--folder", type=click.Path(file_okay=False, path_type=Path), help="Keep what comes out here.")
@click.option("--mm-per-s", type=click.FloatRange(10, 1000), help="Let the paper take its time (60 to 250).")
@json_option
def emulate(kind: str, *, as_json: bool, **options: object) -> None:
    """Pretend to be a device 仿真 until Ctrl-C; prints the address, then obeys words on its standard input."""
    asyncio.run(_emulate(kind, options, as_json=as_json))


async def _emulate(kind: str, options: dict[str, Any], *, as_json: bool) -> None:
    box, obey = _emulator(kind, options)
    if options["folder"] is not None:
        options["folder"].mkdir(parents=True, exist_ok=True)  # now, not at the first sheet
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await box.start()
    try:
        say({"address": box.address}, f"{kind} at {box.address}", as_json=as_json)
        obeying = asyncio.create_task(obey_lines(obey, as_json=as_json))
        await stop.wait()
        obeying.cancel()
        await asyncio.gather(obeying, return_exceptions=True)
    finally:
        await box.stop()


def _emulator(kind: str, options: dict[str, Any]) -> tuple[Emulator, Callable[[str], Awaitable[str]]]:
    make = registry.kind_of(kind.replace("-", "_")).stand_in
    if make is None:
        raise click.UsageError(f"{kind} has no wire to stand at")
    stand_in = make()
    for name, value in options.items():
        if value is not None and name not in stand_in.options:
            raise click.UsageError(f"--{name.replace('_', '-')} means nothing for {kind}")
    box = stand_in.make(options)
    return box, lambda line: stand_in.obey(box, line)
