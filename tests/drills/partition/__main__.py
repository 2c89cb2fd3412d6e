"""`make drill-partition`: SEEDS=10000 of them on two processes, or SEED=n alone with everything that happens in it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from collections import Counter
from functools import partial

from tests.drills.partition.naming import CONTROLS, Naming
from tests.drills.partition.play import Played, play
from tests.drills.partition.world import nothing_left_behind
from tests.drills.verdict import Verdict

SEEDS, OF_CONTROLS, PROCESSES, SAY_EVERY_S = 10_000, 100, 2, 10.0
NAMINGS = {naming.name: naming for naming in (Naming, *CONTROLS)}


def main() -> int:
    """Exit status 0 when every promise was held and every control was caught."""
    if one := os.environ.get("SEED"):
        return _shown(int(one), NAMINGS[os.environ.get("NAMING", Naming.name)])
    many = int(os.environ.get("SEEDS", SEEDS))
    verdict, began = Verdict("drill-partition"), time.monotonic()
    with nothing_left_behind():
        _product(verdict, many, began)
        _controls(verdict, min(many, OF_CONTROLS))
    verdict.figure("P9", "time taken", round((time.monotonic() - began) / 60, 1), "min")
    return verdict.finish()


def _shown(seed: int, naming: type[Naming]) -> int:
    with nothing_left_behind():
        played = play(seed, naming, size=float(os.environ.get("SIZE", "1")), verbose=True)
    print(f"seed {seed} ({played.naming}), trace {played.trace}: {', '.join(played.faults)}")
    for finding in played.findings:
        print(f"  {finding}", file=sys.stderr)
    return 1 if played.findings else 0


def _product(verdict: Verdict, many: int, began: float) -> None:
    seen: list[Played] = []
    said = began
    for played in _all(range(1, many + 1), Naming):
        seen.append(played)
        for finding in played.findings:
            print(f"  {finding}", flush=True)
        if time.monotonic() - said > SAY_EVERY_S:
            said = time.monotonic()
            bad = sum(1 for one in seen if one.findings)
            print(f"{len(seen)} of {many} seeds, {bad} with findings, {said - began:.0f} s", flush=True)
    excused, tally, faults = Counter[str](), Counter[str](), Counter[str]()
    for one in seen:
        excused.update(one.excused)
        tally.update(one.tally)
        faults.update(name.split()[0] for name in one.faults)
    held = sum(one.held for one in seen)
    verdict.at_least("P1", "seeds played", len(seen), many)
    if many < SEEDS:
        verdict.figure("P1b", f"short run, of the {SEEDS} seeds of a full one", round(100 * many / SEEDS, 1), "%")
    verdict.figure("P2", "numbers in people's hands", held)
    verdict.figure("P2b", "of them given without the hall", tally["lease"] + tally["emergency"])
    verdict.figure("P3", "faults", sum(len(one.faults) for one in seen))
    verdict.figure("P3b", "restores of a backup", tally["restores"])
    verdict.figure("P3c", "clones that met their original at one hall", tally["two at one hall"])
    verdict.nothing("P4", "numbers given twice", [f"{o.again}  # {w}" for o in seen for w in o.duplicates])
    verdict.nothing("P5", "held numbers lost after healing", [f"{o.again}  # {w}" for o in seen for w in o.lost])
    verdict.nothing("P6", "anything else broken", [f"{o.again}  # {w}" for o in seen for w in o.broken])
    verdict.nothing("P7", "not of one mind 5 s after healing", [f"{o.again}  # {w}" for o in seen for w in o.slow])
    verdict.figure("P7b", "longest time to be of one mind", max(one.converged_s for one in seen), "s")
    verdict.figure("P8", "numbers excused: nothing that is left knows them any more", excused.total())
    share = round(100 * excused.total() / max(1, held), 2)
    verdict.figure("P8b", "their share of the numbers in people's hands", share, "%")
    for reason, times in sorted(excused.items()):
        verdict.figure("P8c", f"excused: {reason}", times)


def _controls(verdict: Verdict, many: int) -> None:
    for at, naming in enumerate(CONTROLS):
        caught = sum(1 for played in _all(range(1, many + 1), naming) if played.duplicates)
        verdict.control(f"C{at + 1}", f"{naming.name}, of {many} seeds", caught)


def _all(seeds: range, naming: type[Naming]):
    with multiprocessing.get_context("fork").Pool(PROCESSES, initializer=_begin) as pool:
        try:
            yield from pool.imap_unordered(partial(play, naming=naming), seeds, chunksize=4)
            pool.close()
        except BaseException:
            pool.terminate()
            raise
        finally:
            pool.join()


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends them


if __name__ == "__main__":
    sys.exit(main())
