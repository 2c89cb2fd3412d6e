"""The run that was begun: seed, number of kills, mark of the sources; it goes on only when all of it is the same.

Knows no case. What was kept of another run is deleted, and whoever runs the drill is told why.
"""

from __future__ import annotations

import json
import random
import shutil
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Begun:
    """`sources`: the mark of the program and the drill (see `sources`)."""

    seed: int
    kills: int
    sources: str


def begin(folder: Path, *, kills: int, sources: str, seed: str = "", fresh: bool = False) -> Begun:
    """The run of that folder that goes on, or a new one. `seed` as it was asked for, "" when it does not matter."""
    before = _before(folder)
    why = _why_anew(before, kills, sources, seed, fresh=fresh)
    if before is None or why:
        shutil.rmtree(folder, ignore_errors=True)
        before = None
    run = before or Begun(int(seed or random.SystemRandom().randrange(10**6)), kills, sources)
    folder.mkdir(parents=True, exist_ok=True)
    _file(folder).write_text(json.dumps(asdict(run)), encoding="utf-8")
    print(f"SEED={run.seed}, {'goes on' if before else f'begins anew: {why}' if why else 'begins'}", flush=True)
    return run


def over(folder: Path) -> None:
    """The next run is a new one."""
    _file(folder).unlink()


def _file(folder: Path) -> Path:
    return folder / "run.json"


def _before(folder: Path) -> Begun | None:
    try:
        told = json.loads(_file(folder).read_text(encoding="utf-8"))
        return Begun(int(told["seed"]), int(told["kills"]), str(told.get("sources", "")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _why_anew(before: Begun | None, kills: int, sources: str, seed: str, *, fresh: bool) -> str:
    if before is None:
        return ""
    if before.sources != sources:
        return "the program or the drill is not the one that the kept results are of"
    if before.kills != kills:
        return f"{kills} kills are asked, the kept results are of a run with {before.kills}"
    if seed and int(seed) != before.seed:
        return f"the kept results are of seed {before.seed}"
    return "it was asked for" if fresh else ""
