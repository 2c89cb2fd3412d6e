"""Walk after walk before real kiosks: no crash, no dead end, memory stays, nobody's name does (WALKS=2000, SEED=n).

Several kiosks, each with a hall and boxes of its own, are walked at once (KIOSKS=8): most of a walk is waiting.
"""

from __future__ import annotations

import asyncio
import os
import random
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.kiosk.memory import tree_mb
from tests.drills.soak_kiosk.monkey import Monkey
from tests.drills.soak_kiosk.world import START_S, World
from tests.drills.verdict import Verdict
from tests.tour.programs import ProgramFailedError
from tests.tour.remains import Look

WARM_UP = 0.15  # of the walks; every page has stood once by then
GROWTH = 1.05
EVERY = 10  # walks between two looks at memory


@dataclass
class Seen:
    """What was seen before one kiosk."""

    walks: int = 0
    touches: int = 0
    faults: int = 0
    pages: set[str] = field(default_factory=set)
    findings: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    held_mb: list[float] = field(default_factory=list)

    @property
    def growth(self) -> float:
        """Most memory of the later half against the earlier half, after the warm-up; 1 when there is too little."""
        warm = self.held_mb[int(len(self.held_mb) * WARM_UP) :]
        half = len(warm) // 2
        return max(warm[half:]) / max(warm[:half]) if half else 1.0


@dataclass
class Walks:
    """How many are still to be walked, by whichever kiosk is free; kiosks are put up one after the other."""

    left: int
    door: asyncio.Lock = field(default_factory=asyncio.Lock)

    def take(self) -> bool:
        """One more, if there is one."""
        self.left -= 1
        return self.left >= 0


async def one_kiosk(walks: Walks, seed: int, folder: Path) -> Seen:
    """Put up a hall, boxes and a kiosk, walk, and look through what is left."""
    seen, world = Seen(), World(folder, random.Random(seed))
    try:
        async with walks.door:
            await world.open()
    except ProgramFailedError as error:
        seen.findings.append(f"SEED={seed}: no kiosk to walk to: {error}")
        await world.close()
        return seen
    monkey = Monkey(world, random.Random(seed + 1))
    kiosk = world.stage.kiosk
    try:
        await kiosk.heard(r'^\{"page": "home"', within_s=START_S)
        while kiosk.running and walks.take():
            walk = await monkey.walk()
            seen.walks += 1
            seen.touches += len(walk.touched)
            seen.faults += len(walk.faults)
            found = walk.told(seen.walks, seed)
            seen.findings += found
            for finding in found:  # as it comes: whoever watches need not wait for the last walk
                print(finding, file=sys.stderr)
            seen.pages |= walk.pages
            if seen.walks % EVERY == 0:
                seen.held_mb.append(tree_mb(kiosk.pid))
                told = f"{seen.walks} walks, {len(seen.findings)} findings, {seen.held_mb[-1]:.0f} MB"
                print(f"SEED={seed}: {told}; {max(0, walks.left)} left for all", file=sys.stderr)
        if not kiosk.running:
            seen.findings.append(f"walk {seen.walks} (SEED={seed}): the kiosk has ended; {kiosk.last_words()}")
        faults = [line for line in kiosk.lines if "Traceback" in line or "a fault of our own" in line]
        seen.findings += [f"SEED={seed}: the kiosk says: {line}" for line in faults]
        await world.stage.stop()
        look = Look(world.names, world.numbers)
        for place in (folder, world.stage.state):
            seen.left += [f"SEED={seed}: {one.what} in {one.where}" for one in look.into_folder(place)]
    finally:
        await world.close()
    return seen


async def soak(walks: int, seed: int, kiosks: int, folder: Path) -> Verdict:
    """Share `walks` walks among `kiosks` kiosks and judge them."""
    shared = Walks(walks)
    every = await asyncio.gather(*(one_kiosk(shared, seed + 1000 * at, folder / f"{at}") for at in range(kiosks)))
    verdict = Verdict("soak-kiosk")
    verdict.at_least("W1", "walks", sum(seen.walks for seen in every), walks)
    verdict.figure("W2", "touches", sum(seen.touches for seen in every))
    verdict.figure("W3", "faults", sum(seen.faults for seen in every))
    verdict.figure("W4", "pages and parts touched", len(set().union(*(seen.pages for seen in every))))
    findings = [finding for seen in every for finding in seen.findings]
    verdict.nothing("W5", "crashes, dead ends, names left on the screen", findings)
    left = [found for seen in every for found in seen.left]
    verdict.nothing("W6", "names and numbers in stores, logs, slips, temporary files", left)
    growth = max(seen.growth for seen in every)
    verdict.at_most("W7", "memory of a kiosk's processes, later half to earlier half", round(growth, 3), GROWTH, "×")
    verdict.figure("W8", "memory of a kiosk's processes, most", max(max(s.held_mb, default=0) for s in every), "MB")
    return verdict


def main() -> int:
    """The drill, from the environment."""
    given = os.environ
    walks, kiosks = int(given.get("WALKS", "2000")), int(given.get("KIOSKS", "8"))
    seed = int(given.get("SEED", "0")) or random.randrange(10**6)
    with tempfile.TemporaryDirectory(prefix="kapok-soak-") as folder:
        return asyncio.run(soak(walks, seed, kiosks, Path(folder))).finish()


if __name__ == "__main__":
    sys.exit(main())
