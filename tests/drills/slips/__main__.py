"""`make drill-slips`: slips with faults at random, held against the emulator's paper → out/drill-slips.json.

SLIPS=1000 numbers on printers of all kinds (58 and 80 mm, letters in four ways, fast or dots, paced or not, clones that
know no process ids), a fresh one every 25. SEED=n lives through one printer's life again and shows all of it.
"""

from __future__ import annotations

import logging
import os
import sys
import time
from collections import Counter
from typing import TYPE_CHECKING

from tests.drills.slips.faults import TROUBLES
from tests.drills.slips.judgement import Judgement
from tests.drills.slips.series import Series, the_driver
from tests.drills.slips.unsafe import TrustsSilence, tries_again
from tests.drills.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.drills.slips.series import Make

USUALLY = 1000
EACH = 25  # numbers on one printer
CONTROL_LIVES = 8
_SPEAK_EVERY_S = 10.0


def main() -> int:
    logging.disable(logging.WARNING)  # what a driver warns of happens here all the time
    if "SEED" in os.environ:
        return _again(int(os.environ["SEED"]))
    slips = int(os.environ.get("SLIPS", str(USUALLY)))
    verdict = Verdict("drill-slips")
    judge(verdict, slips, speak=True)
    if slips < USUALLY:
        verdict.figure("short-SLIPS", f"short run: SLIPS, usually {USUALLY}", slips)
    return verdict.finish()


def judge(verdict: Verdict, slips: int, *, each: int = EACH, speak: bool = False) -> None:
    """Live through as many printers' lives as it takes, and then through those of the controls."""
    lives = -(-slips // each)
    judgements = list(_lives(range(1, lives + 1), the_driver, each=each, speak=speak))
    numbers = sum(judgement.series.count for judgement in judgements)
    outcomes, troubles = Counter[str](), Counter[str]()
    findings: list[str] = []
    for judgement in judgements:
        outcomes += judgement.outcomes
        troubles += judgement.troubles
        findings += judgement.findings
    verdict.at_least("Sslips", "numbers that a slip was asked for", numbers, slips)
    verdict.figure("Sasked", "slips asked for, those asked for again included", sum(outcomes.values()))
    for outcome, count in sorted(outcomes.items()):
        verdict.figure(f"S{outcome}", f"said: {outcome}", count)
    for trouble in TROUBLES:
        verdict.figure(f"F-{trouble}", f"slips with: {trouble}", troubles[trouble])
    inside = sum(judgement.kept_inside for judgement in judgements)
    verdict.figure("Sinside", "whole, said not to be printed, and left in the printer", inside)
    verdict.nothing("Sfound", "what was said and what lies on the paper differ", findings)
    verdict.control("Csilent", "a driver that trusts silence", _caught(TrustsSilence, each))
    verdict.control("Cagain", "a driver that prints again by itself", _caught(tries_again, each))


def _lives(seeds: range, make: Make, *, each: int, speak: bool = False) -> Iterator[Judgement]:
    spoke = time.monotonic()
    for seed in seeds:
        series = Series(seed, each, make)
        series.run()
        yield Judgement(series)
        if speak and time.monotonic() - spoke >= _SPEAK_EVERY_S:
            spoke = time.monotonic()
            print(f"… {seed} of {seeds.stop - 1} printers", flush=True)


def _caught(make: Make, each: int) -> int:
    """How many findings the first few lives have until there is one."""
    for judgement in _lives(range(1, CONTROL_LIVES + 1), make, each=each):
        if judgement.findings:
            return len(judgement.findings)
    return 0


def _again(seed: int) -> int:
    series = Series(seed, EACH)
    series.run()
    judgement = Judgement(series)
    print(f"{series.profile}; a clone: {series.clone}")
    for attempt in series.attempts:
        print(f"  {attempt}")
    for finding in judgement.findings:
        print(finding, file=sys.stderr)
    return 1 if judgement.findings else 0


if __name__ == "__main__":
    raise SystemExit(main())
