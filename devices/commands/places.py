"""What this machine knows of a device file without opening it: is it there, who may use it, who does. Opens nothing."""

from __future__ import annotations

import contextlib
import grp
import os
import pwd
from dataclasses import dataclass
from pathlib import Path

UNTAKEN_CLASSES = {"ff", "02", "07"}  # USB interfaces that ought to have a driver: vendor's own, serial, printer


@dataclass(frozen=True, slots=True)
class Places:
    """Where a Linux keeps what is asked here."""

    sys: Path = Path("/sys")
    proc: Path = Path("/proc")

    def usb_without_driver(self) -> list[str]:
        """USB devices that no kernel driver has taken, as "1a86:7523 name"."""
        found = []
        for interface in sorted((self.sys / "bus/usb/devices").glob("*:*")):
            if _read(interface / "bInterfaceClass") in UNTAKEN_CLASSES and not (interface / "driver").exists():
                device = interface.parent / interface.name.split(":")[0]
                ids = f"{_read(device / 'idVendor')}:{_read(device / 'idProduct')}"
                found.append(f"{ids} {_read(device / 'product')}".strip())
        return list(dict.fromkeys(found))

    def users_of(self, path: Path) -> list[str]:
        """Programs that have this file open, as far as we may look, as "name (pid)"; not ourselves."""
        target = str(path.resolve())
        others = [process for process in self.proc.glob("[0-9]*") if process.name != str(os.getpid())]
        return sorted(
            f"{_read(process / 'comm')} ({process.name})" for process in others if target in _open_files(process)
        )


def may_use(path: Path) -> bool:
    """Whether we may read and write it."""
    return os.access(path, os.R_OK | os.W_OK)


def group_and_user(path: Path) -> tuple[str, str]:
    """The group that the file belongs to, and who we are; numbers where there are no names."""
    group, user = path.stat().st_gid, os.getuid()
    try:
        group_name = grp.getgrgid(group).gr_name
    except KeyError:
        group_name = str(group)
    try:
        return group_name, pwd.getpwuid(user).pw_name
    except KeyError:
        return group_name, str(user)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""


def _open_files(process: Path) -> set[str]:
    found = set()
    with contextlib.suppress(OSError):  # gone meanwhile, or not ours to look at
        for link in (process / "fd").iterdir():
            with contextlib.suppress(OSError):
                found.add(str(link.readlink()))
    return found
