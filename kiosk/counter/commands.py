"""`kapok counter`, and `kapok keypad`, its short form for one pad without a file. Parses words and files."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.enrol_command import asks_to_enrol
from kiosk.enrol_command import enrol as enrol_machine

if TYPE_CHECKING:
    from config.counter_file import CounterFile
    from config.kiosk_file import Credential
    from kiosk.counter.machine import CounterMachine

FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
_KINDS = ("keypad", "serial")
_EXAMPLE = (
    "\b\nExample:\n"
    "  kapok counter enrol --hall http://10.0.0.5:8080 --code 7KQ2-M4XA --out pad3.toml\n"
    "  kapok keypad --key pad3.toml --counter 3 --address /dev/input/by-id/usb-pad-event-kbd\n\n"
    "\b\nKeys:  Enter next step · 0 call again · . did not come · Backspace take back\n"
    "       to end a service: Enter, then Enter again (usual end, next call), or 1 to 9, 0, + as in the picker\n"
    "       - hold, then why (1 to 6) · * pause, then why (1 to 5) · + send on, then the counter's number and Enter\n"
)


@click.group()
def counter() -> None:
    """The machine at a counter: a caller box, the strip above it, a rating pad.

    It needs two files: its own (which counter, which boxes hang there) and the credential that `kapok counter enrol`
    wrote for it, or `kapok hall key new --role counter`. One pad alone needs no file of its own: `kapok keypad`.
    """


@counter.command(
    epilog=(
        "\b\nExample:\n"
        "  kapok hall enrol new --data hall/ --site hall.toml --counter 3     on the server, or the page 设备\n"
        "  kapok counter enrol --hall http://10.0.0.5:8080 --code 7KQ2-M4XA --out counter3.toml\n"
        "  kapok counter run --config counter.toml --credential counter3.toml\n"
    )
)
@asks_to_enrol
def enrol(server: str, code: str, out: Path, authority: Path | None, wait_s: float) -> None:
    """登记: make this machine's own key, show its fingerprint, wait until the hall lets it in.

    Somebody compares the fingerprint here with the one on the page 设备 (or `kapok hall enrol list`). From then on each
    request is signed, and it calls at that one counter. Broken off, the same command goes on with the same key. An
    older credential with a secret goes on working until `kapok hall key revoke`. Exit code 1 when the hall refuses.
    """
    enrol_machine(server, code, out, authority, wait_s, at_counter=True)


@counter.command()
@click.option("--config", "config_file", type=FILE, required=True, help="The file, see config/sites/counter.toml.")
@click.option(
    "--credential",
    "key_file",
    type=FILE,
    required=True,
    help="What `kapok counter enrol` wrote.",
)
@click.option("--verbose", is_flag=True, help="Log every look at the boxes and the hall.")
def run(config_file: Path, key_file: Path, verbose: bool) -> None:
    """Run the boxes of a counter until it is told to stop (SIGTERM).

    The caller box presses what the console would press, as whoever is signed in there, and shows how many wait and who
    is at hand. The strip shows what the window's screen shows, in one line; without the hall it sends people to the
    board. The pad is lit only while the visitor is invited to rate. A box that is pulled out is waited for, and said.

    kapok counter run --config counter.toml --credential counter3.toml
    """
    from config.counter_file import load_counter
    from config.errors import ConfigError
    from config.kiosk_file import load_credential

    try:
        _until_told(load_counter(config_file), load_credential(key_file), key_file, verbose=verbose)
    except ConfigError as error:
        raise click.ClickException(str(error)) from None


@click.command(epilog=_EXAMPLE)
@click.option("--key", "key_file", type=FILE, required=True, help="What `kapok counter enrol` wrote.")
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
    from config.counter_file import CounterFile, CounterTable
    from config.errors import ConfigError
    from config.kiosk_file import load_credential

    file = CounterFile(CounterTable(counter, server), {"caller": {"driver": driver, "address": address}})
    try:
        _until_told(file, load_credential(key_file), key_file)
    except ConfigError as error:
        raise click.ClickException(str(error)) from None


def _until_told(file: CounterFile, credential: Credential, key_file: Path, *, verbose: bool = False) -> None:
    from config.counter_file import check_given
    from config.logs import set_up_logs
    from devices.errors import DeviceConfigError
    from kiosk.counter.machine import CounterMachine

    check_given(key_file, credential, file.counter.no)
    server = file.counter.server or credential.server
    if not server:
        raise click.UsageError(
            "no address of the hall: neither the command, nor the file, nor the credential names one"
        )
    set_up_logs(logging.DEBUG if verbose else logging.WARNING)
    logging.getLogger("urllib3").setLevel(logging.WARNING)
    try:
        machine = CounterMachine(file, credential, server, click.echo)
    except DeviceConfigError as error:
        raise click.ClickException(str(error)) from None
    asyncio.run(_until_signalled(machine))


async def _until_signalled(machine: CounterMachine) -> None:
    from config.service import systemd_here

    task, systemd = asyncio.create_task(machine.run()), systemd_here()
    beating = asyncio.create_task(systemd.beats())
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, task.cancel)
    with contextlib.suppress(asyncio.CancelledError):
        await task
    beating.cancel()
    systemd.leaving()
