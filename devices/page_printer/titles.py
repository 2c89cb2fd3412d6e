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


def machine_station(etc: Path = Path("/etc"), net: Path = Path("/sys/class/net")) -> str:
    """A name for this machine that says nothing of it: eight letters from its id, its name and its network cards.

    The id alone will not do: halls copy one disk for all kiosks, and then each would cancel the others' jobs.
    """
    cards = sorted(card / "address" for card in net.glob("*") if (card / "device").exists())
    known = b"|".join(_read(path) for path in (etc / "machine-id", etc / "hostname", *cards))
    return hashlib.sha256(b"kapok page printer " + known).hexdigest()[:8]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes().strip()
    except OSError:
        return b""


class Titles:
    """Makes titles for one station in this process, and knows its own."""

    def __init__(self, station: str) -> None:
        self._station = station
        self._mine = f"kapok-{station}-{os.getpid()}.{_started(os.getpid())}-"
        self._next = _COUNTER

    def new(self) -> str:
        """A title that no other job has."""
        return f"{self._mine}{next(self._next)}"

    def mine(self, title: str) -> bool:
        """Whether it was made in this process."""
        return _TITLE.match(title) is not None and title.startswith(self._mine)

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
