"""A machine that a kiosk runs on: its hardware, its disk, its clocks; and an image of its disk."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass
class Device:
    """A machine: its hardware, its disk, its clocks."""

    kiosk_id: str
    hardware: str
    disk: Path
    wall_off_us: int = 0
    boots: int = 0
    booted_at_us: int = 0
    boot_id: str = ""


def copy_disk(source: Path, target: Path) -> None:
    """An image of a machine's disk as it is this moment."""
    for suffix in ("", "-wal"):
        there, here = source.with_name(source.name + suffix), target.with_name(target.name + suffix)
        here.unlink(missing_ok=True)
        if there.exists():
            shutil.copyfile(there, here)
    target.with_name(target.name + "-shm").unlink(missing_ok=True)
