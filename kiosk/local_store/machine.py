"""Which machine this is, which boot of it, and how much time has passed (definitions.md 5 and 11). Knows no store.

A disk image that is copied to another kiosk copies every file; what stands in the hardware is not copied with it.
Ages are differences of CLOCK_BOOTTIME: it counts on while the machine sleeps, and nobody can set it.
"""

from __future__ import annotations

import hashlib
import logging
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

LOG = logging.getLogger("kapok.kiosk.machine")

BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
SYSFS = Path("/sys")
DISK_SERIALS = ("device/serial", "serial", "device/cid")  # NVMe; virtio; eMMC
PLUGGED = "/usb"  # what hangs on USB is no part of the machine: somebody's stick must not make it another one
PERMANENT = "0"  # addr_assign_type of an address that was burnt in


@dataclass(frozen=True, slots=True)
class Machine:
    """What the store needs to know of the machine; tests bring their own."""

    boot_id: str  # another one after every start of the machine
    fingerprint: str  # 64 hex characters
    boottime_us: Callable[[], int]  # since this boot, sleep included
    wall_us: Callable[[], int]  # UTC as this machine's clock has it: may be wrong by years


def this_machine() -> Machine:
    """The machine that this process runs on."""
    found = hardware(SYSFS)
    if not any(found):
        LOG.warning("nothing built in can be recognised here: a copied disk would not be found out")
    return Machine(
        boot_id=BOOT_ID.read_text(encoding="ascii").strip(),
        fingerprint=fingerprint(*found),
        boottime_us=lambda: time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1000,
        wall_us=lambda: time.time_ns() // 1000,
    )


def fingerprint(dmi_uuid: str, addresses: Iterable[str], disks: Iterable[str]) -> str:
    """SHA-256 of DMI UUID, fixed MAC addresses and disk serials, as hex, in whatever order they were found."""
    parts = [("dmi", dmi_uuid), *(("mac", one) for one in addresses), *(("disk", one) for one in disks)]
    lines = sorted({f"{kind}={value.strip().lower()}" for kind, value in parts if value.strip()})
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def hardware(sysfs: Path) -> tuple[str, list[str], list[str]]:
    """DMI UUID ("" where it cannot be read: only root may), burnt-in MAC addresses, serials of built-in disks."""
    addresses = [
        _text(card / "address")
        for card in _built_in(sysfs / "class/net")
        if _text(card / "addr_assign_type") == PERMANENT
    ]
    disks = [
        serial
        for disk in _built_in(sysfs / "block")
        if (serial := next((text for name in DISK_SERIALS if (text := _text(disk / name))), ""))
    ]
    return _text(sysfs / "class/dmi/id/product_uuid"), addresses, disks


def _built_in(folder: Path) -> Iterator[Path]:
    """Entries that have a device behind them which nobody can pull out."""
    if not folder.is_dir():
        return
    for entry in sorted(folder.iterdir()):
        if (entry / "device").exists() and PLUGGED not in str(entry.resolve()) and _text(entry / "removable") != "1":
            yield entry


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""
