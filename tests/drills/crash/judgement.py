"""From what the cases saw to the drill's verdict: the bars of the proof and the controls."""

from __future__ import annotations

import statistics
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from tests.drills.crash.breaker import FAULTS
from tests.drills.crash.faults import DRAWN, EVERY
from tests.drills.crash.kiosk_faults import leg_of
from tests.drills.crash.legs import CONTROLS, KILLS
from tests.drills.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.drills.crash.begun import Begun
    from tests.drills.crash.cases import Result

SERVING_AGAIN_S = 2.0


def judge(results: dict[str, list[Result]], begun: Begun, sources: str) -> int:
    """Write out/drill-crash.json and say how it ended: 0 held, 1 not. `sources` as they are now."""
    verdict = Verdict("drill-crash")
    verdict.figure("seed", "seed of this run", begun.seed)
    if begun.kills < KILLS:
        verdict.figure("short-KILLS", f"short run: KILLS, usually {KILLS}", begun.kills)
    changed = [] if sources == begun.sources else ["the program or the drill was changed while it ran: begin again"]
    verdict.nothing("sources", "changes of the program or the drill meanwhile", changed)
    for name in ("sqlite", "postgres"):
        counts = counted(results[name])
        verdict.at_least(f"{name}-kills", f"random kills on {name}", counts["kills"], min(begun.kills, KILLS))
    for fault in FAULTS:
        for leg in (fault.name, leg_of(fault)):
            at = f"{leg}: every n to {EVERY}, then {DRAWN} drawn"
            verdict.at_least(leg, at, counted(results[leg])["faults"], EVERY + DRAWN)
    for leg, cases in results.items():
        for what, much in sorted(counted(cases).items()):
            verdict.figure(f"{leg}/{what}", f"{leg}: {what}", much)
    for name in ("sqlite", "postgres", "kiosk", "full-disk"):
        _serving(verdict, name, results[name])
    proven = [case for leg, cases in results.items() if leg != CONTROLS for case in cases]
    broken = [finding for case in proven for finding in case.findings]
    verdict.nothing("broken", "promises broken: numbers, chain, replay, told, retried", broken)
    for case in results[CONTROLS]:
        verdict.control("control", case.case.removeprefix(f"{CONTROLS}/"), int(case.caught))
    return verdict.finish()


def counted(cases: Sequence[Result]) -> Counter[str]:
    """What all of them counted."""
    return sum((Counter(one.counts) for one in cases), Counter())


def _serving(verdict: Verdict, name: str, cases: Sequence[Result]) -> None:
    """From the start of the process (or the return of database or space) to a number in a visitor's hand.

    The bar is on the time without what the process waited for a core that other programs had: a machine that does
    nothing else has none of that. Of the times as they were the median has the same bar; the others are told beside it,
    and how busy the machine was.
    """
    seconds = [second for one in cases for second in one.seconds]
    own = [max(0.0, second - wait) for one in cases for second, wait in zip(one.seconds, one.waited, strict=True)]
    if not seconds:
        return
    load = statistics.median(chain.from_iterable(one.load for one in cases))
    verdict.at_most(f"{name}-p50", f"{name}: serving again, median", statistics.median(seconds), SERVING_AGAIN_S, "s")
    verdict.figure(f"{name}-p99", f"{name}: serving again, p99", _p99(seconds), "s")
    verdict.figure(f"{name}-worst", f"{name}: serving again, worst", max(seconds), "s")
    verdict.figure(f"{name}-load", f"{name}: load of the machine meanwhile, median", load)
    verdict.figure(f"{name}-own50", f"{name}: without waiting for a core, median", statistics.median(own), "s")
    verdict.at_most(f"{name}-own99", f"{name}: without waiting for a core, p99", _p99(own), SERVING_AGAIN_S, "s")
    verdict.at_most(f"{name}-own", f"{name}: without waiting for a core, worst", max(own), SERVING_AGAIN_S, "s")
    others = [second for one in cases for second in one.others_seconds]
    if others:
        verdict.figure(f"{name}-db", f"{name}: the database itself back, median", statistics.median(others), "s")


def _p99(values: Sequence[float]) -> float:
    return sorted(values)[int(len(values) * 0.99)]
