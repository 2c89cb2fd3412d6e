"""What drivers on a serial line or on TCP have in common: their settings, and the wire made from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.transports import open_transport

if TYPE_CHECKING:
    from devices.ports.transport import Transport
    from devices.registry.kinds import Settings

LINE: dict[str, type] = {"baud": int, "rtscts": bool}


def wire(device: str, settings: Settings) -> Transport:
    """The wire to `settings["address"]`, not opened. Raises DeviceConfigError."""
    options = {key: settings[key] for key in LINE if key in settings}
    return open_transport(settings["address"], device=device, **options)
