"""From what the cases saw to the drill's verdict: the bars of the proof and the controls."""

from __future__ import annotations

import statistics
from collections import Counter
from typing import TYPE_CHECKING

from tests.drills.verdict import Verdict

if TYPE_CHECKING:
    from tests.drills.crash.cases import Result

KILLS_AT_LEAST = 300
SERVING_AGAIN_S = 2.0


def judge(results: dict[str, list[Result]], seed: int) -> int:
    """Write out/drill-crash.json and say how it ended: 0 held, 1 not."""
    verdict = Verdict("drill-crash")
    verdict.figure("seed", "seed of this run", seed)
    for name in ("sqlite",):
        _kills(verdict, name, results[name])
    findings = [one for leg, cases in results.items() if leg != "controls" for case in cases for one in case.findings]
    verdict.nothing("broken", "invariants broken, answers lost or changed", findings)
    for one in results["controls"]:
        verdict.control(one.case, one.case, int(one.caught))
    return verdict.finish()


def _kills(verdict: Verdict, name: str, cases: list[Result]) -> None:
    counts: Counter[str] = sum((Counter(one.counts) for one in cases), Counter())
    verdict.at_least(f"{name}-kills", f"random kills on {name}", counts["kills"], KILLS_AT_LEAST)
    verdict.figure(f"{name}-answers", "answers that people had by then", counts["answers"])
    serving = sorted(second for one in cases for second in one.seconds)
    verdict.figure(f"{name}-p50", "serving again, median", statistics.median(serving), "s")
    verdict.figure(f"{name}-p99", "serving again, p99", serving[int(len(serving) * 0.99)], "s")
    verdict.at_most(f"{name}-worst", "serving again, worst", serving[-1], SERVING_AGAIN_S, "s")
