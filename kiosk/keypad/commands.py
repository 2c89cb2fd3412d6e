"""`kapok keypad`: call with a numeric key pad while another program has the screen. Parses words and files."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from kiosk.keypad.agent import Agent

_KINDS = ("keypad", "serial")
_EXAMPLE = (
    "\b\nExample:\n"
    "  kapok hall key new --data hall/ --role counter --counter 3 --name pad3 --out pad3.toml\n"
    "  kapok keypad --key pad3.toml --counter 3 --address /dev/input/by-id/usb-pad-event-kbd\n\n"
    "\b\nKeys:  Enter next step · 0 call again · . did not come · Backspace take back\n"
    "       to end a service: Enter, then Enter again (usual end, next call), or 1 to 9, 0, + as in the picker\n"
    "       - hold, then why (1 to 6) · * pause, then why (1 to 5) · + send on, then the counter's number and Enter\n"
)


@click.command(epilog=_EXAMPLE)
@click.option(
    "--key",
    "key_file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    required=True,
    help="Credential file of a counter key.",
)
@click.option("--counter", type=click.IntRange(1), required=True, help="The counter at which the pad lies.")
@click.option("--address", required=True, help="The pad: its path under /dev/input/by-id, or a serial box's device.")
@click.option("--driver", type=click.Choice(_KINDS), default="keypad", show_default=True, help="What hangs there.")
@click.option("--server", default="", help="Address of the hall; else the one in the credential file.")
def keypad(key_file: Path, counter: int, address: str, driver: str, server: str) -> None:
    """Call with a USB numeric key pad while the clerk types in another program.

    Takes one pad for itself, so that its keys reach no other program, and presses what the console would press: as
    whoever is signed in at that counter, under the hall's own rules. Somebody has to have opened the counter at the
    console; the console shows each press at once. Where the console opens a panel the pad asks in words, and the next
    key answers; whatever needs a list is pressed there. A pad that is pulled out is waited for. Each press is answered
    by one line. Runs until SIGTERM or Ctrl-C.
    """
    from config.errors import ConfigError
    from config.kiosk_file import load_credential
    from devices.errors import DeviceConfigError
    from devices.registry.caller import caller
    from kiosk.keypad.agent import Agent
    from kiosk.keypad.desk import CounterDesk

    try:
        credential = load_credential(key_file)
        pad = caller({"driver": driver, "address": address})
    except (ConfigError, DeviceConfigError) as error:
        raise click.ClickException(str(error)) from None
    where = server or credential.server
    if not where:
        raise click.UsageError("--server: the credential file names no hall's address")
    asyncio.run(_until_told(Agent(pad, CounterDesk(credential, counter, where), _say)))


def _say(words: str) -> None:
    click.echo(words)


async def _until_told(agent: Agent) -> None:
    task = asyncio.create_task(agent.run())
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, task.cancel)
    with contextlib.suppress(asyncio.CancelledError):
        await task
