"""Folders that are only ours (0700) and do not outlive us. Knows no scanner and no page."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from pathlib import Path

PREFIX = "kapok-"
_NAME = re.compile(rf"{PREFIX}[a-z]+-(\d+)-(\d+)-\w+")


def private_folder(purpose: str, base: Path | None = None) -> Path:
    """A new empty folder, mode 0700, that bears our process in its name. `purpose`: small letters."""
    pid = os.getpid()
    return Path(tempfile.mkdtemp(prefix=f"{PREFIX}{purpose}-{pid}-{_began(pid)}-", dir=base))  # mode 0700


def sweep(purpose: str, base: Path | None = None) -> int:
    """Remove the folders of processes that are no more (after a crash); how many there were."""
    gone = 0
    for path in Path(base or tempfile.gettempdir()).glob(f"{PREFIX}{purpose}-*"):
        named = _NAME.fullmatch(path.name)
        if named is None or path.is_symlink() or not path.is_dir() or path.stat().st_uid != os.getuid():
            continue
        if _began(int(named[1])) != int(named[2]):
            shutil.rmtree(path, ignore_errors=True)
            gone += 1
    return gone


def _began(pid: int) -> int:
    """When this process began, in ticks since the machine did; 0 when there is none (proc(5), stat, field 22)."""
    try:
        return int(
            Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()[19]
        )
    except (OSError, IndexError, ValueError):
        return 0
