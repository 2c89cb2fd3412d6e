"""One leg of the drill as a process: `python -m tests.drills.crash.leg <leg> <seed> <kills> <folder of results>`."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from tests.drills.crash.cases import Kept, run_leg
from tests.drills.crash.legs import plan


def main(leg: str, seed: str, kills: str, folder: str) -> int:
    """Play what is left of the leg; 0 when all of it was played, whatever it found."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that everything is cleared away
    try:
        run_leg(plan(int(seed), int(kills))[leg], Kept(Path(folder) / f"{leg}.json", int(seed)))
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
