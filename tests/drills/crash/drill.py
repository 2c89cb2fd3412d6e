"""The whole drill: its legs two at a time, what they saw put together, the verdict."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.report import OUT
from tests.children import ENDS_WITH_US
from tests.drills.crash.begun import begin, over
from tests.drills.crash.cases import Kept, Result, run
from tests.drills.crash.judgement import judge
from tests.drills.crash.legs import KILLS, plan
from tests.drills.crash.sources import mark

if TYPE_CHECKING:
    from tests.drills.crash.begun import Begun
    from tests.drills.crash.cases import Case

ROOT = Path(__file__).parents[3]
AT_A_TIME = 2


def main() -> int:
    """0 when everything that was promised held, 1 when not, 130 when stopped: it goes on from there next time."""
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, _stop)
    kills = int(os.environ.get("KILLS", str(KILLS)))
    folder = OUT / "drill-crash"
    if only := os.environ.get("ONLY"):
        return _only(only, int(os.environ["SEED"]), kills)
    begun = begin(
        folder, kills=kills, sources=mark(), seed=os.environ.get("SEED", ""), fresh=bool(os.environ.get("FRESH"))
    )
    seed = begun.seed
    legs = plan(seed, kills)
    children: list[subprocess.Popen[bytes]] = []

    def play(leg: str) -> int:
        words = [leg, str(seed), str(kills), str(folder)]
        child = subprocess.Popen(
            [*ENDS_WITH_US, sys.executable, "-m", "tests.drills.crash.leg", *words], cwd=ROOT, process_group=0
        )
        children.append(child)
        return child.wait()

    pool = ThreadPoolExecutor(AT_A_TIME)
    ends = [pool.submit(play, leg) for leg in legs]
    try:
        codes = [end.result() for end in ends]
    except KeyboardInterrupt:
        pool.shutdown(wait=False, cancel_futures=True)
        for child in children:
            if child.poll() is None:
                child.send_signal(signal.SIGTERM)
        for child in children:
            child.wait()
        print("stopped; the same command goes on from here")
        return 130
    if any(codes):
        print(f"legs ended with {codes}; the same command goes on from here", file=sys.stderr)
        return 1
    return _finish(folder, begun, legs)


def _stop(*_: object) -> None:
    raise KeyboardInterrupt


def _only(name: str, seed: int, kills: int) -> int:
    cases = [case for cases in plan(seed, kills).values() for case in cases if case.full_name == name]
    for case in cases:
        result = run(case)
        print(json.dumps({"findings": result.findings, "counts": result.counts, "caught": result.caught}, indent=1))
        return 1 if result.findings else 0
    print(f"no case {name}", file=sys.stderr)
    return 2


def _finish(folder: Path, begun: Begun, legs: dict[str, list[Case]]) -> int:
    results: dict[str, list[Result]] = {}
    for leg, cases in legs.items():
        kept = Kept(folder / f"{leg}.json", begun.seed)
        results[leg] = [kept.results[case.full_name] for case in cases]
    code = judge(results, begun, mark())
    over(folder)
    return code
