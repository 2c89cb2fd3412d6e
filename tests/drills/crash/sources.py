"""A mark of everything that a run is about: the program, the drill, and what the drill stands on.

Results that were kept under another mark are about another program and say nothing of this one.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).parents[3]
PROGRAM = ("kapok.py", "config", "devices", "hall_server", "kiosk", "ui", "pyproject.toml")
DRILL = (
    "tests/children.py",
    "tests/postgres.py",
    "tests/drills/crash",
    "tests/drills/power",  # kiosks' lives and what must be true of them
    "tests/drills/invariants.py",
    "tests/drills/verdict.py",
    "tests/integration/hall_server/served.py",
    "tests/integration/kiosk/programs.py",
    "tests/integration/kiosk/test_real_hall.py",
    "tests/unit/hall_server/halls.py",
)
NO_SOURCES = {"__pycache__", "node_modules"}


def mark(root: Path = ROOT, places: Iterable[str] = (*PROGRAM, *DRILL)) -> str:
    """The same for the same files with the same contents."""
    digest = hashlib.sha256()
    for place in places:
        for path in sorted(_files(root / place)):
            content = path.read_bytes()
            digest.update(f"{path.relative_to(root)} {len(content)}\n".encode())
            digest.update(content)
    return digest.hexdigest()[:16]


def _files(place: Path) -> Iterator[Path]:
    if place.is_file():
        yield place
    for path in place.rglob("*"):
        if path.is_file() and not NO_SOURCES.intersection(path.parts):
            yield path
