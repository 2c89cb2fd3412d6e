"""Sticks and disks that somebody mounted on this machine: where copies are put. Mounts nothing itself."""

from __future__ import annotations

import os
from pathlib import Path

PLUGGED = ("/media/*", "/media/*/*", "/run/media/*/*")


def mounted() -> tuple[Path, ...]:
    """Media that somebody mounted, whether or not they may be written to."""
    found = (one for pattern in PLUGGED for one in sorted(Path("/").glob(pattern.lstrip("/"))))
    return tuple(one for one in found if one.is_mount())


def plugged_in() -> tuple[Path, ...]:
    """Media that somebody mounted and may be written to."""
    return tuple(one for one in mounted() if os.access(one, os.W_OK))
