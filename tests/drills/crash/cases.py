"""What a drill is made of: cases that can each be run again from the seed, remembered one by one so that it can go on.

Knows no fault and no hall. A leg is a list of cases in one process; its file holds the results so far.
"""

from __future__ import annotations

import json
import random
import tempfile
import time
import traceback
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Play = Callable[["Case", Path], "Result"]

LINE_EVERY_S = 10.0


@dataclass
class Result:
    """What one case saw. `counts` adds up over cases, `seconds` are times until serving again, each with the load."""

    case: str
    findings: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)
    waited: list[float] = field(default_factory=list)  # of these seconds: for a core that somebody else had
    load: list[float] = field(default_factory=list)
    others_seconds: list[float] = field(default_factory=list)  # until PostgreSQL itself was there again
    caught: bool = False  # a control: the harness has seen through it


@dataclass(frozen=True)
class Case:
    """One store's life under one kind of fault. The same seed and name give the same case."""

    leg: str
    name: str
    seed: int
    play: Play
    size: int = 1

    @property
    def full_name(self) -> str:
        """As it is printed, and asked for with ONLY=."""
        return f"{self.leg}/{self.name}"

    def rng(self) -> random.Random:
        """The chance of this case."""
        return random.Random(f"{self.seed}/{self.full_name}")


def run(case: Case) -> Result:
    """Play a case in a folder of its own; whatever breaks is a finding."""
    with tempfile.TemporaryDirectory(prefix="kapok-crash-") as folder:
        try:
            result = case.play(case, Path(folder))
        except Exception:  # noqa: BLE001 - any error of a case is a finding with its traceback; the other cases go on
            result = Result(case.full_name, [f"the case broke: {traceback.format_exc(limit=-4)}"])
    again = f"SEED={case.seed} ONLY={case.full_name}"
    result.findings = [f"{again}: {one}" for one in result.findings]
    return result


class Kept:
    """The results of a leg so far, in a file that is whole at every moment."""

    def __init__(self, path: Path, seed: int) -> None:
        self._path, self._seed = path, seed
        self.results: dict[str, Result] = {}
        if path.exists():
            kept = json.loads(path.read_text(encoding="utf-8"))
            if kept["seed"] == seed:
                self.results = {one["case"]: Result(**one) for one in kept["results"]}

    def add(self, result: Result) -> None:
        """Remember one more."""
        self.results[result.case] = result
        text = json.dumps({"seed": self._seed, "results": [asdict(one) for one in self.results.values()]})
        new = self._path.with_suffix(".new")
        new.write_text(text, encoding="utf-8")
        new.replace(self._path)


def run_leg(cases: Sequence[Case], kept: Kept) -> list[Result]:
    """Play what has not been played yet, one line in ten seconds; all results."""
    told = time.monotonic()
    for at, case in enumerate(cases, 1):
        if case.full_name in kept.results:
            continue
        result = run(case)
        kept.add(result)
        for finding in result.findings[:3]:
            print(f"  {finding}", flush=True)
        if time.monotonic() - told >= LINE_EVERY_S or at == len(cases):
            told = time.monotonic()
            bad = sum(len(one.findings) for one in kept.results.values())
            print(f"{case.leg:<12} {at:>4} of {len(cases)} cases, {bad} findings", flush=True)
    return [kept.results[case.full_name] for case in cases]
