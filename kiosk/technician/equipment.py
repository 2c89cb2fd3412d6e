"""A kiosk's own boxes as the device doctor finds them, and the daemons that they need."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from config.machine import Level, Look
from devices.commands.examining import examine
from devices.commands.places import Places

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from config.kiosk_file import DeviceSettings

_OWN_CUPS = ("localhost", "127.0.0.1", "[::1]")


def daemons(devices: Mapping[str, DeviceSettings]) -> tuple[str, ...]:
    """The daemons and programs without which these boxes cannot be reached."""
    wanted: dict[str, None] = {}
    for kind, settings in devices.items():
        address, driver = str(settings.get("address", "")), str(settings.get("driver", ""))
        if address.startswith("pcsc:"):
            wanted["pcscd"] = None
        if kind == "page_printer" and any(f"//{host}" in address for host in _OWN_CUPS) and ":631" in address:
            wanted["cups"] = None
        if kind == "document_scanner" and driver == "sane":
            wanted["sane"] = None
    return tuple(wanted)


def looks_at_boxes(devices: Mapping[str, DeviceSettings], config_file: Path) -> Iterator[Look]:
    """One look a box: what the device doctor says of it last, and any warning on the way."""
    for kind, settings in devices.items():
        findings = asyncio.run(examine(kind, settings, Places()))
        last = findings[-1]
        warned = next((one for one in findings if one.warning), last)
        shown = last if last.is_fault else warned
        level = Level.FAULT if shown.is_fault else Level.WARNING if shown.warning else Level.FINE
        todo = ("", "") if level is Level.FINE else (f"kapok device doctor --config {config_file}",) * 2
        where = "  ".join(str(settings[key]) for key in ("driver", "address") if key in settings)
        yield Look(kind, shown.code, level, shown.chinese, shown.english, *todo, detail=shown.detail or where)
