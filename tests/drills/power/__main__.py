"""The power goes under the hall's and the kiosk's store, again and again: python -m tests.drills.power

CUTS=200 cuts over both stores together, SEED=1 what is drawn. The control is the same with synchronous = NORMAL.
"""

from __future__ import annotations

import os
import sys
import time

from tests.drills.power.plug import DrillError, unavailable
from tests.drills.power.runs import cut_hall, cut_kiosk
from tests.drills.verdict import Verdict

CUTS = 200
CONTROLS = 3
CONTROL_CUTS = 20  # at most; it takes one or two


def main() -> int:
    """Cut, judge, report; the exit status: 0 held, 1 not held, 2 nothing was proved."""
    if why := unavailable():
        print(f"drill-power: {why}", file=sys.stderr)
        return 2
    asked = os.environ.get("CUTS", str(CUTS)), os.environ.get("SEED", "1")
    if not all(word.isdecimal() for word in asked) or not int(asked[0]):
        print("drill-power: CUTS and SEED are whole numbers, CUTS at least 1", file=sys.stderr)
        return 2
    try:
        return _drill(*map(int, asked))
    except DrillError as error:
        print(f"drill-power: nothing is proved, the drill itself failed: {error}", file=sys.stderr)
        return 2


def _drill(cuts: int, seed: int) -> int:
    print(f"drill-power: {cuts} cuts, SEED={seed}", flush=True)
    verdict, began = Verdict("drill-power"), time.monotonic()
    if cuts < CUTS:
        verdict.figure("short-CUTS", f"short run: CUTS, usually {CUTS}", cuts)
    for name, cut in {"hall": cut_hall, "kiosk": cut_kiosk}.items():
        tally = cut(-(-cuts // 2), seed)
        verdict.at_least(f"{name}-cuts", f"{name}: cuts with FULL", tally.cuts, cuts / 2)
        verdict.figure(f"{name}-looks", f"{name}: times that all was checked", tally.looks)
        verdict.figure(f"{name}-told", f"{name}: things that it had acknowledged", tally.told)
        for what, times in sorted((tally.how + tally.when).items()):
            verdict.figure(f"{name}-{what.replace(', ', '-').replace(' ', '-')}", f"{name}: cuts, {what}", times)
        verdict.nothing(f"{name}-bad", f"{name}: lost, twice or damaged", tally.cases)
    for name, cut in {"hall": cut_hall, "kiosk": cut_kiosk}.items():
        caught = sum(bool(cut(CONTROL_CUTS, seed + number, weak=True).cases) for number in range(CONTROLS))
        verdict.control(f"{name}-weak", f"{name}: {CONTROLS} runs with NORMAL", caught)
    verdict.figure("seconds", "all of it took", time.monotonic() - began, "s")
    return verdict.finish()


if __name__ == "__main__":
    sys.exit(main())
