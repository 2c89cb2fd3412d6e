"""`kapok device …`: look at devices, read from them, stand in for them. Knows no hall and no kiosk."""

from __future__ import annotations

import click

from devices.commands.drilling import drill
from devices.commands.looking import list_drivers, probe, read_card, scan, trace
from devices.commands.standing_in import emulate
from devices.commands.terminal import DeviceGroup

EXAMPLE = """\b
Example: a whole card reader on the desk, in two terminals
kapok device emulate id-card --link /tmp/card
kapok device read-card --address /tmp/card"""


@click.group(cls=DeviceGroup, epilog=EXAMPLE)
def device() -> None:
    """Devices: probe them, read from them, stand in for them."""


for command in (list_drivers, probe, read_card, scan, trace, emulate, drill):
    device.add_command(command)
