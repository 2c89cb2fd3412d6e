"""`kapok device emulate`: pretends to be a device and obeys words. The only command that names emulators."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from devices.commands.looking import KINDS, json_option
from devices.commands.terminal import obey_lines, say

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable


WORDS = """\b
id-card: lay 王小明 11010119900307109, lift, unreadable, fault late 2, heal, unplug, plug
scanner: scan KPT1:0123…, scan-hex 414243, unplug, plug
printer: paper-out, paper-out after 300, paper-near-end, cover-open, cutter, offline, mute, heal, unplug, plug
Example: kapok device emulate id-card --link /tmp/card"""


@click.command(epilog=WORDS)
@click.argument("kind", type=KINDS)
@click.option("--link", type=click.Path(path_type=Path), help="A lasting name for the serial line, such as /tmp/card.")
@click.option("--baud", type=click.IntRange(300, 4_000_000), help="id-card: take the time that this rate takes.")
@click.option("--port", type=click.IntRange(0, 65535), help="printer: TCP port on 127.0.0.1 instead of a serial line.")
@click.option(
    "--folder", type=click.Path(file_okay=False, path_type=Path), help="printer: keep pictures of slips here."
)
@click.option("--mm-per-s", type=click.FloatRange(10, 1000), help="printer: let the paper take its time (60 to 250).")
@json_option
def emulate(kind: str, *, as_json: bool, **options: object) -> None:
    """Pretend to be a device until Ctrl-C; prints the address, then obeys words on its standard input."""
    asyncio.run(_emulate(kind, options, as_json=as_json))


async def _emulate(kind: str, options: dict[str, Any], *, as_json: bool) -> None:
    box, obey = _emulator(kind, options)
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


def _emulator(kind: str, options: dict[str, Any]) -> tuple[Any, Callable[[str], Awaitable[str]]]:
    if kind == "id-card":
        from devices.id_card import console
        from devices.id_card.emulator import IdCardReaderEmulator

        reader = IdCardReaderEmulator(link=options["link"], baud=options["baud"])
        return reader, lambda line: console.obey(reader, line)
    if kind == "scanner":
        from devices.code_scanner import console as scanner_console
        from devices.code_scanner.emulator import CodeScannerEmulator

        scanner = CodeScannerEmulator(link=options["link"])
        return scanner, lambda line: scanner_console.obey(scanner, line)
    from devices.receipt_printer import console as printer_console
    from devices.receipt_printer.emulator import ReceiptPrinterEmulator

    printer = ReceiptPrinterEmulator(**{name: options[name] for name in ("port", "link", "folder", "mm_per_s")})
    return printer, lambda line: printer_console.obey(printer, line)
