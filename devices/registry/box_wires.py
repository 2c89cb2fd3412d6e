"""The wire of small boxes on a counter: as for other lines, but 9600 baud unless the site says otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.registry.wires import wire

if TYPE_CHECKING:
    from devices.ports.transport import Transport
    from devices.registry.kinds import Settings

BOX_BAUD = 9600


def box_wire(device: str, settings: Settings) -> Transport:
    """The wire to `settings["address"]`, not opened. Raises DeviceConfigError."""
    return wire(device, {"baud": BOX_BAUD} | settings)
