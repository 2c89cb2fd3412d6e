"""Titles of jobs: nothing of a visitor, but enough to find our own again after a crash.

`kapok-<station>-<process>-<number>`: a job whose process is no more has nobody who watches it. Knows no printer.
"""

from __future__ import annotations

import hashlib
import os
import re
from itertools import count
from pathlib import Path

_TITLE = re.compile(r"kapok-([a-z0-9]{1,16})-([0-9]{1,10})\.([0-9]{1,20})-([0-9]{1,10})\Z")
STATION = re.compile(r"[a-z0-9]{1,16}\Z")
_START_TIME_FIELD = 19  # of /proc/<pid>/stat, counted behind the program's name in brackets (proc(5), field 22)


def machine_station(machine_id: Path = Path("/etc/machine-id")) -> str:
    """A name for this machine that says nothing of it: eight letters from its id."""
    try:
        own = machine_id.read_bytes().strip()
    except OSError:
        own = os.uname().nodename.encode()
    return hashlib.sha256(b"kapok page printer " + own).hexdigest()[:8]


class Titles:
    """Makes titles for one station in this process, and knows its own."""

    def __init__(self, station: str) -> None:
        self._station = station
        self._mine = f"kapok-{station}-{os.getpid()}.{_started(os.getpid())}-"
        self._next = _COUNTER

    def new(self) -> str:
        """A title that no other job has."""
        return f"{self._mine}{next(self._next)}"

    def ours(self, title: str) -> bool:
        """Whether this station made it, in whatever life."""
        found = _TITLE.match(title)
        return found is not None and found[1] == self._station

    def orphaned(self, title: str) -> bool:
        """Whether this station made it in a process that is no more."""
        found = _TITLE.match(title)
        return found is not None and found[1] == self._station and _started(int(found[2])) != found[3]


_COUNTER = count(1)  # one for the process: two drivers must not make the same title


def _started(process: int) -> str:
    """When a process began, in the kernel's ticks; empty when there is none."""
    try:
        stat = Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace")
    except OSError:
        return ""
    return stat.rpartition(")")[2].split()[_START_TIME_FIELD]
