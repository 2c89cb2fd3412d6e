"""`kapok device …`: look at devices, read from them, stand in for them, prove them. Knows no hall and no kiosk."""

from __future__ import annotations

import click

from devices.commands.doctoring import doctor
from devices.commands.drilling import drill
from devices.commands.listing import list_drivers, ports
from devices.commands.probing import probe
from devices.commands.reading import read_card, scan
from devices.commands.standing_in import emulate
from devices.commands.tracing import replay, trace
from devices.commands.trouble import DeviceGroup

EXAMPLE = """\b
Example: a whole card reader on the desk, in two terminals
kapok device emulate id-card --link /tmp/card
kapok device read-card --address /tmp/card"""


@click.group(cls=DeviceGroup, epilog=EXAMPLE)
def device() -> None:
    """Devices 设备: probe them, read from them, stand in for them, drill them."""


for command in (list_drivers, ports, probe, doctor, read_card, scan, trace, replay, emulate, drill):
    device.add_command(command)
