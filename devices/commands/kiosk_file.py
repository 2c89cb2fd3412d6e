"""The [device.*] tables of a kiosk's file, as they stand: `config` checks the rest, and this wing may not know it."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from devices.errors import DeviceConfigError

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 1 << 20


def device_tables(path: Path) -> dict[str, dict[str, object]]:
    """Each device's settings by its name. Raises DeviceConfigError for a file that is none, or holds no devices."""
    try:
        with path.open("rb") as file:
            table = tomllib.loads(file.read(MAX_BYTES).decode("utf-8"))
    except (OSError, ValueError) as error:
        raise DeviceConfigError("config", f"{path}: {error}") from error
    devices = table.get("device")
    if not isinstance(devices, dict) or not devices or not all(isinstance(each, dict) for each in devices.values()):
        raise DeviceConfigError("config", f"{path}: expected at least one table [device.<kind>]")
    return devices
