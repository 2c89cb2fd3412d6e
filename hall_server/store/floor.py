"""How fast this disk makes things durable: the floor that every commit stands on, measured at start."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_BLOCK = b"\0" * 4096
_TRIES = 25
INLINE_BELOW_S = 0.001


def measure_floor(folder: Path) -> float:
    """Median seconds of pwrite 4 KiB + fdatasync in this folder; OSError when it takes nothing."""
    with tempfile.TemporaryFile(dir=folder) as file:
        handle = file.fileno()
        return statistics.median(_once(handle) for _ in range(_TRIES))


def _once(handle: int) -> float:
    began = time.perf_counter()
    os.pwrite(handle, _BLOCK, 0)
    os.fdatasync(handle)
    return time.perf_counter() - began
