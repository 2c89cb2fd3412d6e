"""The composition table: kind + driver name → a box, from settings. The only production room that names drivers.

Settings are plain mappings such as {"driver": "sdt", "address": "serial:///dev/ttyUSB0?baud=115200"}. Each kind has a
file here with `KIND`; nothing of it is imported before it is asked for.
"""

from __future__ import annotations

import math
from importlib import import_module
from typing import TYPE_CHECKING

from devices.errors import DeviceConfigError
from devices.registry.kinds import SHARED_KEYS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from devices.ports.device import Device
    from devices.registry.kinds import Entry, Kind

NAMES = (
    "id_card",
    "code_scanner",
    "smart_card",
    "camera",
    "receipt_printer",
    "page_printer",
    "document_scanner",
    "caller",
    "rating_pad",
    "led_strip",
    "indicator",
    "speaker",
    "access_pad",
    "sensors",
)


def kind_of(name: str) -> Kind:
    """One kind by its name. Raises DeviceConfigError when there is none of that name."""
    if name not in NAMES:
        raise DeviceConfigError(name, f"no such kind of device; known are: {', '.join(NAMES)}")
    kind: Kind = import_module(f"devices.registry.{name}").KIND
    return kind


def known() -> list[Kind]:
    """The whole table."""
    return [kind_of(name) for name in NAMES]


def build(name: str, settings: Mapping[str, object], device: str = "") -> Device:
    """The box that the settings ask for, not opened; `device` is what it is called. Raises DeviceConfigError."""
    device = device or name
    return checked(name, settings, device).make(device, dict(settings))


def checked(name: str, settings: Mapping[str, object], device: str) -> Entry:
    """The driver that the settings name, once all of them are such as it knows. Raises DeviceConfigError."""
    drivers = kind_of(name).drivers
    driver = settings.get("driver")
    entry = drivers.get(driver) if isinstance(driver, str) else None
    if entry is None:
        words = ", ".join(sorted(drivers))
        raise DeviceConfigError(device, f"driver {driver!r} is not known for {name}; known are: {words}")
    for key, value in settings.items():
        _check(entry, key, value, device)
    if entry.wired and not settings.get("address"):
        raise DeviceConfigError(device, f"driver {driver!r} needs an address")
    return entry


def _check(entry: Entry, key: str, value: object, device: str) -> None:
    expected = entry.keys.get(key, int if key == "width_mm" else str)
    if key not in SHARED_KEYS | set(entry.keys):
        keys = ", ".join(sorted(SHARED_KEYS | set(entry.keys)))
        raise DeviceConfigError(device, f"setting {key!r} is not known; known are: {keys}")
    fits = isinstance(value, int | float) if expected is float else isinstance(value, expected)
    if not fits or (isinstance(value, bool) and expected is not bool):
        raise DeviceConfigError(device, f"setting {key!r} is {value!r}, expected {expected.__name__}")
    if isinstance(value, int | float) and expected is not bool and not 0 < value < math.inf:
        raise DeviceConfigError(device, f"setting {key!r} is {value!r}, expected more than 0 and less than infinity")
