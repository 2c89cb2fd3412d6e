"""What the kiosk's processes hold of memory, shared parts shared fairly (PSS), in MB of 10^6 bytes."""

from __future__ import annotations

from pathlib import Path


def tree(pid: int) -> list[int]:
    """The process and all that it started, as they are now."""
    found = [pid]
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in task.read_text(encoding="ascii").split():
            found += tree(int(child))
    return found


def pss_mb(pid: int) -> float:
    """Of one process; 0 when it has gone."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0) * 1024 / 1e6


def tree_mb(pid: int) -> float:
    """Of the process and all that it started."""
    return sum(pss_mb(one) for one in tree(pid))
