"""Hostile requests for every route and hostile bytes for every codec: `make fuzz`, or `python -m tests.fuzz`.

    CASES=20000   requests to a real hall (API=0: none), SEED=1 which ones
    MINUTES=10    for each codec; what a codec has had with the same sources counts (FRESH=1: not)
                  whatever broke a codec in an earlier run is tried first
    CODECS=a,b    only these; CODECS= with nothing: none
    KEEP=1        afterwards put what reaches something new into the corpora in the repository

Writes out/fuzz.json; leaves with 1 on any server error, violation or crash, and when a control is not caught.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

from tests.drills.verdict import Verdict
from tests.fuzz.again import command, still_breaking
from tests.fuzz.codec import WORK, codec, names
from tests.fuzz.controls import broken_api_is_caught, broken_parser_is_caught
from tests.fuzz.keep import keep
from tests.fuzz.measure import lines_of
from tests.fuzz.minutes import spend

CASES_BAR, MINUTES_BAR = 20_000, 10.0


def main() -> int:
    """The whole, or the part that the environment names."""
    WORK.mkdir(parents=True, exist_ok=True)
    verdict = Verdict("fuzz")
    cases = int(os.environ.get("CASES", CASES_BAR)) if os.environ.get("API", "1") != "0" else 0
    if cases:
        _api(verdict, cases, int(os.environ.get("SEED", "1")))
    minutes, wanted = float(os.environ.get("MINUTES", MINUTES_BAR)), os.environ.get("CODECS")
    for name in names() if wanted is None else filter(None, wanted.split(",")):
        _codec(verdict, name, minutes)
    for word, asked, usual in (("CASES", cases, CASES_BAR), ("MINUTES", minutes, MINUTES_BAR)):
        if asked < usual:
            verdict.figure(f"short-{word}", f"short run: {word}, usually {usual:g}", asked)
    verdict.control("fuzz-c1", "a parser that breaks on one letter, under atheris", broken_parser_is_caught())
    return verdict.finish()


def _api(verdict: Verdict, cases: int, start: int) -> None:
    from tests.fuzz.api import Hammer
    from tests.fuzz.hall import hall_in

    with tempfile.TemporaryDirectory(prefix="kapok-fuzz-") as folder:
        hall, began = hall_in(Path(folder)), time.monotonic()
        try:
            run = Hammer(hall, start=start).ask(cases)
            took_s = time.monotonic() - began
            caught = broken_api_is_caught(hall)
        finally:
            hall.stop()
        proof = hall.served.verify()
        bugs = [line.strip() for line in hall.served.log if "bug path=" in line]
    verdict.at_least("api-1", "requests, all operations and roles", run.cases, min(cases, CASES_BAR))
    verdict.figure("api-2", "  of them wrong on purpose", run.negative)
    verdict.figure("api-3", "  a second", run.cases / took_s)
    verdict.at_least("api-4", "operations asked, of all that are described", len(run.operations), run.described)
    verdict.figure("api-5", "operations that said yes at least once", len(run.good))
    verdict.figure("api-6", "operations asked again without a key", len(run.refused))
    verdict.figure("api-7", "answers that said yes (2xx)", 100 * run.said_yes / max(1, run.cases), "%")
    for status, times in sorted(run.statuses.items()):
        verdict.figure(f"api-{status}", f"answers {status}", times)
    verdict.nothing("api-e", "server errors", [*run.errors(), *bugs])
    verdict.nothing("api-v", "answers that the description does not allow", run.violations())
    verdict.nothing("api-w", "the hall's store is not whole afterwards", [] if proof.endswith("whole") else [proof])
    verdict.control("api-c", "an answer of another shape than the description says", caught)


def _codec(verdict: Verdict, name: str, minutes: float) -> None:
    target = codec(name)
    key = name[:12]
    if broken := still_breaking(name):  # minutes would end at it again
        verdict.nothing(f"{key}-k", f"{name}: crashes of earlier runs", [f"{name}: {one}" for one in broken])
        return
    print(f"{name}: {minutes:g} minutes", flush=True)
    had = spend(target, minutes * 60, fresh=bool(os.environ.get("FRESH")))
    verdict.at_least(f"{key}-m", f"{name}: minutes", round(had.seconds / 60, 2), min(minutes, MINUTES_BAR), "min")
    verdict.figure(f"{key}-x", f"{name}: executions", had.executions)
    verdict.figure(f"{key}-c", f"{name}: edges (cov)", had.edges)
    verdict.figure(f"{key}-f", f"{name}: features (ft)", had.features)
    found = [f"{name}: {command(name, had.crash)}"] if had.crash else []
    verdict.nothing(f"{key}-b", f"{name}: crashes", found)
    if had.crash:
        return
    if os.environ.get("KEEP"):
        keep(target)
    lines = lines_of(name)
    reached, there = (sum(column) for column in zip(*lines.values(), strict=True))
    verdict.figure(f"{key}-l", f"{name}: lines reached of {len(lines)} modules", 100 * reached / there, "%")


if __name__ == "__main__":
    sys.exit(main())
